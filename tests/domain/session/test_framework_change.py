"""Going on in another model: nothing is lost, and nothing said along one counts as an answer in the other."""

import pytest
from builders import CLIENT, FRAMEWORK, FREE, GOAL, NOW, STORY, TOPIC, framework_of, note, walked
from domain.strategies import SOMETIMES, Way, frameworks, moves, ways
from hypothesis import assume, given
from hypothesis import strategies as st

from coachcli.domain.export.session_page import coach_page
from coachcli.domain.framework.model import Framework
from coachcli.domain.record_data import checked, without_nothing
from coachcli.domain.session.answers import notes_on
from coachcli.domain.session.framework_change import (
    GONE,
    brought_over,
    frameworks_of,
    is_elsewhere,
    minutes_here,
    no_longer_asked,
    stage_title,
    switched,
)
from coachcli.domain.session.model import FrameworkRef, Position, Session
from coachcli.domain.session.moves import (
    Amended,
    Answered,
    Backed,
    Closed,
    Jumped,
    Mapped,
    Move,
    Noted,
    Passed,
    Rebooked,
)
from coachcli.domain.session.position import place_of
from coachcli.domain.session.walk import Walk, spend
from coachcli.domain.value import changed

OTHER = changed(framework_of(TOPIC, STORY), id="other", title="Other", minutes=30)
HELD = walked(Answered(note("busy")), Passed(), Answered(note("lead", "topic", "client")))


def ref_to(framework: Framework) -> FrameworkRef:
    return FrameworkRef(
        room=framework.room, id=framework.id, title=framework.title, version=framework.version, sha256="0" * 64
    )


def to(framework: Framework, session: Session = HELD) -> Session:
    """On in another model, to where that begins or was left."""
    return Walk(framework, CLIENT).arrive(switched(session, framework, ref_to(framework)), NOW)


def after(session: Session, *happened: Move, framework: Framework = OTHER) -> Session:
    for move in happened:
        session = Walk(framework, CLIENT).apply(session, move, NOW)
    return session


def words(session: Session) -> list[str]:
    return [note.text for _, note in session.notes]


class TestGoingOn:
    def test_it_begins_where_the_other_model_begins(self) -> None:
        assert to(OTHER).position == Position(question="topic")
        assert to(changed(FREE, id="other")).position == Position()

    def test_the_session_names_the_new_model_and_the_one_before(self) -> None:
        moved = to(OTHER)

        assert moved.framework.id == "other"
        assert [ref.id for ref in moved.switched_from] == ["short"]
        assert [ref.title for ref in frameworks_of(moved)] == ["Short", "Other"]

    def test_what_was_answered_in_one_is_no_answer_in_the_other(self) -> None:
        moved = to(OTHER)
        route = Walk(OTHER, CLIENT).route

        assert words(moved) == ["busy", "lead"]
        assert notes_on(moved, TOPIC) == []
        assert [stop.place.question.id for stop in route.never_asked(moved)] == ["story"]

    def test_a_new_session_asks_the_same(self) -> None:
        asked = after(to(OTHER), Answered(note("trust", "topic")), Passed())

        assert [turn.asked for turn in asked.turns[-2:]] == ["What shall we work on?", "What is going on?"]

    def test_back_does_not_lead_into_the_model_that_was_left(self) -> None:
        assert after(to(OTHER), Backed()) == to(OTHER)

    def test_what_is_said_before_anything_is_asked_there_opens_its_first_question(self) -> None:
        free = changed(OTHER, order="free")
        said = after(to(free), Noted(note("calm")), framework=free)

        assert (said.turns[-1].question, said.turns[-1].notes[0].text) == ("topic", "calm")
        assert said.turns[:-1] == to(free).turns

    def test_at_the_end_both_are_there(self) -> None:
        ended = after(to(OTHER), Noted(note("calm")), Closed())

        assert ended.status == "ended"
        assert words(ended) == ["busy", "lead", "calm"]


class TestAndBack:
    def test_it_goes_on_where_it_was(self) -> None:
        back = to(FRAMEWORK, after(to(OTHER), Answered(note("trust", "topic"))))

        assert place_of(FRAMEWORK, back) == place_of(FRAMEWORK, HELD)
        assert notes_on(back, TOPIC) == notes_on(HELD, TOPIC)
        assert words(back) == ["busy", "lead", "trust"]

    def test_the_models_stand_in_the_order_they_were_come_to(self) -> None:
        back = to(FRAMEWORK, to(OTHER))

        assert [ref.title for ref in frameworks_of(back)] == ["Short", "Other"]
        assert [ref.id for ref in back.switched_from] == ["other"]

    def test_no_model_is_named_twice_however_often_it_goes_to_and_fro(self) -> None:
        third = changed(OTHER, id="third", title="Third")
        moved = to(third, to(OTHER, to(FRAMEWORK, to(OTHER))))

        assert [ref.id for ref in moved.switched_from] == ["short", "other"]
        assert words(moved) == ["busy", "lead"]

    def test_back_leads_on_past_what_was_asked_in_between(self) -> None:
        back = to(FRAMEWORK, to(OTHER))

        assert after(back, Backed(), framework=FRAMEWORK).position == Position(question="story")

    def test_a_model_that_nothing_was_asked_of_leaves_no_trace(self) -> None:
        there = switched(HELD, OTHER, ref_to(OTHER))
        back = switched(there, FRAMEWORK, HELD.framework)

        assert back == after(HELD, Mapped(), framework=FRAMEWORK)

    def test_but_the_one_with_which_the_session_began_is_still_named(self) -> None:
        empty = changed(HELD, turns=(), position=Position())
        there = switched(empty, OTHER, ref_to(OTHER), begun="short")

        assert [ref.id for ref in there.switched_from] == ["short"]
        assert [ref.id for ref in frameworks_of(there)] == ["other"]
        assert switched(there, FRAMEWORK, HELD.framework, begun="short").switched_from == ()


