"""The list of clients."""

from datetime import date

import pytest
from app.conftest import MakeSession

from coachcli.app.client.archive import archive
from coachcli.app.client.directory import directory
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Appointment
from coachcli.store.client import client_file

TODAY = date(2026, 11, 20)


def rows(context: Context, *, archived: bool = False) -> list[list[str]]:
    there = directory(context, TODAY, archived=archived)
    return [[part for part in one.as_row(TODAY) if part] for one in there.found]


def test_each_client_has_a_row_with_their_sessions_and_days(context: Context, jane: Client, made: MakeSession) -> None:
    client_file.add(context.practice, "Northern Team", {"people": "6", "cadence": "2 weeks"})
    made(jane, "2025-12-01-1000")
    made(jane, "2026-11-19-1000", next=Appointment(words="then", on=date(2026, 11, 26)))

    assert rows(context) == [
        ["Jane Doe", "2 sessions", "last 19 Nov", "next 26 Nov"],
        ["Northern Team", "no session yet", "every 2 weeks", "a team of 6"],
    ]


def test_only_sessions_with_the_client_are_counted(context: Context, jane: Client, made: MakeSession) -> None:
    held = made(jane)
    for when, room in (("2026-11-17-1000", "alone"), ("2026-11-18-1000", "stakeholder")):
        made(jane, when, framework="reflection")
        path = context.practice.session_file(jane.id, f"{when}-reflection")
        path.write_text(path.read_text().replace("with: client", f"with: {room}"))

    assert held.session.framework.room == "client"
    assert rows(context)[0][1] == "1 session"


@pytest.mark.usefixtures("jane")
def test_an_archived_client_is_counted_and_shown_only_when_asked(context: Context) -> None:
    archive(context, "jane", undo=False)

    assert (directory(context, TODAY, archived=False).found, directory(context, TODAY, archived=False).archived) == (
        (),
        1,
    )
    assert rows(context, archived=True) == [["Jane Doe", "no session yet", "archived"]]


def test_a_day_that_is_over_is_no_next_one(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, next=Appointment(words="then", on=date(2026, 11, 19)))
    (one,) = directory(context, TODAY, archived=False).found

    assert one.next(TODAY) is None
    assert one.plain(TODAY)["next"] is None


def test_a_file_that_cannot_be_read_is_told_and_its_client_still_there(context: Context, jane: Client) -> None:
    context.practice.client_file(jane.id).write_text("name: Jane Doe\npeople: many\n", encoding="utf-8")
    there = directory(context, TODAY, archived=False)

    assert [one.client.name for one in there.found] == ["Jane Doe"]
    assert "2: this is no number of people" in there.passed_over[0].message
    assert there.found[0].plain(TODAY)["people"] == 1


@pytest.mark.usefixtures("jane")
def test_a_record_for_programs_has_every_field(context: Context) -> None:
    (one,) = directory(context, TODAY, archived=False).found

    assert list(one.plain(TODAY)) == [
        "id", "name", "sessions", "last", "next", "cadence", "people", "language", "archived",
    ]  # fmt: skip


def test_what_the_engagement_says_of_how_often_goes_before_the_file(context: Context, jane: Client) -> None:
    context.practice.client_file(jane.id).write_text("name: Jane Doe\ncadence: weekly\n", encoding="utf-8")
    context.practice.engagements(jane.id).mkdir()
    path = context.practice.engagements(jane.id) / "2026-lead.yaml"
    path.write_text("format: 1\nstart: 2026-11-01\nevery: 10 days\n", encoding="utf-8")

    assert rows(context) == [["Jane Doe", "no session yet", "every 10 days"]]
