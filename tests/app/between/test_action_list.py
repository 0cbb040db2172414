"""The list of what there is to do: with everybody or one client, what is open or all there ever was."""

from unittest.mock import Mock

import pytest
from app.conftest import MakeSession
from app.scripted_call import FakeClock
from builders import note, turn_with

from coachcli.app.between import actions
from coachcli.app.between.action_list import listed
from coachcli.app.between.entries import Said
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.store.client import client_file, engagements


@pytest.fixture(autouse=True)
def _chosen(jane: Client, made: MakeSession) -> None:
    """Two actions, one of them done since."""
    turn = turn_with(note("Write the page", "action"), note("Talk to Ana", "action"), question="arriving")
    made(jane, turns=(turn,), status="ended")


def done(context: Context, words: str) -> None:
    actions.close(context, lambda: None, Said("jane", words), "done")


def told(context: Context, client: str | None, *, closed: bool = False) -> list[str]:
    return [one.thing.what for who in listed(context, client, closed=closed).found for one in who.things]


def test_it_is_of_everybody_by_name_or_of_one(context: Context) -> None:
    client_file.add(context.practice, "Ana")

    assert [one.client.name for one in listed(context, None).found] == ["Ana", "Jane Doe"]
    assert [one.client.name for one in listed(context, "ana").found] == ["Ana"]


def test_what_was_done_is_in_it_where_that_is_asked_for(context: Context) -> None:
    done(context, "page")

    assert told(context, None) == ["Talk to Ana"]
    assert told(context, None, closed=True) == ["Write the page", "Talk to Ana"]


def test_a_session_later_the_numbers_are_the_same(
    context: Context, clock: FakeClock, jane: Client, made: MakeSession
) -> None:
    before = {one.number: one.thing.what for one in listed(context, "jane").found[0].things}
    clock.pass_(86_400)
    actions.add(context, lambda: None, Said("jane", "Call Tom"), "action")
    made(jane, "2026-11-23-1000", turns=(turn_with(note("Rest", "action"), question="arriving"),))
    after = {one.number: one.thing.what for one in listed(context, "jane").found[0].things}

    assert after == {**before, 3: "Call Tom", 4: "Rest"}


def test_what_is_agreed_with_all_clients_is_looked_up_once(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    client_file.add(context.practice, "Ana")
    loads = Mock(wraps=engagements.of_clients)
    monkeypatch.setattr(engagements, "of_clients", loads)
    listed(context, None)

    loads.assert_called_once()
