"""The parts of a session that belong in a calendar: things to do, and the next session."""

from datetime import date, datetime

from coachcli.domain.export.audience import Shared
from coachcli.domain.export.phrases import details_of
from coachcli.domain.session.model import Appointment, Note, Session
from coachcli.domain.session.wording import extras, headline
from coachcli.domain.terms import Audience
from coachcli.domain.value import Value


class Task(Value, frozen=True):
    """Something to do, with its day, if one was understood, and what else was said about it."""

    what: str
    due: date | None = None
    details: tuple[str, ...] = ()


class Agenda(Value, frozen=True):
    """What goes into the calendar of one audience, from the session that began at `started`."""

    audience: Audience
    session: str
    started: datetime
    tasks: tuple[Task, ...]
    next: Appointment | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing a calendar could show."""
        return not self.tasks and (self.next is None or self.next.on is None)


def shared_agenda(shared: Shared, audience: Audience) -> Agenda:
    """The agenda of somebody else: the actions they may see."""
    tasks = tuple(_task(one.note, details_of(one.note, audience)) for one in shared.notes if one.note.kind == "action")
    return Agenda(audience, shared.session, shared.started, tasks, shared.next)


def coach_agenda(session: Session) -> Agenda:
    """The agenda of the coach: every action, and every promise."""
    tasks = tuple(_task(note, tuple(extras(note))) for _, note in session.notes if note.kind in {"action", "promise"})
    return Agenda("me", session.id, session.started, tasks, session.next)


def _task(note: Note, details: tuple[str, ...]) -> Task:
    return Task(headline(note), note.due.on if note.due else None, details)
