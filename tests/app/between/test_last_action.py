"""coach action undo: what was said last is as if it had not been said."""

import pytest
from app.conftest import MakeSession
from app.play import Chooser
from app.scripted_call import FakeClock
from builders import note, turn_with

from coachcli.app.between import actions
from coachcli.app.between.entries import Said
from coachcli.app.between.last_action import TakenBack, take_back
from coachcli.app.client.history import brought
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.history.open_items import carried
from coachcli.domain.session.model import Note, Reviewed
from coachcli.errors import NotFoundError, UnreadableError, UsageError
from coachcli.store.client import client_file
from coachcli.store.paths import Practice
from coachcli.store.session import between


@pytest.fixture(autouse=True)
def _chosen(jane: Client, made: MakeSession) -> None:
    made(jane, turns=(turn_with(note("Talk to Ana", "action", "client"), question="arriving"),), status="ended")


def undo(context: Context, client: str | None = "jane", chooser: Chooser | None = None) -> TakenBack:
    return take_back(context, lambda: chooser, client)


def done(context: Context, client: str = "jane", words: str = "ana") -> None:
    actions.close(context, lambda: None, Said(client, words, "gladly"), "done")


def still_open(context: Context) -> list[str]:
    known = brought(context, "jane-doe")
    return [thing.in_words for thing in carried(known.extracts, {"client"}, known.entries)]


def test_what_was_done_is_open_again_just_as_it_was(context: Context) -> None:
    before = still_open(context)
    done(context)
    taken = undo(context)

    assert still_open(context) == before == ["Talk to Ana"]
    assert (taken.client.name, taken.note.text) == ("Jane Doe", "gladly")
    assert taken.now is not None
    assert taken.now.is_open


def test_a_day_that_was_moved_is_the_one_before(context: Context) -> None:
    actions.add(context, lambda: None, Said("jane", "Write the page by 4 december"), "action")
    actions.move(context, lambda: None, Said("jane", "page"), "11 december")
    undo(context)

    assert still_open(context)[1] == "Write the page · by Friday 4 December 2026"


def test_what_was_added_is_gone(context: Context) -> None:
    actions.add(context, lambda: None, Said("jane", "Write the page"), "action")

    assert undo(context).now is None
    assert still_open(context) == ["Talk to Ana"]


def test_again_it_takes_back_the_one_before_until_there_is_nothing(context: Context) -> None:
    actions.add(context, lambda: None, Said("jane", "Write the page"), "action")
    done(context)

    assert [undo(context).note.kind, undo(context).note.kind] == ["review", "action"]
    with pytest.raises(NotFoundError, match="nothing to take back"):
        undo(context)


def test_without_a_name_it_is_the_client_there_is_something_with(context: Context) -> None:
    client_file.add(context.practice, "Tom Example")
    done(context)

    assert undo(context, None).client.name == "Jane Doe"


class TestWithSeveral:
    @pytest.fixture(autouse=True)
    def _several(self, context: Context) -> None:
        client_file.add(context.practice, "Tom Example")
        actions.add(context, lambda: None, Said("tom", "Sleep"), "action")
        done(context)

    def test_it_is_asked_with_whom(self, context: Context) -> None:
        chooser = Chooser(["Tom"])

        assert undo(context, None, chooser).client.name == "Tom Example"
        assert chooser.offered == [["Jane Doe: Done: Talk to Ana · gladly", "Tom Example: Action: Sleep  → client"]]

    def test_with_nobody_to_ask_nothing_is_taken_back(self, context: Context) -> None:
        with pytest.raises(UsageError) as refused:
            undo(context, None)

        assert (refused.value.message, refused.value.hint) == (
            "With whom?",
            "Say it like this: coach action undo CLIENT",
        )
        assert still_open(context) == []


def test_what_was_talked_of_since_stays(context: Context, jane: Client, made: MakeSession, clock: FakeClock) -> None:
    actions.add(context, lambda: None, Said("jane", "Write the page"), "action")
    clock.pass_(3600)
    seen = Reviewed(kind="action", what="Write the page", session="", outcome="done")
    made(jane, "2026-11-20-1500", turns=(turn_with(Note(kind="review", reviewed=seen)),), status="ended")

    with pytest.raises(UsageError) as refused:
        undo(context)
    assert refused.value.message == "The last one with Jane Doe was talked of again since, and stays."
    assert len(between.load(context.practice, "jane-doe").entries) == 1


def test_where_the_file_cannot_be_read_it_says_so_and_changes_nothing(context: Context, practice: Practice) -> None:
    done(context)
    file = practice.between_file("jane-doe")
    file.write_bytes(file.read_bytes() + b"more: [")
    before = file.read_bytes()

    with pytest.raises(UnreadableError):
        undo(context)
    with pytest.raises(NotFoundError):
        undo(context, None)
    assert file.read_bytes() == before
