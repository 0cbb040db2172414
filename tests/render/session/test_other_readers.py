"""Mails and calendars as three libraries read them that know nothing of each other."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from quopri import decodestring
from typing import Any, NamedTuple

import dkim
import fast_mail_parser
import icalendar
import pytest
import vobject
from builders import FRIDAY, NOW
from domain.strategies import OFTEN
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from coachcli.domain.export.agenda import Agenda, Task
from coachcli.domain.export.report import Line, Report, Section
from coachcli.domain.session.model import Appointment
from coachcli.domain.text import one_line, visible
from coachcli.render.session.calendar import calendar
from coachcli.render.session.mail_draft import mail_draft
from coachcli.render.session.text import text


class Letter(NamedTuple):
    """What a reader finds in a mail."""

    sender: str
    to: str
    subject: str
    body: str


class Entry(NamedTuple):
    """What a reader finds of one thing in a calendar."""

    uid: str
    title: str
    about: str
    stamp: datetime
    sequence: int


PAGE = Report(
    "Our session",
    {"For": "Jané Example"},
    (Section("What you will do", (Line("Ask Zoë: the rota,\nor ½ of it", "task", details=("by Friday",)),)),),
    greeting="Hello Jané,",
    closing=("Warm regards,", "Älex"),
)
TASK = Task("Ask Sam; then, maybe,\nthe others – all", FRIDAY, ("by Friday", "how sure: 8 of 10"))


def by_python(mail: str) -> Letter:
    read = message_from_bytes(mail.encode("ascii"), policy=policy.default)
    assert isinstance(read, EmailMessage)
    return Letter(read["From"], read["To"], read["Subject"], read.get_content())


def by_rust(mail: str) -> Letter:
    read = fast_mail_parser.parse_email(mail)
    headers = {name: values[0] for name, values in read.headers.items()}
    return Letter(headers["From"], headers["To"], read.subject, "".join(read.text_plain))


def by_a_mail_server(mail: str) -> Letter:
    """It takes a mail apart to the letter, and leaves what is encoded in it to others."""
    found, body = dkim.rfc822_parse(mail.encode("ascii"))
    headers = {name.decode().lower(): value.decode().strip() for name, value in found}
    return Letter(headers["from"], headers["to"], headers["subject"], decodestring(body).decode("utf-8"))


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


each_mail_reader = pytest.mark.parametrize("read", [by_python, by_rust, by_a_mail_server])
each_calendar_reader = pytest.mark.parametrize("read", [by_icalendar, by_vobject, by_ical])


@each_mail_reader
def test_a_mail_says_the_same_to_everyone(read: Callable[[str], Letter]) -> None:
    draft = mail_draft(PAGE, "Our session on Friday", NOW, "jane@example.com", "alex@example.com")
    found = read(draft)

    assert found[:3] == ("alex@example.com", "jane@example.com", "Our session on Friday")
    assert found.body.replace("\r\n", "\n") == text(PAGE)


words = st.text(st.characters(codec="utf-8"), max_size=60)


@settings(OFTEN, max_examples=40)
@given(words, words)
def test_whatever_is_said_in_it(said: str, title: str) -> None:
    page = Report(title, {}, (Section("s", (Line(said),)),))
    draft = mail_draft(page, "Our session", NOW, "jane@example.com", "alex@example.com")
    found = {read(draft)._replace(body="") for read in (by_python, by_rust, by_a_mail_server)}

    assert found == {Letter("alex@example.com", "jane@example.com", "Our session", "")}
    assert {read(draft).body.replace("\r\n", "\n") for read in (by_python, by_rust)} == {text(page)}


def of(task: Task, next_one: Appointment | None = None) -> Agenda:
    return Agenda("client", "jane-example/2026-11-20-1400", NOW, (task,), next_one)


@each_calendar_reader
def test_a_calendar_says_the_same_to_everyone(read: Callable[[str], list[Entry]]) -> None:
    page = calendar(of(TASK, Appointment(words="friday 2pm", on=FRIDAY, at="14:00")), NOW + timedelta(hours=1))
    task, due, meeting = sorted(read(page), key=lambda entry: (not entry.title.startswith("Ask"), entry.title))[:3]

    assert task.title == one_line(TASK.what)
    assert task.about == "by Friday\nhow sure: 8 of 10"
    assert {due.title, meeting.title} == {f"Due: {one_line(TASK.what)}", "Coaching session"}
    assert {entry.stamp for entry in (task, due, meeting)} == {NOW.astimezone(UTC) + timedelta(hours=1)}


@each_calendar_reader
def test_of_two_versions_everyone_sees_which_is_the_newer(read: Callable[[str], list[Entry]]) -> None:
    before = read(calendar(of(Task("Ask Sam", FRIDAY)), NOW + timedelta(hours=1)))
    after = read(calendar(of(Task("Ask Sam", date(2026, 12, 4))), NOW + timedelta(hours=1, seconds=1)))

    assert [entry.uid for entry in before] == [entry.uid for entry in after]
    assert all(old.sequence < new.sequence for old, new in zip(before, after, strict=True))
    assert all(old.stamp < new.stamp for old, new in zip(before, after, strict=True))


@settings(OFTEN, max_examples=40)
@given(words, words)
def test_whatever_is_to_be_done(what: str, detail: str) -> None:
    page = calendar(of(Task(f"x{what}", None, (f"x{detail}",))), NOW)
    found = {(entry.title, entry.about) for read in (by_icalendar, by_vobject, by_ical) for entry in read(page)}

    assert found == {(visible(one_line(f"x{what}")), visible(one_line(f"x{detail}")))}
