"""Frameworks as values: what they refuse, and what they know about their questions."""

from typing import Any, get_args

import pytest
from builders import (
    ACTIONS,
    DRAWN_TO,
    FRAMEWORK,
    GOAL,
    IMPORTANCE,
    OPTIONS,
    REFLECTION,
    SINCE,
    STORY,
    THANKS,
    TOPIC,
    framework_of,
)
from pydantic import TypeAdapter, ValidationError

from coachcli.domain.framework.model import Framework, Place, Stage, Step
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.framework.questions import (
    TYPES,
    ActionQuestion,
    GoalQuestion,
    Question,
    ScaleQuestion,
    fields_of,
    takes_many,
)
from coachcli.domain.record import for_pydantic
from coachcli.domain.record_data import checked, without_nothing
from coachcli.domain.terms import Kind, ShareWith
from coachcli.domain.value import changed

QUESTION: TypeAdapter[Question] = TypeAdapter(for_pydantic(Question))
ASKED = {"id": "a", "ask": "A?"}


def test_every_type_of_question_has_a_name() -> None:
    models = get_args(get_args(Question)[0])

    assert sorted(TYPES) == sorted(get_args(model.__annotations__["type"])[0] for model in models)


def test_the_framework_of_the_tests_has_every_type_of_question() -> None:
    assert {SINCE.type, *(place.question.type for place in FRAMEWORK.places)} == set(TYPES)


def test_questions_come_in_the_order_in_which_they_are_written() -> None:
    places = FRAMEWORK.places

    assert [place.question.id for place in places[:5]] == ["story", "topic", "options", "importance", "energy"]
    assert [(place.stage.id, place.step and place.step.id) for place in places[2:4]] == [
        ("opening", None),
        ("middle", "rating"),
    ]
    assert FRAMEWORK.by_id["importance"].question is IMPORTANCE


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ({"type": "note", "id": "A"}, "pattern"),
        ({"type": "note", "id": "1st"}, "pattern"),
        ({"type": "note", "id": "a-b"}, "pattern"),
        ({"type": "note", "ask": " "}, "at least 1"),
        ({"type": "note", "asks": "A?"}, "Extra"),
        ({"type": "note", "share_with": "all"}, "share_with"),
        ({"type": "note", "keep_as": "quote"}, "keep_as"),
        ({"type": "note", "phase": "before"}, "phase"),
        ({"type": "riddle"}, "riddle"),
        ({}, "type"),
        ({"type": "line", "many": 0}, "greater than"),
        ({"type": "line", "many": 101}, "less than"),
        ({"type": "scale", "from": 10, "to": 10}, "end higher"),
        ({"type": "scale", "from": 10, "to": 1}, "end higher"),
        ({"type": "choice"}, "one of the two"),
        ({"type": "choices", "choices": ["a"], "choices_from": "b"}, "one of the two"),
        ({"type": "goal", "smart": "very"}, "smart"),
        ({"type": "action", "fields": ["mood"]}, "fields"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(question: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        QUESTION.validate_python(ASKED | question)


def test_a_scale_goes_from_1_to_10_unless_it_says_otherwise() -> None:
    usual = QUESTION.validate_python(ASKED | {"type": "scale"})
    own = QUESTION.validate_python(ASKED | {"type": "scale", "from": 0, "to": 5})

    assert isinstance(usual, ScaleQuestion)
    assert (usual.start, usual.to) == (1, 10)
    assert isinstance(own, ScaleQuestion)
    assert (own.start, own.to) == (0, 5)


def test_texts_are_trimmed_and_cleaned() -> None:
    question = QUESTION.validate_python({"id": "a", "type": "note", "ask": " What\x1b now? \n", "cue": "Wait.\r\n"})

    assert (question.ask, question.cue) == ("What now?", "Wait.")


@pytest.mark.parametrize("parts", [{}, {"ask": [STORY], "steps": [Step(id="a", title="A", ask=(TOPIC,))]}, {"ask": []}])
def test_a_stage_has_either_questions_or_steps(parts: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match=r"ask"):
        checked(Stage, {"id": "a", "title": "A"} | parts)


@pytest.mark.parametrize("parts", [{"stages": []}, {"minutes": 0}, {"minutes": 1441}, {"id": "../x"}, {"order": "any"}])
def test_a_framework_that_makes_no_sense_is_refused(parts: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        checked(Framework, without_nothing(FRAMEWORK) | parts)


def test_a_framework_read_again_is_the_same() -> None:
    assert checked(Framework, without_nothing(FRAMEWORK)) == FRAMEWORK
    assert checked(Framework, without_nothing(FRAMEWORK)) == FRAMEWORK


@pytest.mark.parametrize(
    ("question", "step", "stage", "framework", "seen_by"),
    [
        (None, None, None, None, None),
        (None, None, None, "client", "client"),
        (None, None, "sponsor", "client", "sponsor"),
        (None, "nobody", "sponsor", "client", "nobody"),
        ("client", "nobody", "sponsor", "nobody", "client"),
        ("nobody", None, None, "client", "nobody"),
    ],
)
def test_what_is_nearest_to_a_question_says_who_sees_its_answers(
    question: ShareWith | None,
    step: ShareWith | None,
    stage: ShareWith | None,
    framework: ShareWith | None,
    seen_by: ShareWith | None,
) -> None:
    asked = changed(STORY, share_with=question)
    inner = Step(id="step", title="Step", share_with=step, ask=(asked,))
    outer = Stage(id="stage", title="Stage", share_with=stage, steps=(inner,))
    whole = Framework(id="whole", title="Whole", share_with=framework, stages=(outer,))

    assert whole.share_with_at(Place(outer, inner, asked)) == seen_by


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        (STORY, ()),
        (GoalQuestion(id="g", type="goal", ask="G?"), ()),
        (GoalQuestion(id="g", type="goal", ask="G?", smart="light"), ("measure",)),
        (GOAL, ("specific", "measure", "achievable", "relevant", "by_when")),
        (ACTIONS, ("by_when", "confidence", "support")),
        (ActionQuestion(id="a", type="action", ask="A?", fields=("what",)), ()),
        (ActionQuestion(id="a", type="action", ask="A?", fields=("who", "what", "who")), ("who",)),
    ],
)
def test_the_fields_of_a_goal_or_an_action_are_asked_once_each(question: Question, fields: tuple[str, ...]) -> None:
    assert fields_of(question) == fields


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (STORY, "note"),
        (TOPIC, "topic"),
        (THANKS, "note"),
        (GOAL, "goal"),
        (IMPORTANCE, "scale"),
        (DRAWN_TO, "takeaway"),
    ],
)
def test_an_answer_is_kept_in_its_role_or_as_its_type(question: Question, kind: Kind) -> None:
    assert answer_kind(question) == kind


def test_some_questions_take_one_answer_after_another() -> None:
    many = [place.question.id for place in FRAMEWORK.places if takes_many(place.question)]

    assert many == ["story", "options", "actions", "reflection"]
    assert takes_many(OPTIONS)


def test_a_framework_knows_where_each_question_stands() -> None:
    framework = framework_of(STORY, REFLECTION)

    assert [place.question.id for place in framework.places] == ["story", "reflection"]
    assert framework.by_id["reflection"].stage.title == "Only"
