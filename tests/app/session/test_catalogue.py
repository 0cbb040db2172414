"""Which sessions there are."""

from datetime import date
from pathlib import Path

import pytest
from app.conftest import MakeSession
from builders import note, turn_with

from coachcli.app.context import Context
from coachcli.app.session.catalogue import list_sessions, since_day
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Booked, Person
from coachcli.errors import NotFoundError, UnreadableError, UsageError
from coachcli.store.client import client_file


@pytest.fixture
def tom(context: Context, jane: Client) -> Client:
    del jane
    return client_file.add(context.practice, "Tom Sample")


def ids(context: Context, client: str | None = None, since: date | None = None) -> list[str]:
    return [item.head.id for item in list_sessions(context, client, since).sessions]


def test_without_a_practice_there_is_nothing_and_nothing_is_made(context: Context) -> None:
    assert list_sessions(context, None, None) == ((), ())
    assert not context.practice.root.exists()


def test_the_newest_comes_first_whoevers_it_is(context: Context, jane: Client, tom: Client, made: MakeSession) -> None:
    made(jane, "2026-09-01-0900")
    made(tom, "2026-11-01-0900")
    made(jane, "2026-10-01-0900")

    assert ids(context) == ["tom-sample/2026-11-01-0900", "jane-doe/2026-10-01-0900", "jane-doe/2026-09-01-0900"]


def test_one_clients_or_from_a_day_on(context: Context, jane: Client, tom: Client, made: MakeSession) -> None:
    made(jane, "2026-09-01-0900")
    made(tom, "2026-09-02-0900")
    made(jane, "2026-10-01-0900")

    assert ids(context, "jane") == ["jane-doe/2026-10-01-0900", "jane-doe/2026-09-01-0900"]
    assert ids(context, None, date(2026, 9, 2)) == ["jane-doe/2026-10-01-0900", "tom-sample/2026-09-02-0900"]
    assert ids(context, "Tom Sample", date(2026, 9, 3)) == []


def test_an_unknown_client_is_an_error_and_no_empty_list(context: Context, jane: Client) -> None:
    del jane
    with pytest.raises(NotFoundError, match="There is no client Jnae Doe") as told:
        ids(context, "Jnae Doe")

    assert told.value.hint == "Did you mean Jane Doe?"


def test_what_cannot_be_read_is_told_beside_what_can(
    context: Context, jane: Client, tom: Client, made: MakeSession
) -> None:
    made(jane, "2026-09-01-0900")
    passed_over = made(tom, "2026-10-01-0900").path
    passed_over.write_text("format: 1\nid: [\n", encoding="utf-8")
    listed = list_sessions(context, None, None)

    assert [item.name for item in listed.sessions] == ["Jane Doe"]
    (error,) = listed.passed_over
    assert isinstance(error, UnreadableError)
    assert f"{passed_over}:" in error.message


def test_a_row_is_what_a_coach_looks_for(context: Context, jane: Client, made: MakeSession) -> None:
    turn = turn_with(note("one"), note("two"), question="arriving")
    made(jane, "2026-09-01-0900", turns=(turn,), minutes=Booked(planned=50, spent=48), status="ended")
    made(jane, "2026-10-01-0900", turns=(turn_with(note("one"), question="arriving"),), status="paused")
    paused, ended = (item.as_row() for item in list_sessions(context, None, None).sessions)

    assert ended == ("jane-doe/2026-09-01-0900", "Jane Doe", "GROW", "48 min", "2 notes")
    assert paused == ("jane-doe/2026-10-01-0900", "Jane Doe", "GROW", "", "1 note, unfinished")


def test_a_program_gets_everything_by_name(context: Context, jane: Client, made: MakeSession) -> None:
    stored = made(jane, "2026-09-01-0900", status="ended")
    (item,) = list_sessions(context, None, None).sessions

    assert item.plain() == {
        "id": "jane-doe/2026-09-01-0900",
        "client": "jane-doe",
        "client_name": "Jane Doe",
        "framework": "grow",
        "with": "client",
        "status": "ended",
        "started": "2026-09-01T09:00:00+00:00",
        "minutes": None,
        "notes": 0,
        "file": str(stored.path),
    }


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1 March", "2026-03-01"),
        ("2026-03-01", "2026-03-01"),
        ("yesterday", "2026-11-19"),
        ("monday", "2026-11-16"),
        ("two weeks ago", "2026-11-06"),
    ],
)
def test_since_takes_a_day_that_is_over(context: Context, words: str, day: str) -> None:
    assert since_day(context, words) == date.fromisoformat(day)


def test_since_reads_numbers_in_the_order_of_the_practice(context: Context, jane: Client) -> None:
    del jane
    Path(context.practice.root / "coach.yaml").write_text("date_order: MDY\n", encoding="utf-8")

    assert since_day(context, "3/4/2026") == date(2026, 3, 4)


@pytest.mark.parametrize("words", ["", "when it rained"])
def test_since_needs_a_day(context: Context, words: str) -> None:
    with pytest.raises(UsageError, match="When was") as told:
        since_day(context, words)

    assert told.value.hint == 'Say it like this: --since "1 March", or --since 2026-03-01'


def test_a_day_that_is_still_to_come_is_called_so(context: Context) -> None:
    with pytest.raises(UsageError, match=r"When was 2027-01-01\? That is still to come"):
        since_day(context, "2027-01-01")


def test_where_nothing_is_said_all_of_time_is_meant(context: Context) -> None:
    assert since_day(context, None) is None


@pytest.mark.parametrize(
    ("framework", "shown"),
    [
        ("stakeholder-interview", "Stakeholder interview with P3"),
        ("sponsor-checkin", "Sponsor check-in with the sponsor"),
        ("three-way", "Three-way contracting with the sponsor too"),
        ("reflection", "Reflection (alone)"),
        ("grow", "GROW"),
    ],
)
def test_interviews_and_ones_own_work_are_told_from_calls(
    context: Context, jane: Client, made: MakeSession, framework: str, shown: str
) -> None:
    person = Person(code="P3", group="boss") if framework == "stakeholder-interview" else None
    made(jane, "2026-09-01-0900", framework, person=person, status="ended")
    (item,) = list_sessions(context, None, None).sessions

    assert item.as_row()[2] == shown
    assert item.plain().get("who") == ({"code": "P3", "group": "boss"} if person else None)


def test_a_day_to_come_is_called_that(context: Context) -> None:
    for words in ("2027-01-01", "1 January 2099", "tomorrow"):
        with pytest.raises(UsageError, match=r"That is still to come\.$"):
            since_day(context, words, "--until")
