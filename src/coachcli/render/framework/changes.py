"""What changed in a framework, to be read."""

from collections.abc import Iterator, Sequence

from coachcli.domain.framework.diff import Change
from coachcli.domain.text import visible

_SIGNS = {"new": "+", "gone": "-", "moved": "~", "reworded": "~", "changed": "~"}
_SHORT = 24


def changes_text(changes: Sequence[Change]) -> str:
    """The changes, each on a line of its own, with longer words below it."""
    return "".join(visible(f"{line}\n") for change in changes for line in _lines(change))


def _lines(change: Change) -> Iterator[str]:
    before, after, head = change.before, change.after, f"{_SIGNS[change.what]} {change.text}"
    if change.what == "moved":
        yield f"{head}: {f'from {before} to ' if before else 'now '}{after}"
    elif not (before and after):
        yield f"{head}: {before or after}"
    elif change.what == "changed" and max(len(before), len(after)) <= _SHORT:
        yield f"{head}: {before}, now {after}"
    else:
        yield from (f"{head}:", f"    was  {before}", f"    now  {after}")
    if change.hint:
        yield f"    {change.hint}"
