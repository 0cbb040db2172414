"""The values that a client named last: what they live by, in their order."""

from collections.abc import Iterable

from coachcli.domain.history.chronology import held_at
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.room import counts
from coachcli.domain.session.model import Turn
from coachcli.domain.text import folded, one_line


def values_of(extracts: Iterable[SessionExtract]) -> tuple[str, ...]:
    """The last list that the client gave, and behind it what else they named since, one at a time."""
    since: list[tuple[str, ...]] = []
    names: set[str] = set()
    for extract in sorted(extracts, key=held_at, reverse=True):
        name, given = _given_in(extract)
        if given and name not in names:
            since.append(given)
            names.add(name)
        if len(given) > 1:
            break
    return tuple({folded(words): words for given in reversed(since) for words in given}.values())


def _given_in(extract: SessionExtract) -> tuple[str, tuple[str, ...]]:
    """The list that was named in a session, with the question whose list it is; of several the last of them."""
    turns = [turn for turn in extract.turns if _has_values(turn)]
    last = [turn for turn in turns if turn.question == turns[-1].question]
    notes = (note for turn in last for note in turn.notes if note.kind == "value")
    name = (last[-1].again or last[-1].question) if last else ""
    return name, tuple(dict.fromkeys(one_line(note.text) for note in notes))


def _has_values(turn: Turn) -> bool:
    """Whether the client, and nobody else, said at a visit what they value."""
    is_theirs = counts(turn.room) and turn.phase != "after_call"
    return is_theirs and any(note.kind == "value" and note.text.strip() for note in turn.notes)
