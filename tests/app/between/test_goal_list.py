"""The goals with each client, and those of which nobody ever said whether they last."""

from unittest.mock import Mock

import pytest
from app.conftest import MakeSession
from builders import note, turn_with

from coachcli.app.between import goals
from coachcli.app.between.action_list import all_with
from coachcli.app.between.entries import Said
from coachcli.app.between.goal_list import as_it_is, listed
from coachcli.app.client.archive import archive
from coachcli.app.client.prep import prepare
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.store.framework.before import says_what_lasts
from coachcli.store.index import folded

OWN = """title: Mine
{}stages:
- title: One
  ask:
  - id: goal
    type: goal
{}    ask: What do you want?
"""


def set_with(jane: Client, made: MakeSession, framework: str) -> None:
    made(jane, turns=(turn_with(note("Lead", "goal")),), status="ended", framework=framework)


def doubtful(context: Context) -> tuple[int, ...]:
    (theirs,) = listed(context, None).found
    return theirs.doubtful


def test_goals_of_shipped_frameworks_are_in_no_doubt(context: Context, jane: Client, made: MakeSession) -> None:
    set_with(jane, made, "intake")

    assert doubtful(context) == ()


@pytest.mark.parametrize(
    ("said", "expected"),
    [(("", ""), (1,)), (("with: client\n", "    lasts: yes\n"), ()), (("", "    lasts: yes\n"), ())],
)
def test_those_of_a_coachs_own_are_where_its_file_does_not_say_whether_they_last(
    context: Context, jane: Client, made: MakeSession, said: tuple[str, str], expected: tuple[int, ...]
) -> None:
    context.practice.frameworks.mkdir(exist_ok=True)
    (context.practice.frameworks / "mine.yaml").write_text(OWN.format(*said), encoding="utf-8")
    set_with(jane, made, "mine")

    assert doubtful(context) == expected
    goals.close(context, lambda: None, Said("jane", "1"), "aim")
    assert doubtful(context) == ()


def test_what_was_set_between_sessions_is_in_no_doubt(context: Context, jane: Client) -> None:
    taken = goals.add(context, lambda: None, Said(jane.id, "Lead"), goals.Wanted(near=4))

    assert doubtful(context) == ()
    now = as_it_is(context, taken)
    assert now is not None
    assert [one.score for one in now.numbers] == [4]


def test_an_action_is_no_goal(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, turns=(turn_with(note("call Tom", "action")),), status="ended")

    assert [one.goals for one in listed(context, None, closed=True).found] == [()]


def test_an_archived_client_is_listed_only_when_they_are_named(context: Context, jane: Client) -> None:
    goals.add(context, lambda: None, Said(jane.id, "Lead"), goals.Wanted())
    archive(context, "jane", undo=False)

    assert listed(context, None).found == ()
    assert [one.what for one in listed(context, "jane").found[0].goals] == ["Lead"]


def test_what_four_calls_were_for_is_open_no_more_and_nothing_asks_what_became_of_it(
    context: Context, jane: Client, made: MakeSession
) -> None:
    for day in range(1, 5):
        made(jane, f"2026-11-0{day}-1000", turns=(turn_with(note(f"Know what to say on day {day}", "aim", "client")),))
    made(jane, "2026-11-08-1000", turns=(turn_with(note("Lead", "goal", "client")),), framework="intake")

    assert [one.what for one in listed(context, None, closed=True).found[0].goals] == ["Lead"]
    assert [one.thing.what for one in all_with(context, jane).open] == ["Lead"]
    assert [goal.what for goal in prepare(context, jane).preparation.goals] == ["Lead"]


def test_the_goals_of_all_are_remembered_and_each_framework_is_looked_up_once(
    context: Context, jane: Client, made: MakeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.practice.frameworks.mkdir(exist_ok=True)
    (context.practice.frameworks / "mine.yaml").write_text(OWN.format("", ""), encoding="utf-8")
    for day in (1, 2):
        turns = (turn_with(note(f"Lead {day}", "goal")),)
        made(jane, f"2026-11-0{day}-1000", turns=turns, status="ended", framework="mine")
    before = listed(context, None)
    looks = Mock(wraps=says_what_lasts)
    monkeypatch.setattr("coachcli.app.between.goal_list.says_what_lasts", looks)
    monkeypatch.setattr(folded, "extracts_in", Mock(side_effect=AssertionError("it was read again")))

    assert listed(context, None) == before
    looks.assert_called_once()
