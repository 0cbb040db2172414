"""How the shipped frameworks ask: the person before the plan, one thing at a time, and never why."""

import re

import pytest

from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.questions import ReviewQuestion, SayQuestion
from coachcli.store.framework import catalogue
from coachcli.store.framework.files import sources_in

FRAMEWORKS = [catalogue.load(source) for source in sources_in(None)]
TWO_AT_ONCE = re.compile(r"\?.*\?|, and (?:how|what|when|where|who)\b")

each = pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda framework: framework.id)


@each
def test_nobody_is_asked_what_they_did_before_they_have_arrived(framework: Framework) -> None:
    first = framework.places[0].question

    assert not isinstance(first, ReviewQuestion)


@each
def test_every_question_asks_one_thing(framework: Framework) -> None:
    asked = [place.question.ask for place in framework.places if not isinstance(place.question, SayQuestion)]

    assert [ask for ask in asked if TWO_AT_ONCE.search(ask)] == []


@each
def test_no_question_asks_why(framework: Framework) -> None:
    asked = [text for place in framework.places for text in (place.question.ask, *place.question.probes)]

    assert [text for text in asked if re.search(r"\bwhy\b", text, re.IGNORECASE)] == []
