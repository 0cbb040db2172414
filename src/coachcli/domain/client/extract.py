"""What later sessions need to know of an earlier one, so that not all of it has to be read again."""

from collections.abc import Iterator

from pydantic import AwareDatetime

from coachcli.domain.note_kinds import is_open
from coachcli.domain.session.model import Appointment, FrameworkRef, Note, Record, Session, Turn
from coachcli.domain.terms import Status


class SessionExtract(Record):
    """A session with nothing but what was chosen, promised, parked and looked back on, and how it was rated."""

    id: str
    framework: FrameworkRef
    status: Status
    started: AwareDatetime
    next: Appointment | None = None
    turns: tuple[Turn, ...] = ()

    @property
    def notes(self) -> Iterator[tuple[Turn, Note]]:
        """Every note kept with its turn, in the order they were taken."""
        return ((turn, note) for turn in self.turns for note in turn.notes)


EXTRACT_FILLED = 1
"""One more for each change of what `gist_of` keeps of the same session; a change of its fields is noticed."""


def gist_of(session: Session) -> SessionExtract:
    """The gist of a session."""
    turns = [turn.model_copy(update={"notes": _kept(turn), "seconds": 0}) for turn in session.turns]
    return SessionExtract(
        id=session.id,
        framework=session.framework,
        status=session.status,
        started=session.started,
        next=session.next,
        turns=tuple(turn for turn in turns if turn.notes),
    )


def _kept(turn: Turn) -> tuple[Note, ...]:
    """Of ratings, those of something that has a name of its own: a goal, say."""
    return tuple(
        note for note in turn.notes if is_open(note.kind) or note.kind == "review" or (note.scale and turn.item)
    )
