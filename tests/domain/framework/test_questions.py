"""The questions of a framework: what each takes, and what it refuses."""

from typing import Any, get_args

import pytest
from builders import (
    ACTIONS,
    FRAMEWORK,
    GOAL,
    OPTIONS,
    SINCE,
    STORY,
)
from pydantic import TypeAdapter, ValidationError

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

QUESTION: TypeAdapter[Question] = TypeAdapter(for_pydantic(Question))


ASKED = {"id": "a", "ask": "A?"}


def test_every_type_of_question_has_a_name() -> None:
    models = get_args(get_args(Question)[0])

    assert sorted(TYPES) == sorted(get_args(model.__annotations__["type"])[0] for model in models)


def test_the_framework_of_the_tests_has_every_type_of_question() -> None:
    assert {SINCE.type, *(place.question.type for place in FRAMEWORK.places)} == set(TYPES)


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


def test_some_questions_take_one_answer_after_another() -> None:
    many = [place.question.id for place in FRAMEWORK.places if takes_many(place.question)]

    assert many == ["story", "options", "actions", "reflection"]
    assert takes_many(OPTIONS)
