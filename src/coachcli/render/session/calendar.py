"""An agenda as a file for calendars: .ics, RFC 5545.

Each file has a stamp and a sequence that are newer than those before: else a calendar would keep what it has. They are
made from the time of writing, as nothing in a session tells that its file was corrected with some editor.
"""

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from coachcli.domain.export.agenda import Agenda, Task, called
from coachcli.domain.session.model import Appointment
from coachcli.domain.text import one_line, visible

if TYPE_CHECKING:
    from icalendar import Component

_MADE_BY = "-//coachcli//coachcli//EN"
# Nobody said how long the session will be, but calendars do not show an event without an end.
_AN_HOUR = timedelta(hours=1)
_A_SECOND = timedelta(seconds=1)


def calendar(agenda: Agenda, now: datetime) -> str:
    """Every task, each meeting agreed, and the next session where its day is known, in a file written `now`."""
    from icalendar import Calendar  # noqa: PLC0415 90 ms, and only for a calendar

    page = Calendar()
    page.add("prodid", _MADE_BY)
    page.add("version", "2.0")
    for number, task in enumerate(agenda.tasks, 1):
        page.add_component(_to_do(agenda, task, number))
        if task.due is not None:
            page.add_component(_due_day(agenda, task, number, task.due))
    if agenda.next is not None and agenda.next.on is not None:
        page.add_component(_next_session(agenda, agenda.next, agenda.next.on))
    for meeting in agenda.meetings:
        page.add_component(_all_day(agenda, meeting.name, meeting.what, meeting.on))
    # From the day and not from the hour: with the stamp, the sequence would tell when the session began.
    day = datetime.combine(agenda.on, time(), UTC)
    for item in page.subcomponents:
        item.add("dtstamp", now.astimezone(UTC))
        item.add("sequence", max(0, (now - day) // _A_SECOND))
    return str(page.to_ical(), "utf-8")


def _to_do(agenda: Agenda, task: Task, number: int) -> "Component":
    from icalendar import Todo  # noqa: PLC0415

    item = _begun(Todo(), agenda, f"task {number}", task.what)
    if task.due is not None:
        item.add("due", task.due)
    _describe(item, task)
    return item


def _due_day(agenda: Agenda, task: Task, number: int, due: date) -> "Component":
    """The due day of a task as an event: Google's, Apple's and Microsoft's calendars leave out tasks."""
    item = _all_day(agenda, f"due day {number}", f"Due: {task.what}", due)
    _describe(item, task)
    return item


def _next_session(agenda: Agenda, next_one: Appointment, on: date) -> "Component":
    if next_one.at is None:
        return _all_day(agenda, "next session", called("client", agenda.mode), on)
    from icalendar import Event  # noqa: PLC0415

    item = _begun(Event(), agenda, "next session", called("client", agenda.mode))
    # The time has no zone, as it was agreed: with today's offset it would be wrong once the clocks change.
    begins = datetime.combine(on, time.fromisoformat(next_one.at))
    item.add("dtstart", begins)
    item.add("dtend", begins + _AN_HOUR)
    return item


def _all_day(agenda: Agenda, part: str, title: str, on: date) -> "Component":
    """An event of a whole day that leaves the day free."""
    from icalendar import Event  # noqa: PLC0415

    item = _begun(Event(), agenda, part, title)
    item.add("dtstart", on)
    item.add("dtend", on + timedelta(days=1))
    item.add("transp", "TRANSPARENT")
    return item


def _begun(item: "Component", agenda: Agenda, part: str, title: str) -> "Component":
    # The id is made from the place of a task and not from its words: so a calendar knows a task again whose words were
    # corrected, and no word gets out by the id.
    name = hashlib.sha256(f"{agenda.session} for {agenda.audience}: {part}".encode()).hexdigest()[:32]
    item.add("uid", f"{name}@coachcli")
    _say(item, "summary", one_line(title))
    return item


def _describe(item: "Component", task: Task) -> None:
    if task.details:
        _say(item, "description", "\n".join(one_line(detail) for detail in task.details))


def _say(item: "Component", name: str, words: str) -> None:
    from icalendar.prop import vInline  # noqa: PLC0415

    # The library's own text would write a backslash before a capital N as the end of a line.
    item.add(name, vInline(_escaped(visible(words))))


def _escaped(words: str) -> str:
    """The words as RFC 5545 writes a text (3.3.11)."""
    for plain, written in (("\\", r"\\"), (";", r"\;"), (",", r"\,"), ("\n", r"\n")):
        words = words.replace(plain, written)
    return words
