"""The values that a client named last: what they live by, in their order."""

from collections.abc import Iterable

from coachcli.domain.history.chronology import held_at
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.room import counts
from coachcli.domain.session.model import Turn
from coachcli.domain.text import one_line


def values_of(extracts: Iterable[SessionExtract]) -> tuple[str, ...]:
    """The list in the last session in which the client gave one; where it holds several, the last of them."""
    for extract in sorted(extracts, key=held_at, reverse=True):
        if turns := [turn for turn in extract.turns if _has_values(turn)]:
            last = [turn for turn in turns if turn.question == turns[-1].question]
            notes = (note for turn in last for note in turn.notes if note.kind == "value")
            return tuple(dict.fromkeys(one_line(note.text) for note in notes))
    return ()


def _has_values(turn: Turn) -> bool:
    """Whether the client, and nobody else, said at a visit what they value."""
    is_theirs = counts(turn.room) and turn.phase != "after_call"
    return is_theirs and any(note.kind == "value" and note.text.strip() for note in turn.notes)
