"""What a line would be an answer to, at the question at hand and where a note is rewritten."""

from builders import FRAMEWORK, IMPORTANCE, MOOD, STORY, TOPIC, framework_of, read_date, typed_in, walked

from coachcli.domain.line.expectation import expecting, stop_of
from coachcli.domain.session.moves import Jumped, Mapped, NoteRef
from coachcli.domain.session.walk import Walk
from coachcli.domain.value import changed

WALK = Walk(FRAMEWORK, "Jane")


def test_it_is_the_question_at_hand_with_what_it_offers_and_who_may_see_answers() -> None:
    mood = expecting(WALK, walked(Jumped("mood")), read_date)
    topic = expecting(WALK, walked(Jumped("topic")), read_date)

    assert (mood.question, mood.choices) == (MOOD, ("Calm", "Tense", "Tired but well"))
    assert (topic.question, topic.marked, topic.answered) == (TOPIC, "client", None)


def test_the_answer_that_stands_is_known() -> None:
    answered = expecting(WALK, typed_in(walked(Jumped("importance")), ["7"]), read_date).answered

    assert answered is not None
    assert answered.scale is not None
    assert answered.scale.score == 7


def test_where_a_part_of_an_action_is_asked_for_it_is_that_part() -> None:
    expected = expecting(WALK, typed_in(walked(Jumped("actions")), ["call Tom"]), read_date)

    assert expected.field == "by_when"
    assert expected.note is not None
    assert expected.note.text == "call Tom"


def test_at_the_map_it_is_nothing() -> None:
    expected = expecting(WALK, walked(Mapped()), read_date)

    assert (expected.question, expected.choices, expected.answered) == (None, (), None)


def test_where_a_note_is_rewritten_it_is_the_question_of_that_note_unanswered() -> None:
    session = typed_in(walked(Jumped("importance")), ["7"])
    ref = NoteRef(len(session.turns) - 1, 0)
    expected = expecting(WALK, changed(session, position=None), read_date, ref)

    assert (expected.question, expected.answered, expected.field) == (IMPORTANCE, None, None)


def test_a_question_that_is_asked_no_more_is_no_place_to_rewrite_at() -> None:
    session = typed_in(walked(), ["one"])

    assert stop_of(WALK, session, NoteRef(0, 0)) is not None
    assert stop_of(Walk(framework_of(TOPIC), "Jane"), session, NoteRef(0, 0)) is None
    assert session.turns[0].question == STORY.id
