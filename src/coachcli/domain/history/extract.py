"""What later sessions need to know of an earlier one, so that not all of it has to be read again."""

from collections.abc import Iterable, Iterator

from coachcli.domain.note_kinds import is_open
from coachcli.domain.record import Record
from coachcli.domain.session.model import Appointment, FrameworkRef, Moment, Note, Session, Turn
from coachcli.domain.terms import Status
from coachcli.domain.value import changed


class SessionExtract(Record, frozen=True, kw_only=True):
    """A session with nothing but what was chosen, promised, parked and looked back on, and how it was rated."""

    id: str
    framework: FrameworkRef
    status: Status
    started: Moment
    next: Appointment | None = None
    turns: tuple[Turn, ...] = ()

    @property
    def notes(self) -> Iterator[tuple[Turn, Note]]:
        """Every note kept with its turn, in the order they were taken."""
        return ((turn, note) for turn in self.turns for note in turn.notes)


EXTRACT_FILLED = 1
"""One more for each change of what `extract_of` keeps of the same session; a change of its fields is noticed."""


def extract_of(session: Session) -> SessionExtract:
    """What later sessions need to know of a session."""
    turns = [changed(turn, notes=_kept(turn), seconds=0) for turn in session.turns]
    return SessionExtract(
        id=session.id,
        framework=session.framework,
        status=session.status,
        started=session.started,
        next=session.next,
        turns=tuple(turn for turn in turns if turn.notes),
    )


def with_client(extracts: Iterable[SessionExtract]) -> tuple[SessionExtract, ...]:
    """The sessions held with the client; what the coach reflected on alone is none of them."""
    return tuple(extract for extract in extracts if extract.framework.kind != "reflection")


def _kept(turn: Turn) -> tuple[Note, ...]:
    """Of ratings, those of something that has a name of its own: a goal, say."""
    return tuple(
        note for note in turn.notes if is_open(note.kind) or note.kind == "review" or (note.scale and turn.item)
    )
