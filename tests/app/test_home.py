"""What `coach` alone shows."""

from datetime import date

import pytest
from app.conftest import MakeSession
from builders import note, turn_with

from coachcli.app.context import Context
from coachcli.app.home import overview
from coachcli.domain.client import Client
from coachcli.domain.session import Note, Reviewed, When
from coachcli.domain.words import Outcome
from coachcli.store import client_files


def action(what: str, day: str | None) -> Note:
    due = When(words="then", on=date.fromisoformat(day) if day else None)
    return note(what, "action", "client").model_copy(update={"due": due})


def due(context: Context) -> list[tuple[str, str]]:
    return [(item.client, item.what) for item in overview(context)[0].due]


def test_before_the_first_session_everything_is_new(context: Context) -> None:
    screen, damaged = overview(context)

    assert (screen.is_new, screen.unfinished, screen.due, damaged) == (True, (), (), ())
    assert not context.practice.root.exists()


def test_what_is_unfinished_is_named_the_newest_first(context: Context, jane: Client, made: MakeSession) -> None:
    tom = client_files.add(context.practice, "Tom")
    made(jane, "2026-11-01-0900", status="paused")
    made(jane, "2026-11-02-0900", status="ended")
    made(tom, "2026-11-03-0900", "egan", status="live")
    screen, _ = overview(context)

    assert [(item.id, item.client, item.framework) for item in screen.unfinished] == [
        ("tom/2026-11-03-0900", "Tom", "Skilled Helper"),
        ("jane-doe/2026-11-01-0900", "Jane Doe", "GROW"),
    ]
    assert not screen.is_new


@pytest.mark.parametrize(
    ("day", "is_due"),
    [("2026-11-19", False), ("2026-11-20", True), ("2026-11-27", True), ("2026-11-28", False), (None, False)],
)
def test_an_action_is_due_from_today_to_a_week_from_now(
    context: Context, jane: Client, made: MakeSession, day: str | None, is_due: bool
) -> None:
    made(jane, turns=(turn_with(action("call Tom", day), question="arriving"),), status="ended")

    assert due(context) == ([("Jane Doe", "call Tom")] if is_due else [])


def test_what_is_due_sooner_comes_first(context: Context, jane: Client, made: MakeSession) -> None:
    later, sooner = action("later", "2026-11-25"), action("sooner", "2026-11-21")
    made(jane, "2026-11-02-0900", turns=(turn_with(later, question="arriving"),))
    made(jane, "2026-11-01-0900", turns=(turn_with(note("no action"), sooner, question="arriving"),))

    assert due(context) == [("Jane Doe", "sooner"), ("Jane Doe", "later")]


def reviewed(outcome: Outcome, **more: object) -> Note:
    said = Reviewed(kind="action", what="call Tom", session="jane-doe/2026-11-01-0900", outcome=outcome)
    return Note(kind="review", reviewed=said).model_copy(update=more)


@pytest.mark.parametrize(
    ("outcome", "is_due"), [("done", False), ("dropped", False), ("partly", True), ("not yet", True)]
)
def test_what_was_done_or_dropped_is_due_no_more(
    context: Context, jane: Client, made: MakeSession, outcome: Outcome, is_due: bool
) -> None:
    made(jane, "2026-11-01-0900", turns=(turn_with(action("call Tom", "2026-11-21"), question="arriving"),))
    made(jane, "2026-11-02-0900", turns=(turn_with(reviewed(outcome), question="last_actions"),))

    assert due(context) == ([("Jane Doe", "call Tom")] if is_due else [])


def test_what_was_put_off_is_due_on_its_new_day(context: Context, jane: Client, made: MakeSession) -> None:
    later = When(words="2027", on=date(2027, 1, 1))
    made(jane, "2026-11-01-0900", turns=(turn_with(action("call Tom", "2026-11-21"), question="arriving"),))
    made(jane, "2026-11-02-0900", turns=(turn_with(reviewed("not yet", due=later), question="last_actions"),))

    assert due(context) == []


def test_what_the_coach_chose_alone_is_theirs(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, turns=(turn_with(action("rest", "2026-11-21"), question="arriving"),), framework="reflection")

    assert due(context) == [("you (on Jane Doe)", "rest")]


def test_a_goal_with_a_day_is_not_due(context: Context, jane: Client, made: MakeSession) -> None:
    goal = action("lead", "2026-11-21").model_copy(update={"kind": "goal"})
    made(jane, turns=(turn_with(goal, question="arriving"),))

    assert due(context) == []


def test_what_cannot_be_read_is_told_and_hides_nothing_else(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, turns=(turn_with(action("call Tom", "2026-11-21"), question="arriving"),))
    made(jane, "2026-11-18-0900").path.write_text("format: 1\nid: [\n", encoding="utf-8")
    screen, damaged = overview(context)

    assert len(damaged) == 1
    assert len(screen.due) == 1
    assert not screen.is_new


def test_a_practice_with_nothing_but_a_damaged_session_is_not_new(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane).path.write_text("format: 1\nid: [\n", encoding="utf-8")

    assert not overview(context)[0].is_new
