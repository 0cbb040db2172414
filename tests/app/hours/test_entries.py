"""All that was held, from what is remembered of sessions: none is read, left out or counted twice."""

import shutil

import pytest
from app.conftest import MakeSession
from engagements import written

from coachcli.app.client import archive
from coachcli.app.context import Context
from coachcli.app.hours.entries import held
from coachcli.domain.client.model import Client
from coachcli.domain.hours.entry import Entry, Work
from coachcli.domain.session.model import Booked, Moment
from coachcli.domain.value import changed
from coachcli.errors import UnreadableError
from coachcli.store.client import client_file
from coachcli.store.hours.earlier_file import DamagedEarlierError
from coachcli.store.index import census
from coachcli.store.session import sessions

HOUR = Booked(spent=60)


def entries(context: Context) -> list[Entry]:
    return list(held(context).entries)


def test_what_was_held_and_has_ended_is_there(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-09-03-1000", minutes=HOUR, status="ended", held="video")
    made(jane, "2026-09-10-1000", minutes=HOUR, status="paused")
    made(jane, "2026-09-17-1000", minutes=HOUR, status="live")

    (one,) = entries(context)

    assert (one.party.name, one.seconds, one.way, one.work) == ("Jane Doe", 3600, "video", "coaching")


def test_a_session_that_is_added_to_was_held(context: Context, jane: Client, made: MakeSession) -> None:
    stored = made(jane, "2026-09-03-1000", minutes=HOUR, status="ended")
    sessions.save(stored, changed(stored.session, status="paused", amending=stored.session.started))

    assert len(entries(context)) == 1


def test_what_was_planned_and_not_measured_has_no_seconds(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-09-03-1000", minutes=Booked(planned=50), status="ended")

    (one,) = entries(context)

    assert (one.seconds, one.planned) == (None, 50)


@pytest.mark.parametrize(
    ("framework", "work"),
    [
        ("three-way", ["three"]),
        ("sponsor-checkin", []),
        ("stakeholder-interview", []),
        ("reflection", ["reflection"]),
        ("supervision-clear", ["supervision"]),
        ("mentoring", ["mentoring"]),
    ],
)
def test_the_shipped_frameworks_say_what_a_session_was(
    context: Context, jane: Client, made: MakeSession, framework: str, work: list[Work]
) -> None:
    made(jane, "2026-09-03-1000", framework=framework, minutes=HOUR, status="ended")

    assert [one.work for one in entries(context)] == work


def test_an_archived_client_counts_and_what_was_thrown_away_does_not(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane, "2026-09-03-1000", minutes=HOUR, status="ended")
    gone = made(jane, "2026-09-10-1000", minutes=HOUR, status="ended")
    shutil.move(gone.path, context.practice.root / "elsewhere.yaml")
    archive.archive(context, "jane", undo=False)

    assert len(entries(context)) == 1


def test_a_second_version_beside_a_session_counts_not(context: Context, jane: Client, made: MakeSession) -> None:
    path = made(jane, "2026-09-03-1000", minutes=HOUR, status="ended").path
    shutil.copy(path, path.with_name(f"{path.stem} (conflicted copy).yaml"))

    there = held(context)

    assert len(there.entries) == 1
    assert len(there.passed_over) == 1


def test_the_size_of_a_team_and_what_was_agreed_go_along(context: Context, made: MakeSession) -> None:
    team = client_file.add(context.practice, "Northern Team", {"people": "6"})
    written(context.practice, team.id, "start: 2026-09-01\npaid: no\ntype: executive\n")
    made(team, "2026-09-03-1000", minutes=HOUR, status="ended")

    (one,) = entries(context)

    assert (one.party.people, one.paid, one.type, one.seconds) == (6, False, "executive", 3600)


def test_a_client_without_an_engagement_is_not_said(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-09-03-1000", minutes=HOUR, status="ended")

    assert entries(context)[0].paid is None


def test_hours_from_before_stand_beside_them_and_a_broken_file_is_told(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane, "2026-09-03-1000", minutes=HOUR, status="ended")
    path = context.practice.earlier_hours
    path.write_text("relationships:\n  - {client: jane doe, paid: 10}\n", encoding="utf-8")
    assert [one.party.key for one in entries(context)] == ["jane-doe", "jane-doe"]

    path.write_text("relationships:\n  - {client: jane doe, paid: ten}\n", encoding="utf-8")
    there = held(context)
    assert len(there.entries) == 1
    assert [type(error) for error in there.passed_over] == [DamagedEarlierError]


def test_what_credentials_ask_for_and_is_broken_is_told(context: Context) -> None:
    folder = context.practice.frameworks / "credentials"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("hours: many\n", encoding="utf-8")

    assert [type(error) for error in held(context).passed_over] == [UnreadableError]


def test_nothing_is_read_anew_of_a_session_that_is_known(
    context: Context, jane: Client, made: MakeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(jane, "2026-09-03-1000", minutes=HOUR, status="ended")
    before = entries(context)

    def refuse(_path: object) -> Moment:
        raise AssertionError("a session was read")

    monkeypatch.setattr(census, "session_in", refuse)

    assert entries(context) == before