class TestStagesAndMinutes:
    def test_each_stage_says_of_which_model_it_is(self) -> None:
        moved = to(OTHER)

        assert stage_title(moved, "short.opening") == "Short: Opening"
        assert stage_title(moved, "only") == "Other: Only"
        assert stage_title(HELD, "opening") == "Opening"

    def test_the_new_model_has_the_minutes_that_are_left(self) -> None:
        moved = to(OTHER, spend(HELD, 20 * 60))

        assert minutes_here(moved) == 30
        assert moved.minutes.planned == 50

    def test_another_length_keeps_the_stages_of_both(self) -> None:
        moved = after(to(OTHER), Rebooked(40))

        assert [line.id for line in moved.stages] == ["short.opening", "short.middle", "short.will", "only"]


@SOMETIMES
@given(ways(), frameworks().map(lambda made: changed(made, id="other")))
def test_there_and_back_is_the_same_session_but_for_where_it_stands(way: Way, other: Framework) -> None:
    session = way.sessions()[-1]
    assume(session.turns)
    back = switched(switched(session, other, ref_to(other)), way.framework, session.framework)

    assert changed(back, position=None) == changed(session, position=None)


@SOMETIMES
@given(ways(), frameworks().map(lambda made: changed(made, id="other")), st.data())
def test_whatever_happens_in_the_other_model_every_note_stays_in_order(
    way: Way, other: Framework, data: st.DataObject
) -> None:
    before = way.sessions()[-1]
    session = Walk(other, CLIENT).arrive(switched(before, other, ref_to(other)), NOW)
    happened = data.draw(st.lists(moves(other).filter(lambda move: not isinstance(move, Amended)), max_size=8))
    session = after(session, *happened, framework=other)
    back = Walk(way.framework, CLIENT).arrive(switched(session, way.framework, before.framework), NOW)

    taken = [note for _, note in before.notes]
    assert [note for _, note in session.notes][: len(taken)] == taken
    assert sum(1 for _ in back.notes) == sum(1 for _ in session.notes)
    assert not any(is_elsewhere(turn.question) for turn in back.turns[: len(before.turns)])
    for seen in (session, back):
        assert checked(Session, without_nothing(seen)) == seen
        assert {turn.stage for turn in seen.turns} <= {line.id for line in seen.stages}
        assert sum(len(section.lines) for section in coach_page(seen, CLIENT).sections) >= sum(1 for _ in seen.notes)


def test_a_jump_goes_to_the_question_of_the_model_at_hand() -> None:
    assert after(to(OTHER), Jumped("story")).turns[-1].stage == "only"


REF = FrameworkRef(room="client", id="short", title="Short", version=2, sha256="1" * 64)
HELD = walked(Answered(note("busy")), Passed(), Answered(note("lead", "topic", "client")))


def over_to(framework: Framework, session: Session = HELD) -> Session:
    return brought_over(session, framework, REF)


def test_where_nothing_changed_only_the_framework_it_names_does() -> None:
    assert over_to(FRAMEWORK) == changed(HELD, framework=REF)


def test_a_question_that_stands_elsewhere_now_takes_its_notes_along() -> None:
    moved = over_to(framework_of(STORY, TOPIC, GOAL))

    assert {turn.stage for turn in moved.turns[:2]} == {"only"}
    assert [note.text for _, note in moved.notes] == ["busy", "lead"]


def test_a_question_that_was_renamed_is_found_by_what_it_is_called_now() -> None:
    matter = changed(TOPIC, id="matter")
    renamed = changed(framework_of(STORY, matter), renamed={"topic": "matter"})
    moved = over_to(renamed)

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
    assert checked(Session, without_nothing(moved)) == moved
    assert Walk(other.framework, "Jane").apply(moved, Passed(), NOW)


def test_what_was_said_along_another_model_stays_as_it_was() -> None:
    first = FrameworkRef(room="client", id="first", title="First", version=1, sha256="0" * 64)
    held = changed(walked(Answered(note("calm")), framework=framework_of(STORY)), framework=first)
    switched_to = switched(held, FRAMEWORK, REF)
    moved = over_to(FRAMEWORK, Walk(FRAMEWORK, "Jane").arrive(switched_to, NOW))

    assert [turn.question for turn in moved.turns] == ["first.story", "story"]
    assert [line.id for line in moved.stages] == ["first.only", "opening", "middle", "will"]
    assert no_longer_asked(moved) == []
