"""Looking through a practice: all of it, the newest first, and nothing that a slow reading would find is lost."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from app.conftest import MakeSession
from app.scripted_call import FakeClock
from builders import note, turn_with
from domain.strategies import notes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachcli.app.between import actions
from coachcli.app.between.entries import Said
from coachcli.app.client.archive import archive
from coachcli.app.context import Context
from coachcli.app.find.search import Found, Scope, search
from coachcli.domain.client.model import Client
from coachcli.domain.find.query import Query, texts_of
from coachcli.domain.plain_letters import plain_letters
from coachcli.domain.session.model import Note
from coachcli.errors import NotFoundError
from coachcli.store.client import client_file
from coachcli.store.paths import Practice
from coachcli.store.session import sessions, trash
from coachcli.store.session.folder import session_files

BUDGET = Query(("budget",))


def ids(found: Found) -> list[str]:
    return [one.session.removeprefix("jane-doe/") for one in found.occasions]


def with_budget(made: MakeSession, jane: Client, *when: str) -> None:
    for one in when:
        made(jane, one, turns=(turn_with(note("the budget"), note("a budget"), question="arriving"),))


def test_all_sessions_come_newest_first_with_what_was_said_between_them(
    context: Context, jane: Client, made: MakeSession, clock: FakeClock
) -> None:
    with_budget(made, jane, "2026-11-18-1000", "2026-11-19-1000", "2026-11-23-1000")
    actions.add(context, lambda: None, Said("jane", "Cut the budget"), "action")
    assert clock.now().date() == date(2026, 11, 20)

    found = search(context, BUDGET, Scope())

    assert ids(found) == ["2026-11-23-1000", "", "2026-11-19-1000", "2026-11-18-1000"]
    assert (found.notes, found.may_be_more, found.passed_over) == (7, False, ())


def test_instants_count_and_not_the_clocks_in_the_names(context: Context, jane: Client, made: MakeSession) -> None:
    turns = (turn_with(note("the budget"), question="arriving"),)
    tokyo = datetime(2026, 11, 19, 10, 0, tzinfo=timezone(timedelta(hours=9)))
    made(jane, "2026-11-19-1000", turns=turns, started=tokyo)
    made(jane, "2026-11-19-0900", turns=turns, started=datetime(2026, 11, 19, 9, 0, tzinfo=UTC))

    assert ids(search(context, BUDGET, Scope())) == ["2026-11-19-0900", "2026-11-19-1000"]
    assert ids(search(context, BUDGET, Scope(), 1)) == ["2026-11-19-0900"]


def test_of_many_the_newest_are_shown_and_old_files_are_not_opened(
    context: Context, jane: Client, made: MakeSession, practice: Practice
) -> None:
    with_budget(made, jane, "2026-01-05-1000", "2026-11-18-1000", "2026-11-19-1000")
    oldest = session_files(practice).paths[-1]
    oldest.write_text("no session at all")

    found = search(context, BUDGET, Scope(), 3)

    assert ids(found) == ["2026-11-19-1000", "2026-11-18-1000"]
    assert [len(one.findings) for one in found.occasions] == [2, 1]
    assert (found.may_be_more, found.passed_over) == (True, ())


def test_as_many_as_there_are_are_all(context: Context, jane: Client, made: MakeSession) -> None:
    with_budget(made, jane, "2026-11-18-1000")

    assert not search(context, BUDGET, Scope(), 2).may_be_more


def test_what_is_damaged_is_told_and_the_rest_is_found(
    context: Context, jane: Client, made: MakeSession, practice: Practice
) -> None:
    with_budget(made, jane, "2026-11-18-1000", "2026-11-19-1000")
    newest = session_files(practice).paths[0]
    newest.write_bytes(newest.read_bytes()[:200])

    found = search(context, BUDGET, Scope())

    assert ids(found) == ["2026-11-18-1000"]
    assert [error.exit_code for error in found.passed_over] == [4]


def test_days_narrow_it(context: Context, jane: Client, made: MakeSession) -> None:
    with_budget(made, jane, "2026-11-17-1000", "2026-11-18-1000", "2026-11-19-1000")
    one = date(2026, 11, 18)

    assert ids(search(context, BUDGET, Scope(since=one))) == ["2026-11-19-1000", "2026-11-18-1000"]
    assert ids(search(context, BUDGET, Scope(until=one))) == ["2026-11-18-1000", "2026-11-17-1000"]
    assert ids(search(context, BUDGET, Scope(since=one, until=one))) == ["2026-11-18-1000"]


def test_archived_clients_are_found_only_where_asked_for_or_named(
    context: Context, jane: Client, made: MakeSession
) -> None:
    with_budget(made, jane, "2026-11-18-1000")
    archive(context, "jane", undo=False)

    assert ids(search(context, BUDGET, Scope())) == []
    assert ids(search(context, BUDGET, Scope(archived=True))) == ["2026-11-18-1000"]
    assert ids(search(context, BUDGET, Scope(client="jane"))) == ["2026-11-18-1000"]


def test_what_was_thrown_away_is_found_only_where_asked_for(
    context: Context, jane: Client, made: MakeSession, practice: Practice
) -> None:
    with_budget(made, jane, "2026-11-18-1000", "2026-11-19-1000")
    trash.delete(practice, session_files(practice).paths[0])
    ana = client_file.add(practice, "Ana")

    assert ids(search(context, BUDGET, Scope())) == ["2026-11-18-1000"]
    assert ids(search(context, BUDGET, Scope(trash=True))) == ["2026-11-19-1000", "2026-11-18-1000"]
    assert ids(search(context, BUDGET, Scope(client=ana.id, trash=True))) == []
    archive(context, "jane", undo=False)
    assert ids(search(context, BUDGET, Scope(trash=True))) == []


def test_a_client_who_is_not_there_is_said(context: Context, jane: Client) -> None:
    assert jane
    with pytest.raises(NotFoundError, match="There is no client nobody"):
        search(context, BUDGET, Scope(client="nobody"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(taken=st.lists(notes(), min_size=1, max_size=4), at=st.integers(0, 9), length=st.integers(1, 6))
def test_it_finds_what_a_slow_reading_of_everything_finds(
    context: Context, made: MakeSession, taken: list[Note], at: int, length: int
) -> None:
    for path in session_files(context.practice).paths:
        path.unlink()
    jane = Client("jane-doe", "Jane Doe")
    stored = made(jane, "2026-11-18-1000", turns=(turn_with(*taken, question="arriving"),))
    texts = [plain_letters(text) for note in taken for text in texts_of(note)]
    word = texts[at % len(texts)][:length].strip()
    query = Query((word,) if word else ())

    session = sessions.load(stored.path).session
    slowly = [number for number, (turn, note) in enumerate(session.notes, 1) if query.fits(note, turn.room)]

    quickly = [one.number for found in search(context, query, Scope()).occasions for one in found.findings]
    assert slowly
    assert quickly == slowly
