"""The parts of a session that belong in a calendar: things to do, and the next session."""

from collections.abc import Callable, Iterable
from datetime import date

from coachcli.domain.export.audience import AgreedDay, Shared, agreed_days, mode_of
from coachcli.domain.export.phrases import details_of
from coachcli.domain.room import meeting_name
from coachcli.domain.session.model import Appointment, Note, Session
from coachcli.domain.session.wording import extras, headline
from coachcli.domain.terms import Audience, Mode, Room
from coachcli.domain.text import one_line
from coachcli.domain.value import Value

_CALLED: dict[Room, str] = {
    "client": "{} session",
    "three": "Three-way meeting",
    "sponsor": "Talk about the {}",
}
"""What a meeting is called in the calendar of somebody else: it tells nothing of what it is about."""


class Task(Value, frozen=True):
    """Something to do, with its day, if one was understood, and what else was said about it."""

    what: str
    due: date | None = None
    details: tuple[str, ...] = ()


class Meeting(Value, frozen=True):
    """A day agreed on which to meet again: what is to take place, and a name that tells it from others of a session."""

    name: str
    what: str
    on: date


class Agenda(Value, frozen=True):
    """What goes into the calendar of one audience, from the session on a day; `mode` is what it was.

    `session` is a name that tells it from others, and no more than its reader may know.
    """

    audience: Audience
    session: str
    on: date
    tasks: tuple[Task, ...]
    next: Appointment | None = None
    meetings: tuple[Meeting, ...] = ()
    mode: Mode = "coaching"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing a calendar could show."""
        return not self.tasks and not self.meetings and (self.next is None or self.next.on is None)


def shared_agenda(shared: Shared, audience: Audience) -> Agenda:
    """The agenda of somebody else: the actions they may see."""
    tasks = tuple(_task(one.note, details_of(one.note, audience)) for one in shared.notes if one.note.kind == "action")
    meetings = _meetings(shared.agreed, shared.next, lambda room: called(room, shared.mode))
    return Agenda(audience, shared.session, shared.on, tasks, shared.next, meetings, shared.mode)


def called(room: Room, mode: Mode) -> str:
    """What a meeting in a room is called for somebody else."""
    words = _CALLED[room].format(mode)
    return f"{words[0].upper()}{words[1:]}"


def coach_agenda(session: Session) -> Agenda:
    """The agenda of the coach: every action, and every promise."""
    tasks = tuple(_task(note, tuple(extras(note))) for _, note in session.notes if note.kind in {"action", "promise"})
    title, code = one_line(session.framework.title), session.person.code if session.person else ""
    agreed = agreed_days(session, "me")
    meetings = _meetings(agreed, session.next, lambda room: meeting_name(room, title, code))
    return Agenda("me", session.id, session.started.date(), tasks, session.next, meetings, mode_of(session))


def _meetings(
    agreed: Iterable[AgreedDay], following: Appointment | None, called: Callable[[Room], str]
) -> tuple[Meeting, ...]:
    """The meetings agreed, without the next session where that is in the calendar already."""
    known = following.on if following else None
    return tuple(
        Meeting(f"agreed {one.room} {one.question}", called(one.room), one.on)
        for one in agreed
        if not (one.room == "client" and one.on == known)
    )


def _task(note: Note, details: tuple[str, ...]) -> Task:
    return Task(headline(note), note.due.on if note.due else None, details)
