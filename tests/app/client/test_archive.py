"""Archived clients: out of every working list, and still there."""

import pytest
from app.conftest import MakeSession
from app.play import at_a_terminal, over_a_pipe
from builders import note, turn_with

from coachcli.app.between.action_list import listed
from coachcli.app.call.completion import vocabulary
from coachcli.app.client import prep, tab_names
from coachcli.app.client.archive import archive, asked_about
from coachcli.app.client.home import overview
from coachcli.app.context import Context
from coachcli.app.session.catalogue import list_sessions
from coachcli.app.session.choice import client as chosen
from coachcli.app.session.request import StartRequest
from coachcli.domain.client.model import Client
from coachcli.errors import NotFoundError
from coachcli.store.client import clients


@pytest.fixture
def away(context: Context, jane: Client, made: MakeSession) -> Client:
    """Jane, with something open and a session unfinished, put away."""
    made(jane, turns=(turn_with(note("Sleep", "action", "client"), question="arriving"),), status="paused")
    archive(context, "jane", undo=False)
    return clients.of_folder(context.practice, jane.id)


def names_offered(context: Context) -> list[str]:
    play = at_a_terminal("new", "Zoe")
    chosen(context, StartRequest(), play.conversation)
    assert play.chooser is not None
    return [title.partition(":")[0] for title in play.chooser.offered[0]]


@pytest.mark.usefixtures("away")
def test_no_working_list_has_an_archived_client(context: Context) -> None:
    screen, _ = overview(context)

    assert (screen.unfinished, screen.due, screen.is_new) == ((), (), False)
    assert listed(context, None).found == ()
    assert tab_names.clients(context.practice, "") == []
    assert tab_names.sessions(context.practice, "") == ["last"]
    assert vocabulary(context).clients() == ()
    assert names_offered(context) == ["new client..."]
    with pytest.raises(NotFoundError):
        prep.whom(context, None, lambda: None)


def test_by_name_they_are_found_and_their_sessions_stay_in_the_list(context: Context, away: Client) -> None:
    assert [one.client.id for one in listed(context, "jane").found] == [away.id]
    assert prep.whom(context, "doe", lambda: None) == away
    assert tab_names.clients(context.practice, "Ja") == ["Jane Doe"]
    assert tab_names.sessions(context.practice, "jane-doe/") == ["jane-doe/2026-11-19-1000"]
    assert len(list_sessions(context, None, None).sessions) == 1


@pytest.mark.usefixtures("away")
def test_what_waits_with_them_is_told_and_they_come_back(context: Context) -> None:
    again = archive(context, "jane", undo=False)
    back = archive(context, "jane", undo=True)

    assert (again.is_new, again.unfinished, again.open) == (False, 1, 1)
    assert back.is_new
    assert len(overview(context)[0].unfinished) == 1


@pytest.mark.parametrize(("answer", "stays"), [("no", True), ("yes", False)])
def test_a_session_with_them_takes_them_back_only_when_told(
    context: Context, away: Client, answer: str, stays: bool
) -> None:
    play = at_a_terminal(answer)
    asked_about(context, away, play.conversation)

    assert play.chooser is not None
    assert play.chooser.on_enter == [False]
    assert clients.of_folder(context.practice, away.id).is_archived == stays


def test_where_nobody_can_be_asked_they_stay_and_it_is_said(context: Context, away: Client) -> None:
    play = over_a_pipe()
    asked_about(context, away, play.conversation)

    assert "Jane Doe is archived, and stays so. To take them back: coach client archive jane-doe --undo" in play.said
    assert clients.of_folder(context.practice, away.id).is_archived


def test_nobody_is_named_where_others_see_the_screen(context: Context, away: Client) -> None:
    play = at_a_terminal("no", discreet=True)
    asked_about(context, away, play.conversation)

    assert play.chooser is not None
    assert "Jane" not in play.said + "".join(play.chooser.asked)
    assert "archived" in play.said
