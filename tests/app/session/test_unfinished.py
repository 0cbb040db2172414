"""What is unfinished with a client when another session is to begin."""

from pathlib import Path

from app.conftest import MakeSession
from app.play import Play, at_a_terminal, over_a_pipe

from coachcli.app.context import Context
from coachcli.app.session.request import StartRequest
from coachcli.app.session.unfinished import Waiting, waiting
from coachcli.domain.client.model import Client
from coachcli.store.client import client_file


def taken_up(context: Context, person: Client, request: StartRequest, play: Play) -> Path | None:
    """The session that is gone on with; what is only told is said after it."""
    left = waiting(context, person, request, play.chooser)
    play.conversation.say(*left.remarks)
    return left.taken_up(play.chooser)


def test_the_unfinished_session_is_offered(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-11-01-0900", status="ended")
    open_one = made(jane, "2026-11-10-0900", status="paused")
    made(jane, "2026-11-18-0900", status="ended")
    play = at_a_terminal("yes")

    assert taken_up(context, jane, StartRequest(), play) == open_one.path
    assert play.chooser is not None
    (asked,) = play.chooser.asked
    assert asked.startswith("GROW with Jane Doe on Tuesday 10 November 2026, 09:00 is unfinished. ")
    assert asked.endswith(" Enter goes on with it; n begins a new session.")


def test_the_coach_may_begin_another_one(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, status="paused")

    assert taken_up(context, jane, StartRequest(), at_a_terminal("no")) is None


def test_a_pipe_only_hears_of_it(context: Context, jane: Client, made: MakeSession) -> None:
    stored = made(jane, status="live")
    play = over_a_pipe()

    assert taken_up(context, jane, StartRequest(), play) is None
    assert f"coach session resume {stored.session.id}" in play.said


def test_whoever_named_another_model_only_hears_of_it(context: Context, jane: Client, made: MakeSession) -> None:
    stored = made(jane, status="paused")
    play = at_a_terminal()

    assert taken_up(context, jane, StartRequest(framework="reflection"), play) is None
    assert f"coach session resume {stored.session.id}" in play.said


def test_a_reflection_that_waits_is_told_and_stands_in_the_way_of_no_call(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane, "2026-11-10-0900", "reflection", status="paused")
    play = at_a_terminal()

    assert taken_up(context, jane, StartRequest(), play) is None
    assert play.chooser is not None
    assert play.chooser.asked == []
    assert play.said == " Reflection waits for you: coach session resume jane-doe/2026-11-10-0900"


def test_it_hides_no_call_that_waits_either(context: Context, jane: Client, made: MakeSession) -> None:
    call = made(jane, "2026-11-10-0900", status="paused")
    own = made(jane, "2026-11-10-1000", "reflection", status="live")
    play, pipe = at_a_terminal("yes"), over_a_pipe()

    assert taken_up(context, jane, StartRequest(), play) == call.path
    assert taken_up(context, jane, StartRequest(), pipe) is None
    assert play.said.split("resume ")[1:] == [own.session.id]
    assert [line.rpartition(" ")[2] for line in pipe.script.said] == [call.session.id, own.session.id]


def test_it_is_asked_about_where_it_is_named_and_on_a_shared_screen_nothing_is_told(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane, "2026-11-10-0900", status="paused")
    own = made(jane, "2026-11-10-1000", "reflection", status="paused")
    play, shared = at_a_terminal("yes"), at_a_terminal("no", discreet=True)

    assert taken_up(context, jane, StartRequest(framework="Reflection"), play) == own.path
    assert taken_up(context, jane, StartRequest(discreet=True), shared) is None
    assert play.said == shared.said == ""


def test_what_is_written_up_later_and_somebody_new_have_nothing_to_do_with_it(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane, status="paused")

    assert waiting(context, jane, StartRequest(at="yesterday"), at_a_terminal().chooser) == Waiting()
    assert waiting(context, "Bo Li", StartRequest(), at_a_terminal().chooser) == Waiting()


def test_where_all_is_finished_nothing_is_asked(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, status="ended")

    assert taken_up(context, jane, StartRequest(), at_a_terminal()) is None


def test_another_clients_unfinished_session_is_not_offered(context: Context, jane: Client, made: MakeSession) -> None:
    made(client_file.add(context.practice, "Tom"), status="paused")

    assert taken_up(context, jane, StartRequest(), at_a_terminal()) is None
