"""What a coach says between sessions, and how it is read."""

import pytest
from app.conftest import MakeSession
from builders import note, turn_with

from coachcli.app.between.entries import all_of, came_of, date_reader, day_in, kept, open_already, words_of
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Note
from coachcli.errors import UsageError
from coachcli.store.session import between


@pytest.fixture(autouse=True)
def _chosen(jane: Client, made: MakeSession) -> None:
    made(jane, turns=(turn_with(note("call Tom", "action", "client")),), status="ended")


def test_a_day_is_read_as_people_say_it(context: Context) -> None:
    assert str(day_in("by next friday", date_reader(context), "hint").on) == "2026-11-27"
    with pytest.raises(UsageError):
        day_in("whenever", date_reader(context), "hint")


@pytest.mark.parametrize("text", ["~for me", ">a promise", "!an insight"])
def test_a_line_with_another_sign_is_no_goal(context: Context, text: str) -> None:
    with pytest.raises(UsageError):
        words_of(all_of(context, "jane"), "goal", text)


def test_an_action_may_have_its_own_sign(context: Context) -> None:
    assert words_of(all_of(context, "jane"), "action", "*call Tom") == "call Tom"


def test_what_came_of_a_thing_is_seen_by_whoever_could_see_it_unless_there_is_a_remark(context: Context) -> None:
    (one,) = all_of(context, "jane").open

    assert came_of(one, "done", "").share_with == "client"
    assert came_of(one, "done", "at last").share_with == "nobody"


def test_what_belongs_together_is_one_entry(context: Context) -> None:
    theirs = all_of(context, "jane")
    goal = Note(kind="goal", text="Lead")
    kept(context, theirs, open_already(theirs, goal), goal, Note(kind="note", text="more"))

    (entry,) = between.load(context.practice, "jane-doe").entries
    assert [one.text for one in entry.notes] == ["Lead", "more"]
