"""An agenda as calendars read it: what is due, on which day, and when the next session is."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, NamedTuple

import icalendar
import pytest
import vobject
from builders import FRIDAY, NOW
from domain.strategies import OFTEN
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar, Component

from coachcli.domain.export.agenda import Agenda, Meeting, Task
from coachcli.domain.session.model import Appointment
from coachcli.domain.text import one_line, visible
from coachcli.render.session.calendar import calendar

SESSION = "jane-doe/2026-11-20-1400"
ASK_SAM = Task("Ask Sam; then, maybe, the others", FRIDAY, ("by Friday 27 November 2026", "8/10"))


def agenda(*tasks: Task, next_one: Appointment | None = None, **changes: object) -> Agenda:
    known = {"audience": "client", "session": SESSION, "on": NOW.date(), **changes}
    return Agenda(**known, tasks=tasks, next=next_one)  # type: ignore[arg-type]


def page_of(page: Agenda, later: timedelta = timedelta()) -> str:
    """The file as it is made so much later than the session began."""
    return calendar(page, NOW + later)


def read(page: str, name: str) -> list[Component]:
    """The parts of that name, as another program finds them."""
    return Calendar.from_ical(page).walk(name)


def test_an_action_is_a_task_with_its_day_and_all_that_belongs_to_it() -> None:
    (task,) = read(page_of(agenda(ASK_SAM)), "VTODO")

    assert task["summary"] == "Ask Sam; then, maybe, the others"
    assert task.decoded("due") == FRIDAY
    assert task["description"] == "by Friday 27 November 2026\n8/10"


def test_a_meeting_that_was_agreed_is_an_event_of_a_day_that_stays_itself_when_it_is_moved() -> None:
    def event(on: date) -> Component:
        (found,) = read(page_of(agenda(meetings=(Meeting("agreed three next", "Three-way meeting", on),))), "VEVENT")
        return found

    first, moved = event(FRIDAY), event(FRIDAY + timedelta(days=7))

    assert (first["summary"], first.decoded("dtstart")) == ("Three-way meeting", FRIDAY)
    assert first["uid"] == moved["uid"]


def test_its_day_is_in_calendars_that_know_no_tasks_and_takes_nobodys_time() -> None:
    (day,) = read(page_of(agenda(ASK_SAM)), "VEVENT")

    assert day["summary"] == "Due: Ask Sam; then, maybe, the others"
    assert (day.decoded("dtstart"), day.decoded("dtend")) == (FRIDAY, FRIDAY + timedelta(days=1))
    assert day["transp"] == "TRANSPARENT"


def test_an_action_without_a_day_is_a_task_without_one() -> None:
    page = page_of(agenda(Task("Write the page", details=("before the board meets",))))
    (task,) = read(page, "VTODO")

    assert "due" not in task
    assert task["description"] == "before the board meets"
    assert read(page, "VEVENT") == []


def test_the_next_session_is_at_its_hour_wherever_the_calendar_is_read() -> None:
    page = page_of(agenda(next_one=Appointment(words="friday 2pm", on=FRIDAY, at="14:00")))
    (event,) = read(page, "VEVENT")

    assert event["summary"] == "Coaching session"
    assert event.decoded("dtstart") == datetime(2026, 11, 27, 14, 0)  # noqa: DTZ001 in the zone of whoever reads it
    assert "DTSTART:20261127T140000\r\n" in page


def test_without_an_hour_the_next_session_is_a_day() -> None:
    (event,) = read(page_of(agenda(next_one=Appointment(words="friday", on=FRIDAY))), "VEVENT")

    assert event.decoded("dtstart") == FRIDAY


def test_a_next_session_nobody_could_date_is_in_no_calendar() -> None:
    page = page_of(agenda(ASK_SAM, next_one=Appointment(words="after her holiday")))

    assert page == page_of(agenda(ASK_SAM))


def test_nobody_is_invited_and_it_says_what_made_it() -> None:
    whole = Calendar.from_ical(page_of(agenda(ASK_SAM)))

    assert whole["prodid"] == "-//coachcli//coachcli//EN"
    assert "method" not in whole


def test_a_calendar_knows_a_task_again_after_its_words_were_corrected() -> None:
    before = page_of(agenda(Task("Ask Sma", FRIDAY), Task("Write")))
    after = page_of(agenda(Task("Ask Sam on Monday", date(2026, 11, 30)), Task("Write")))

    assert uids(before) == uids(after)
    assert len(uids(before)) == len(set(uids(before))) == 3


@pytest.mark.parametrize("other", [{"audience": "me"}, {"session": "jane-doe/2026-11-20-1400-2"}])
def test_what_is_from_another_session_or_for_somebody_else_is_something_else(other: dict[str, Any]) -> None:
    assert not set(uids(page_of(agenda(ASK_SAM)))) & set(uids(page_of(agenda(ASK_SAM, **other))))


def uids(page: str) -> list[str]:
    return [str(part["uid"]) for part in Calendar.from_ical(page).subcomponents]


def stamps(page: str) -> list[tuple[datetime, int]]:
    return [(part.decoded("dtstamp"), int(str(part["sequence"]))) for part in Calendar.from_ical(page).subcomponents]


def test_when_it_was_made_is_when_it_was_exported() -> None:
    zone = timezone(timedelta(hours=1))
    page = calendar(agenda(Task("x")), datetime(2026, 11, 20, 16, 0, tzinfo=zone))

    assert stamps(page) == [(datetime(2026, 11, 20, 15, 0, tzinfo=UTC), 15 * 3600)]


def test_what_is_exported_later_is_newer_to_a_calendar() -> None:
    both = agenda(ASK_SAM, next_one=Appointment(words="friday", on=FRIDAY))
    first, second = stamps(page_of(both)), stamps(page_of(both, timedelta(seconds=1)))

    assert len(first) == len(second) == 3
    assert all(old[0] < new[0] and old[1] < new[1] for old, new in zip(first, second, strict=True))


def test_before_the_day_of_the_session_it_is_the_first() -> None:
    assert [number for _, number in stamps(page_of(agenda(Task("x")), timedelta(days=-1)))] == [0]


words = st.text(st.characters(codec="utf-8"), max_size=60)


@OFTEN
@given(words, words)
def test_whatever_was_said_stays_what_was_said_and_acts_on_nothing(what: str, detail: str) -> None:
    page = page_of(agenda(Task(what, FRIDAY, (detail,)), Task("last")))
    first, last = read(page, "VTODO")

    assert first["summary"] == visible(" ".join(what.split()))
    assert last["summary"] == "last"
    assert visible(page.replace("\r\n", "\n")) == page.replace("\r\n", "\n")


# As three libraries read it that know nothing of each other


class Entry(NamedTuple):
    """What a reader finds of one thing in a calendar."""

    uid: str
    title: str
    about: str
    stamp: datetime
    sequence: int


TASK = Task("Ask Sam; then, maybe,\nthe others – all", FRIDAY, ("by Friday", "how sure: 8 of 10"))


def by_icalendar(page: str) -> list[Entry]:
    parts = icalendar.Calendar.from_ical(page).subcomponents
    return [
        Entry(
            str(part["uid"]),
            str(part["summary"]),
            str(part.get("description", "")),
            part.decoded("dtstamp"),
            int(str(part["sequence"])),
        )
        for part in parts
    ]


def by_vobject(page: str) -> list[Entry]:
    parts = vobject.readOne(page).getChildren()
    return [
        Entry(
            part.uid.value,
            part.summary.value,
            part.description.value if "description" in part.contents else "",
            part.dtstamp.value,
            int(part.sequence.value),
        )
        for part in parts
        if part.name in {"VTODO", "VEVENT"}
    ]


def by_ical(page: str) -> list[Entry]:
    read = IcsCalendarStream.calendar_from_ics(page)
    parts: list[Any] = [*read.todos, *read.events]
    return [
        Entry(str(part.uid), str(part.summary), part.description or "", part.dtstamp, part.sequence or 0)
        for part in parts
        if isinstance(part.dtstamp, datetime)
    ]


each_reader = pytest.mark.parametrize("read", [by_icalendar, by_vobject, by_ical])


words = st.text(st.characters(codec="utf-8"), max_size=60)


def of(task: Task, next_one: Appointment | None = None) -> Agenda:
    return Agenda("client", "jane-example/2026-11-20-1400", NOW.date(), (task,), next_one)


@each_reader
def test_a_calendar_says_the_same_to_everyone(read: Callable[[str], list[Entry]]) -> None:
    page = calendar(of(TASK, Appointment(words="friday 2pm", on=FRIDAY, at="14:00")), NOW + timedelta(hours=1))
    task, due, meeting = sorted(read(page), key=lambda entry: (not entry.title.startswith("Ask"), entry.title))[:3]

    assert task.title == one_line(TASK.what)
    assert task.about == "by Friday\nhow sure: 8 of 10"
    assert {due.title, meeting.title} == {f"Due: {one_line(TASK.what)}", "Coaching session"}
    assert {entry.stamp for entry in (task, due, meeting)} == {NOW.astimezone(UTC) + timedelta(hours=1)}


@each_reader
def test_of_two_versions_everyone_sees_which_is_the_newer(read: Callable[[str], list[Entry]]) -> None:
    before = read(calendar(of(Task("Ask Sam", FRIDAY)), NOW + timedelta(hours=1)))
    after = read(calendar(of(Task("Ask Sam", date(2026, 12, 4))), NOW + timedelta(hours=1, seconds=1)))

    assert [entry.uid for entry in before] == [entry.uid for entry in after]
    assert all(old.sequence < new.sequence for old, new in zip(before, after, strict=True))
    assert all(old.stamp < new.stamp for old, new in zip(before, after, strict=True))


@settings(OFTEN, max_examples=40)
@given(words, words)
@example(r"C:\New, \new; \\N \\", r"\N\\n")
def test_whatever_is_to_be_done(what: str, detail: str) -> None:
    page = calendar(of(Task(f"x{what}", None, (f"x{detail}",))), NOW)
    found = {(entry.title, entry.about) for read in (by_icalendar, by_vobject, by_ical) for entry in read(page)}

    assert found == {(visible(one_line(f"x{what}")), visible(one_line(f"x{detail}")))}
