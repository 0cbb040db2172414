"""Where a session stands, what comes next, and what led there."""

from builders import FRAMEWORK, FREE, OF_THE_CALL, framework_of, note, session_of, turn_with, unbegun, walked
from domain.strategies import SOMETIMES, Way, ways
from hypothesis import given

from coachcli.domain.framework.questions import LineQuestion
from coachcli.domain.session.model import Position, Session
from coachcli.domain.session.moves import Amended, Answered, Backed, Closed, Jumped, Mapped, Noted, NoteRef, Passed
from coachcli.domain.session.position import (
    Key,
    key_of,
    last_note,
    note_at,
    note_in_hand,
    open_field,
    place_of,
    settled,
    trail,
)
from coachcli.domain.session.route import Route, Stop


def next_id(session: Session) -> str | None:
    stop = Route(FRAMEWORK).following(session)
    return stop.place.question.id if stop else None


def test_a_session_stands_at_a_question_at_the_map_or_nowhere_at_all() -> None:
    assert place_of(FRAMEWORK, walked(Jumped("hours"))) is FRAMEWORK.by_id["hours"]
    assert place_of(FRAMEWORK, walked(Mapped())) is None
    assert place_of(FRAMEWORK, walked(Closed(), Closed(), Closed())) is None
    assert place_of(FRAMEWORK, unbegun()) is None


def test_a_place_that_the_framework_has_no_more_is_none() -> None:
    assert place_of(framework_of(LineQuestion(id="other", type="line", ask="?")), walked()) is None


def test_while_fields_are_asked_the_action_is_in_hand() -> None:
    session = walked(Jumped("actions"), Noted(note("hm")), Answered(note("go", "action")))

    assert open_field(session) == "by_when"
    assert note_in_hand(session) == note("go", "action")


def test_else_no_note_is_in_hand() -> None:
    for session in (walked(Answered(note())), walked(Mapped()), unbegun()):
        assert open_field(session) is None
        assert note_in_hand(session) is None


def test_the_next_question_skips_what_is_not_of_the_call() -> None:
    assert next_id(walked(Jumped("story"))) == "topic"
    assert next_id(walked(Jumped("thanks"))) is None
    assert next_id(walked(Jumped("before_next"))) is None


def test_at_the_map_the_next_question_is_one_that_was_not_asked() -> None:
    assert next_id(walked(Mapped())) == "topic"
    assert next_id(walked(Jumped("hours"), Mapped())) == "goal"
    assert next_id(walked(Jumped("thanks"), Mapped())) == "topic"
    assert next_id(walked(*(Jumped(question) for question in OF_THE_CALL), Mapped())) is None


def test_in_a_free_order_a_stage_is_not_left_by_itself() -> None:
    assert Route(FREE).following(walked(Jumped("options"), framework=FREE)) is None
    assert next_id(walked(Jumped("options"))) == "importance"


def test_the_last_note_is_found_at_a_question_or_anywhere() -> None:
    session = walked(Answered(note("a")), Answered(note("b")), Passed(), Answered(note("c", "topic")), Jumped("story"))

    assert last_note(session, ("story", None)) == NoteRef(0, 1)
    assert last_note(session, None) == NoteRef(1, 0)
    assert last_note(session, ("goal", None)) is None
    assert note_at(session, NoteRef(0, 1)).text == "b"


def test_with_nothing_noted_there_is_no_last_note() -> None:
    assert last_note(walked(), None) is None


def way(*questions: str) -> list[Key]:
    return [(question, None) for question in questions]


def test_the_trail_is_the_way_that_was_walked() -> None:
    assert trail(walked(Passed(), Jumped("hours"))) == way("story", "topic", "hours")


def test_going_back_shortens_the_trail() -> None:
    assert trail(walked(Passed(), Jumped("hours"), Backed())) == way("story", "topic")
    assert trail(walked(Passed(), Jumped("hours"), Backed(), Backed())) == way("story")


def test_a_jump_to_an_earlier_question_lengthens_it() -> None:
    assert trail(walked(Passed(), Jumped("story"))) == way("story", "topic", "story")


def test_what_was_never_asked_is_told_in_the_order_of_the_framework() -> None:
    session = walked(Jumped("thanks"), Jumped("topic"))

    assert [stop.place.question.id for stop in Route(FRAMEWORK).never_asked(session)] == [
        question for question in OF_THE_CALL if question not in {"story", "thanks", "topic"}
    ]


def test_the_first_unvisited_is_after_the_last_one_asked_else_from_the_top() -> None:
    unvisited = Route(FRAMEWORK).unvisited

    assert unvisited(unbegun()) == Stop(FRAMEWORK.by_id["story"])
    assert unvisited(walked(Jumped("options"))) == Stop(FRAMEWORK.by_id["importance"])
    assert unvisited(walked(Jumped("thanks"))) == Stop(FRAMEWORK.by_id["topic"])
    assert unvisited(session_of(turn_with(question="gone"))) == Stop(FRAMEWORK.by_id["story"])


def test_a_session_left_at_a_question_that_is_gone_settles_at_the_map() -> None:
    other = framework_of(LineQuestion(id="other", type="line", ask="?"))

    assert settled(other, walked()).position == Position()
    assert settled(FRAMEWORK, walked()) == walked()
    assert settled(FRAMEWORK, unbegun()).position == Position()
    assert settled(other, walked(Closed(), Closed(), Closed())).position is None


@SOMETIMES
@given(ways())
def test_the_trail_ends_where_the_conversation_was_last(way: Way) -> None:
    session = way.sessions()[-1]

    assert trail(session)[-1:] == [key_of(turn) for turn in session.turns[-1:]]


@SOMETIMES
@given(ways())
def test_every_last_note_can_be_taken_away(way: Way) -> None:
    session = way.sessions()[-1]
    while (ref := last_note(session, None)) is not None:
        count = len(list(session.notes))
        session = way.walk.apply(session, Amended(ref, None), session.started)

        assert len(list(session.notes)) == count - 1
