"""A session brought over to its framework as that is today."""

import pytest
from builders import FRAMEWORK, GOAL, NOW, STORY, TOPIC, framework_of, note, walked
from domain.strategies import SOMETIMES, Way, ways
from hypothesis import given

from coachcli.domain.framework.model import Framework
from coachcli.domain.session.framework_change import switched
from coachcli.domain.session.model import FrameworkRef, Position, Session
from coachcli.domain.session.moves import Answered, Jumped, Passed
from coachcli.domain.session.update import GONE, brought_over, no_longer_asked
from coachcli.domain.session.walk import Walk

REF = FrameworkRef(id="short", title="Short", version=2, sha256="1" * 64)
HELD = walked(Answered(note("busy")), Passed(), Answered(note("lead", "topic", "client")))


def over_to(framework: Framework, session: Session = HELD) -> Session:
    return brought_over(session, framework, REF)


def test_where_nothing_changed_only_the_framework_it_names_does() -> None:
    assert over_to(FRAMEWORK) == HELD.model_copy(update={"framework": REF})


def test_a_question_that_stands_elsewhere_now_takes_its_notes_along() -> None:
    moved = over_to(framework_of(STORY, TOPIC, GOAL))

    assert {turn.stage for turn in moved.turns[:2]} == {"only"}
    assert [note.text for _, note in moved.notes] == ["busy", "lead"]


def test_a_question_that_was_renamed_is_found_by_what_it_is_called_now() -> None:
    matter = TOPIC.model_copy(update={"id": "matter"})
    changed = framework_of(STORY, matter).model_copy(update={"renamed": {"topic": "matter"}})
    moved = over_to(changed)

    assert [turn.question for turn in moved.turns[:2]] == ["story", "matter"]
    assert no_longer_asked(moved) == []


def test_what_was_noted_at_a_question_that_is_gone_is_kept_under_no_longer_asked() -> None:
    moved = over_to(framework_of(STORY))

    assert [turn.stage for turn in moved.turns][:2] == ["only", GONE.id]
    assert moved.stages[-1] == GONE
    assert no_longer_asked(moved) == ["What shall we work on?"]
    assert [note.text for _, note in moved.notes] == ["busy", "lead"]


@pytest.mark.parametrize("question", ["hours", "goal"])
def test_left_at_a_question_that_is_gone_it_goes_on_at_the_map(question: str) -> None:
    moved = over_to(framework_of(STORY), walked(Jumped(question)))

    assert moved.position == Position()


def test_left_at_a_question_that_is_there_it_goes_on_there() -> None:
    assert over_to(framework_of(STORY, TOPIC), walked(Passed())).position == Position(question="topic")


@SOMETIMES
@given(ways(), ways())
def test_whatever_the_framework_became_no_word_is_lost_and_it_can_be_walked_on(way: Way, other: Way) -> None:
    session = way.sessions()[-1]

    moved = brought_over(session, other.framework, REF)

    assert [note for _, note in moved.notes] == [note for _, note in session.notes]
    assert Session.model_validate(moved.model_dump(by_alias=True)) == moved
    assert Walk(other.framework, "Jane").apply(moved, Passed(), NOW)


def test_what_was_said_along_another_model_stays_as_it_was() -> None:
    first = FrameworkRef(id="first", title="First", version=1, sha256="0" * 64)
    held = walked(Answered(note("calm")), framework=framework_of(STORY)).model_copy(update={"framework": first})
    switched_to = switched(held, FRAMEWORK, REF)
    moved = over_to(FRAMEWORK, Walk(FRAMEWORK, "Jane").arrive(switched_to, NOW))

    assert [turn.question for turn in moved.turns] == ["first.story", "story"]
    assert [line.id for line in moved.stages] == ["first.only", "opening", "middle", "will"]
    assert no_longer_asked(moved) == []
