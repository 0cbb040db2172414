"""The coach reads what was said in all interviews, or in those of one engagement."""

import pytest
from app.conftest import MakeSession
from domain.client.months import rated
from domain.theme.voices import said

from coachcli.app.context import Context
from coachcli.app.theme.answers import ClientAnswers, client_answers
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Person
from coachcli.domain.value import changed
from coachcli.errors import NotFoundError
from coachcli.store.paths import Practice


@pytest.fixture(autouse=True)
def _asked(jane: Client, made: MakeSession) -> None:
    made(jane, "2026-09-01-1000", turns=(rated(3),), status="ended")
    for day, engagement in ((1, "lead"), (2, "lead"), (3, "other")):
        turns = (said(f"Answer {day} #listens"), changed(rated(day + 4), room="stakeholder"))
        made(
            jane,
            f"2026-10-0{day}-1000",
            "stakeholder-interview",
            turns=turns,
            person=Person(code=f"P{day}"),
            engagement=engagement,
        )


def read(context: Context, engagement: str | None = None) -> ClientAnswers:
    return client_answers(context, "jane", engagement, lambda: None)


def engaged(practice: Practice, name: str) -> None:
    path = practice.engagements("jane-doe") / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("format: 1\nstart: 2026-09-01\n", encoding="utf-8")


def test_every_answer_stands_below_its_question_as_the_framework_asks_it(context: Context) -> None:
    found = read(context)

    assert [(one.asked, [words for words, _ in one.answers]) for one in found.questions] == [
        ("What does Jane Doe do really well?", ["Answer 1 #listens", "Answer 2 #listens", "Answer 3 #listens"]),
        ("Delegating", ["5 of 10", "6 of 10", "7 of 10"]),
    ]
    assert [(one.tag, one.people) for one in found.tags] == [("#listens", 3)]
    assert found.interviews == 3


def test_of_one_engagement_it_is_what_was_said_in_it(context: Context) -> None:
    engaged(context.practice, "lead")
    engaged(context.practice, "other")

    assert read(context, "other").questions[0].answers == (("Answer 3 #listens", 1),)
    assert [(one.tag, one.people) for one in read(context, "lead").tags] == [("#listens", 2)]
    with pytest.raises(NotFoundError):
        read(context, "nosuch")


def test_an_interview_that_cannot_be_read_is_told(context: Context) -> None:
    next(context.practice.sessions("jane-doe").glob("2026-10-02-*.yaml")).write_text("format: [", encoding="utf-8")

    found = read(context)

    assert found.questions[0].answers == (("Answer 1 #listens", 1), ("Answer 3 #listens", 1))
    assert len(found.passed_over) == 1
