"""Frameworks as values: what they refuse, and what they know about their questions."""

from typing import Any

import pytest
from builders import (
    FRAMEWORK,
    IMPORTANCE,
    REFLECTION,
    STORY,
    TOPIC,
    framework_of,
)
from pydantic import ValidationError

from coachcli.domain.framework.model import Framework, Place, Stage, Step
from coachcli.domain.record_data import checked, without_nothing
from coachcli.domain.terms import ShareWith
from coachcli.domain.value import changed


def test_questions_come_in_the_order_in_which_they_are_written() -> None:
    places = FRAMEWORK.places

    assert [place.question.id for place in places[:5]] == ["story", "topic", "options", "importance", "energy"]
    assert [(place.stage.id, place.step and place.step.id) for place in places[2:4]] == [
        ("opening", None),
        ("middle", "rating"),
    ]
    assert FRAMEWORK.by_id["importance"].question is IMPORTANCE


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


def test_a_framework_knows_where_each_question_stands() -> None:
    framework = framework_of(STORY, REFLECTION)

    assert [place.question.id for place in framework.places] == ["story", "reflection"]
    assert framework.by_id["reflection"].stage.title == "Only"
