"""Which of several frameworks or packs is meant by a name that somebody typed."""

from collections.abc import Callable, Iterable

from coachcli.domain.text import folded

# So many are told at most.
_MOST = 8
Names = Callable[[str], Iterable[str]]
"""From an id to its other names."""


def meant(said: str, ids: Iterable[str], also: Names) -> list[str]:
    """The ids that a name can mean; several where it means more than one as well as any other.

    An id that is the name comes before another name that is, then come parts of ids, and parts of other names. The
    other names are asked for only where no id is the name.
    """
    words, known = _plain(said), {one: _plain(one) for one in ids}
    if not words:
        return []
    if exact := [one for one in known if known[one] == words]:
        return exact
    others = {one: [_plain(name) for name in also(one)] for one in known}
    closest_first = (
        [one for one in known if words in others[one]],
        [one for one in known if words in known[one]],
        [one for one in known if any(words in name for name in others[one])],
    )
    return next(filter(None, closest_first), [])


def which_of(ids: list[str]) -> str:
    """The question which of several ids is meant."""
    listed, more = ", ".join(ids[:_MOST]), len(ids) - _MOST
    return f"It could be: {listed}{f' and {more} more' if more > 0 else ''}. Which one?"


def _plain(name: str) -> str:
    """A name for comparing; a hyphen is a blank."""
    return folded(name.replace("-", " "))
