"""The goals that are open already stand before the question for one."""

import pytest
from app.scripted_call import FakeClock, Kept, Script, services_of
from builders import GOAL, STORY, framework_of, note, session_of, turn_with, typed_in, walked

from coachcli.app.call.call import Call
from coachcli.app.call.open_goals import lines
from coachcli.app.call.view import view
from coachcli.domain.framework.questions import Question
from coachcli.domain.history.open_items import followed
from coachcli.domain.session.model import Note, Session
from coachcli.domain.session.walk import Walk
from coachcli.domain.terms import Room
from coachcli.domain.value import changed

LASTING = changed(GOAL, lasts=True, smart="off")
LEAD = note("Lead the division", "goal", "client")


def call_at(*open_already: Note, question: Question = LASTING, room: Room = "client", discreet: bool = False) -> Call:
    """A call at a question, with what was chosen in an earlier session."""
    framework = changed(framework_of(question, STORY), room=room)
    earlier = session_of(turn_with(*open_already), id="jane-doe/2026-10-01-1000")
    script = Script([])

    def known(session: Session) -> tuple[object, ...]:
        return followed([earlier, session], [])

    services = changed(services_of(Walk(framework, "Jane"), script, Kept(script.log), FakeClock()), followed=known)
    return Call(services, walked(framework=framework), discreet=discreet)


@pytest.mark.parametrize("question", [LASTING, changed(GOAL, lasts=False, smart="off")])
def test_each_has_a_line_before_the_cue_whether_a_goal_or_an_aim_is_asked_for(question: Question) -> None:
    call = call_at(LEAD, question=changed(question, cue="Slow down here."))

    assert view(call).cue.split("\n") == ["Open: Lead the division", "Slow down here."]


def test_at_any_other_question_there_is_none() -> None:
    assert lines(call_at(LEAD, question=STORY)) == []


def test_an_action_or_an_earlier_aim_is_no_goal() -> None:
    assert lines(call_at(note("call Tom", "action"), note("what to say", "aim"))) == []


def test_three_at_most_the_newest_first_and_the_rest_is_counted() -> None:
    goals = [note(f"goal {number}", "goal") for number in range(5)]

    assert lines(call_at(*goals)) == ["Open: goal 4", "Open: goal 3", "Open: goal 2", "and 2 more"]


def test_once_one_is_noted_they_are_gone() -> None:
    call = call_at(LEAD)
    noted = typed_in(call.session, ["Sleep through"], call.services.walk.framework)

    assert lines(Call(call.services, noted)) == []


def test_where_others_see_the_screen_there_is_none() -> None:
    assert lines(call_at(LEAD, discreet=True)) == []
    assert "division" not in view(call_at(LEAD, discreet=True)).cue


def test_with_the_sponsor_in_the_room_only_what_is_marked_for_them_is_there() -> None:
    marked = note("Grow the north", "goal", "sponsor")

    assert lines(call_at(LEAD, marked, room="three")) == ["Open: Grow the north"]


@pytest.mark.parametrize("room", ["sponsor", "stakeholder", "alone"])
def test_anywhere_else_there_is_none(room: Room) -> None:
    assert lines(call_at(changed(LEAD, share_with="sponsor"), room=room)) == []
