"""What each move makes of a session, by example and for any list of moves."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest
from builders import (
    ACTIONS,
    BEFORE_NEXT,
    CLIENT,
    ENERGY,
    FRAMEWORK,
    FREE,
    IMPORTANCE,
    NOW,
    OF_THE_CALL,
    REFLECTION,
    SINCE,
    STORY,
    TOPIC,
    framework_of,
    note,
    typed_in,
    unbegun,
    walked,
    words_in,
)
from domain.strategies import SOMETIMES, Way, frameworks, notes, ways
from hypothesis import assume, given
from hypothesis import strategies as st

from coachcli.domain.framework.model import Stage
from coachcli.domain.framework.questions import ActionQuestion, LineQuestion, fields_of
from coachcli.domain.record_data import checked, without_nothing
from coachcli.domain.session.model import Note, Position, Session
from coachcli.domain.session.moves import (
    Amended,
    Answered,
    Backed,
    Closed,
    Detailed,
    Jumped,
    Mapped,
    Move,
    Nexted,
    Noted,
    NoteRef,
    Passed,
    Paused,
    Rebooked,
    Resumed,
    Skipped,
)
from coachcli.domain.session.walk import Walk, spend
from coachcli.domain.terms import Phase
from coachcli.domain.value import changed, plain

AT_THE_MAP = Position()


def at(question: str | None, session: Session) -> bool:
    """Whether a session stands at a question, and at no field of it."""
    return session.position == Position(question=question)


def words_of(session: Session) -> list[str]:
    return [note.text for _, note in session.notes]


def written(note: Note) -> str:
    """A note with all its words, for counting."""
    return words_in(note)


class TestBeginning:
    def test_a_fixed_framework_opens_with_its_first_question(self) -> None:
        session = walked()

        assert at("story", session)
        assert [turn.asked for turn in session.turns] == ["What is going on?"]

    def test_a_free_framework_opens_with_the_map(self) -> None:
        session = walked(framework=FREE)

        assert session.position == AT_THE_MAP
        assert session.turns == ()

    def test_it_does_not_open_with_what_comes_after_the_call(self) -> None:
        assert at("story", walked(framework=framework_of(REFLECTION, BEFORE_NEXT, STORY)))

    @pytest.mark.parametrize("write", [Noted, Answered])
    def test_where_nothing_is_asked_yet_it_opens_with_the_map_and_keeps_every_word(
        self, write: type[Noted] | type[Answered]
    ) -> None:
        for framework in (framework_of(SINCE), framework_of(changed(STORY, when="story answered"))):
            session = walked(framework=framework)
            assert session.position == AT_THE_MAP

            session = Walk(framework, CLIENT).apply(session, write(note("let me just say")), NOW)
            assert words_of(session) == ["let me just say"]
            assert session.turns[0].question == framework.places[0].question.id


class TestAnswering:
    @pytest.mark.parametrize("question", OF_THE_CALL)
    def test_an_answer_leaves_every_question_where_it_is(self, question: str) -> None:
        session = walked(Jumped(question), Answered(note("the new team")))

        assert session.position is not None
        assert session.position.question == question
        assert words_of(session) == ["the new team"]

    @pytest.mark.parametrize("phase", ["closing", "after_call"])
    def test_so_it_does_behind_the_call(self, phase: Phase) -> None:
        framework = framework_of(STORY, changed(TOPIC, phase=phase))

        assert at("topic", walked(Closed(), Answered(note("the new team", "topic")), framework=framework))

    def test_an_empty_line_leads_on_from_an_answered_question(self) -> None:
        assert at("options", walked(Jumped("topic"), Answered(note("the new team", "topic")), Passed()))

    def test_the_next_question_may_be_in_the_next_step_or_stage(self) -> None:
        session = walked(Jumped("mood"), Passed())

        assert at("drawn_to", session)
        assert (session.turns[-1].stage, session.turns[-1].step) == ("middle", "choosing")
        assert at("goal", walked(Jumped("hours"), Passed()))

    def test_a_free_framework_shows_the_map_at_the_end_of_a_stage(self) -> None:
        assert at("topic", walked(Jumped("story"), Passed(), framework=FREE))
        assert walked(Jumped("options"), Passed(), framework=FREE).position == AT_THE_MAP

    def test_after_the_last_question_comes_the_map(self) -> None:
        assert walked(Jumped("thanks"), Passed()).position == AT_THE_MAP

    def test_a_capture_does_not_move_the_conversation(self) -> None:
        session = walked(Jumped("topic"), Noted(note("I am so tired of this", "quote")))

        assert at("topic", session)
        assert words_of(session) == ["I am so tired of this"]

    def test_what_is_noted_at_the_map_belongs_to_the_question_it_was_left_from(self) -> None:
        session = walked(Jumped("topic"), Mapped(), Noted(note("hm")))

        assert session.position == AT_THE_MAP
        assert [(turn.question, len(turn.notes)) for turn in session.turns] == [("story", 0), ("topic", 1)]

    @pytest.mark.parametrize("write", [Noted, Answered])
    def test_what_is_said_before_anything_was_asked_opens_the_first_question(
        self, write: type[Noted] | type[Answered]
    ) -> None:
        session = walked(write(note("let me just say")), framework=FREE)

        assert at("story", session)
        assert words_of(session) == ["let me just say"]

    def test_what_is_said_is_quoted_in_the_questions_after_it(self) -> None:
        session = walked(Jumped("topic"), Answered(note("trust", "topic")), Jumped("importance"))

        assert session.turns[-1].asked == "How much does trust matter?"
        assert session.turns[-1].quoting == ("topic",)

    def test_the_clients_name_is_put_into_what_is_asked(self) -> None:
        session = walked(Jumped("still"))

        assert session.turns[-1].asked == "Is this still the goal, Jane Doe?"
        assert session.turns[-1].quoting == ()

    def test_words_that_look_like_a_quote_are_left_as_they_are(self) -> None:
        session = walked(Jumped("topic"), Answered(note("{client} and {story}", "topic")), Jumped("importance"))

        assert session.turns[-1].asked == "How much does {client} and {story} matter?"


class TestFields:
    def test_what_a_goal_lacks_is_asked_part_by_part(self) -> None:
        session = walked(Jumped("goal"), Answered(note("lead the team", "goal")))
        asked = []
        while session.position and session.position.field:
            asked.append(session.position.field)
            session = Walk(FRAMEWORK, CLIENT).apply(session, Passed(), NOW)

        assert asked == ["specific", "measure", "achievable", "relevant", "by_when"]
        assert at("goal", session)
        assert at("actions", Walk(FRAMEWORK, CLIENT).apply(session, Passed(), NOW))

    def test_what_was_said_in_one_line_is_not_asked_again(self) -> None:
        session = typed_in(walked(Jumped("actions")), ["talk to Ana by friday 8/10"])

        assert session.position == Position(question="actions", note=0, field="support")

    def test_an_action_said_completely_asks_for_the_next_one(self) -> None:
        question = ActionQuestion(id="actions", type="action", ask="What will you do?", many=3)

        framework = framework_of(question)

        assert at("actions", typed_in(walked(framework=framework), ["talk to Ana by friday 8/10"], framework))

    def test_fields_are_filled_in_one_after_the_other(self) -> None:
        lines = ["talk to Ana", "next friday", "8 if she is in", "her calendar"]
        session = typed_in(walked(Jumped("actions")), lines)
        action = session.turns[-1].notes[0]

        assert at("actions", session)
        assert (action.text, action.due and action.due.words, action.confidence) == ("talk to Ana", "next friday", 8)
        assert action.details == {"confidence": "if she is in", "support": "her calendar"}

    def test_a_field_that_was_answered_in_line_is_skipped_on_the_way(self) -> None:
        session = typed_in(walked(Jumped("actions")), ["talk to Ana 8/10"])
        assert session.position == Position(question="actions", note=0, field="by_when")

        assert typed_in(session, ["friday"]).position == Position(question="actions", note=0, field="support")

    def test_going_on_leaves_all_open_fields(self) -> None:
        session = walked(Jumped("goal"), Answered(note("lead the team", "goal")), Nexted())

        assert at("actions", session)

    def test_back_goes_from_field_to_field_and_then_to_the_question(self) -> None:
        answered = (Jumped("goal"), Answered(note("lead the team", "goal")))

        assert walked(*answered, Passed(), Backed()).position == Position(question="goal", note=0, field="specific")
        assert at("goal", walked(*answered, Passed(), Backed(), Backed()))

    def test_a_detail_replaces_the_action_in_hand_and_no_other(self) -> None:
        session = walked(
            Jumped("actions"),
            Answered(note("one", "action")),
            Nexted(),
            Jumped("actions"),
            Answered(note("two", "action")),
            Detailed(Note(kind="action", text="two", confidence=9)),
        )

        assert [(note.text, note.confidence) for _, note in session.notes] == [("one", None), ("two", 9)]

    def test_a_detail_that_no_question_waits_for_changes_no_note(self) -> None:
        session = walked(Answered(note("one")), Detailed(note("two")))

        assert words_of(session) == ["one"]

    def test_a_capture_between_two_fields_leaves_the_action_in_hand(self) -> None:
        session = typed_in(walked(Jumped("actions")), ["talk to Ana", "!it was fear", "friday"])

        assert [note.text for note in session.turns[-1].notes] == ["talk to Ana", "it was fear"]
        assert session.turns[-1].notes[0].due is not None
        assert session.position == Position(question="actions", note=0, field="confidence")

    def test_fields_named_twice_are_asked_once(self) -> None:
        question = ActionQuestion(id="action", type="action", ask="What?", fields=("support", "support"))
        session = walked(Answered(note("go", "action")), Passed(), framework=framework_of(question))

        assert at("action", session)

    def test_what_skips_the_fields_stays_at_the_question(self) -> None:
        assert at("goal", walked(Jumped("goal"), Answered(note("lead the team", "goal")), Skipped()))


class TestMoving:
    def test_a_jump_goes_anywhere(self) -> None:
        assert at("hours", walked(Jumped("hours")))
        assert at("story", walked(Jumped("hours"), Jumped("story")))

    def test_a_jump_to_nowhere_stays(self) -> None:
        assert walked(Jumped("nowhere")) == walked()

    def test_a_jump_to_where_one_is_makes_no_second_turn(self) -> None:
        assert len(walked(Jumped("story"), Mapped(), Jumped("story")).turns) == 1

    def test_back_on_the_first_question_stays_there(self) -> None:
        assert walked(Backed()) == walked()

    def test_back_before_anything_was_asked_stays_at_the_map(self) -> None:
        assert walked(Backed(), framework=FREE) == walked(framework=FREE)

    def test_back_from_the_map_returns_to_the_question_it_was_left_from(self) -> None:
        session = walked(Jumped("topic"), Mapped(), Backed())

        assert at("topic", session)
        assert len(session.turns) == 2

    def test_back_follows_the_way_that_was_walked_and_not_the_order_of_the_framework(self) -> None:
        assert at("story", walked(Jumped("hours"), Backed()))

    def test_back_twice_goes_two_questions_back(self) -> None:
        assert at("story", walked(Passed(), Passed(), Backed(), Backed()))

    def test_back_and_on_again_asks_the_question_that_was_left(self) -> None:
        assert at("topic", walked(Passed(), Backed(), Passed()))

    def test_a_question_revisited_is_a_turn_of_its_own(self) -> None:
        session = walked(Answered(note("one")), Passed(), Backed(), Answered(note("two")))

        assert [(turn.question, turn.back) for turn in session.turns] == [
            ("story", False),
            ("topic", False),
            ("story", True),
        ]
        assert words_of(session) == ["one", "two"]

    def test_an_empty_line_at_the_map_leads_to_what_was_not_asked_yet(self) -> None:
        assert at("options", walked(Jumped("topic"), Mapped(), Passed()))
        assert at("story", walked(Passed(), framework=FREE))

    def test_at_the_map_with_all_asked_an_empty_line_stays(self) -> None:
        everything = [Jumped(question) for question in OF_THE_CALL]

        assert walked(*everything, Mapped(), Passed()).position == AT_THE_MAP


class TestBooking:
    def test_a_call_booked_shorter_has_shorter_stages(self) -> None:
        session = walked(Rebooked(25))

        assert session.minutes.planned == 25
        assert [stage.minutes for stage in session.stages] == [5, 10, 10]

    def test_pausing_keeps_the_place(self) -> None:
        session = walked(Jumped("topic"), Paused())

        assert session.status == "paused"
        assert at("topic", session)
        assert Walk(FRAMEWORK, CLIENT).apply(session, Resumed(), NOW) == walked(Jumped("topic"))

    def test_time_is_spent_at_the_question_at_hand(self) -> None:
        session = spend(spend(walked(), 40), 70)

        assert session.turns[-1].seconds == 110
        assert session.minutes.spent == 2

    def test_time_spent_keeps_the_minutes_planned(self) -> None:
        assert spend(walked(Rebooked(30)), 60).minutes.planned == 30

    def test_time_does_not_run_backwards(self) -> None:
        assert spend(walked(), -5) == walked()

    def test_time_before_anything_was_asked_is_not_counted(self) -> None:
        assert spend(walked(framework=FREE), 60) == walked(framework=FREE)

    def test_what_comes_after_the_call_does_not_count_as_call(self) -> None:
        session = spend(walked(Jumped("reflection")), 600)

        assert session.seconds == 0
        assert session.minutes.spent == 0


class TestAmending:
    def test_a_note_is_rewritten_in_its_place(self) -> None:
        session = walked(Answered(note("teh team")), Passed(), Amended(NoteRef(0, 0), note("the team")))

        assert words_of(session) == ["the team"]
        assert at("topic", session)

    def test_a_note_is_taken_away(self) -> None:
        session = walked(Answered(note("one")), Answered(note("two")), Amended(NoteRef(0, 0), None))

        assert words_of(session) == ["two"]

    @pytest.mark.parametrize("ref", [NoteRef(0, 1), NoteRef(5, 0)])
    def test_a_note_that_is_not_there_cannot_be_amended(self, ref: NoteRef) -> None:
        session = walked(Answered(note("one")))

        assert Walk(FRAMEWORK, CLIENT).apply(session, Amended(ref, None), NOW) == session

    def test_with_the_action_in_hand_taken_away_its_fields_are_asked_no_more(self) -> None:
        session = walked(Jumped("actions"), Answered(note("one", "action")), Amended(NoteRef(1, 0), None))

        assert at("actions", session)

    def test_with_a_note_before_it_taken_away_the_action_stays_in_hand(self) -> None:
        said = (Jumped("actions"), Noted(note("hm")), Answered(note("one", "action")))

        assert walked(*said).position == Position(question="actions", note=1, field="by_when")
        assert walked(*said, Amended(NoteRef(1, 0), None)).position == Position(
            question="actions", note=0, field="by_when"
        )

    def test_with_a_note_behind_it_taken_away_the_action_stays_in_hand(self) -> None:
        said = (Jumped("actions"), Answered(note("one", "action")), Noted(note("hm")))

        assert walked(*said, Amended(NoteRef(1, 1), None)).position == Position(
            question="actions", note=0, field="by_when"
        )


class TestClosing:
    def test_a_call_without_an_action_asks_for_one(self) -> None:
        session = walked(Closed())

        assert at("before_next", session)
        assert session.turns[-1].phase == "closing"
        assert session.ended is None

    def test_a_call_with_an_action_does_not(self) -> None:
        assert at("useful", walked(Noted(note("ask Ana", "action")), Closed()))

    def test_a_rating_given_in_the_call_is_not_the_one_that_closes_it(self) -> None:
        session = typed_in(walked(Noted(note("ask Ana", "action")), Jumped("energy")), ["3"])

        assert at("useful", Walk(FRAMEWORK, CLIENT).apply(session, Closed(), NOW))

    def test_closing_once_more_leaves_what_closes_the_call(self) -> None:
        session = walked(Closed(), Closed())

        assert at("reflection", session)
        assert session.ended == NOW
        assert session.status == "live"

    def test_closing_what_comes_after_the_call_ends_it_all(self) -> None:
        session = walked(Closed(), Closed(), Closed())

        assert session.status == "ended"
        assert session.position is None

    def test_empty_lines_lead_through_the_closing_to_the_end(self) -> None:
        session = walked(Closed())
        way = []
        while session.position and session.position.question:
            way.append(session.position.question)
            session = Walk(FRAMEWORK, CLIENT).apply(session, Passed(), NOW)

        assert way == ["before_next", "useful", "reflection", "watch"]
        assert session.status == "ended"

    def test_the_call_is_over_when_what_comes_after_it_begins(self) -> None:
        walk, later = Walk(FRAMEWORK, CLIENT), NOW + timedelta(minutes=20)
        session = walked(Closed(), Closed())
        for move in (Answered(note("I steered")), Closed()):
            session = walk.apply(session, move, later)

        assert session.status == "ended"
        assert session.ended == NOW

    def test_a_framework_without_an_aftermath_ends_at_once(self) -> None:
        session = walked(Closed(), framework=framework_of(STORY))

        assert (session.status, session.ended, session.position) == ("ended", NOW, None)

    def test_going_back_into_the_call_takes_up_the_call(self) -> None:
        session = walked(Closed(), Closed(), Jumped("story"))

        assert session.ended is None
        assert at("before_next", Walk(FRAMEWORK, CLIENT).apply(session, Closed(), NOW))

    def test_closing_from_the_map_does_not_ask_again_what_was_just_asked(self) -> None:
        assert at("useful", walked(Closed(), Mapped(), Closed()))

    def test_an_ended_session_can_still_be_corrected(self) -> None:
        session = walked(Answered(note("teh")), Closed(), Closed(), Closed(), Amended(NoteRef(0, 0), note("the")))

        assert session.status == "ended"
        assert words_of(session) == ["the"]

    @pytest.mark.parametrize(
        "move",
        [
            Noted(note()),
            Answered(note()),
            Detailed(note()),
            Passed(),
            Nexted(),
            Jumped("story"),
            Backed(),
            Mapped(),
            Rebooked(10),
            Paused(),
            Resumed(),
            Closed(),
        ],
        ids=lambda move: type(move).__name__,
    )
    def test_and_nothing_else_happens_to_it(self, move: Move) -> None:
        ended = walked(Closed(), Closed(), Closed())

        assert Walk(FRAMEWORK, CLIENT).apply(ended, move, NOW) == ended


class TestWhateverHappens:
    @SOMETIMES
    @given(ways())
    def test_the_position_is_one_of_the_framework_and_of_the_session(self, way: Way) -> None:
        for session in way.sessions():
            position = session.position
            if position is None:
                assert session.status == "ended"
            elif position.question is None:
                assert position == AT_THE_MAP
            else:
                place = way.framework.by_id[position.question]
                assert session.turns[-1].question == position.question
                assert (position.note is None) == (position.field is None)
                assert position.field is None or position.field in fields_of(place.question)
                assert position.note is None or position.note < len(session.turns[-1].notes)

    @SOMETIMES
    @given(ways())
    def test_what_is_saved_is_what_is_loaded(self, way: Way) -> None:
        for session in way.sessions():
            assert checked(Session, without_nothing(session)) == session
            assert checked(Session, plain(without_nothing(session))) == session

    @SOMETIMES
    @given(ways())
    def test_no_note_is_lost_unless_it_is_taken_away(self, way: Way) -> None:
        for before, move, after in way.steps():
            had, has = [note for _, note in before.notes], [note for _, note in after.notes]
            match move:
                case Noted(note=note) | Answered(note=note) if before.status != "ended":
                    assert Counter(map(written, has)) == Counter(map(written, [*had, note]))
                case Amended(note=None):
                    assert len(had) - len(has) in {0, 1}
                case Amended() | Detailed():
                    assert len(has) == len(had)
                    assert sum(a != b for a, b in zip(had, has, strict=True)) <= 1
                case _:
                    assert has == had

    @SOMETIMES
    @given(ways())
    def test_turns_are_only_ever_added(self, way: Way) -> None:
        def visits(session: Session) -> list[tuple[str, str, bool]]:
            return [(turn.question, turn.asked, turn.back) for turn in session.turns]

        sessions = way.sessions()
        for before, after in pairwise(sessions):
            assert visits(after)[: len(before.turns)] == visits(before)
            assert len(after.turns) - len(before.turns) <= (1 if before.turns else 2)

    @SOMETIMES
    @given(ways())
    def test_time_spent_never_grows_less(self, way: Way) -> None:
        seconds = [session.seconds for session in way.sessions()]

        assert seconds == sorted(seconds)

    @SOMETIMES
    @given(ways(), notes())
    def test_back_after_an_answer_returns_to_its_question(self, way: Way, answer: Note) -> None:
        before = way.sessions()[-1]
        assume(before.status != "ended")
        answered = way.walk.apply(before, Answered(answer), NOW)
        after = way.walk.apply(answered, Nexted(), NOW)
        assume(after.status != "ended" and after.position != answered.position)
        position = way.walk.apply(after, Backed(), NOW).position

        assert position is not None
        assert position.question == answered.turns[-1].question

    @SOMETIMES
    @given(ways())
    def test_an_ended_session_is_only_ever_amended(self, way: Way) -> None:
        for before, move, after in way.steps():
            if before.status == "ended":
                assert after.status == "ended"
                assert isinstance(move, Amended) or changed(after, turns=before.turns) == before

    @SOMETIMES
    @given(ways())
    def test_closing_again_and_again_ends_it(self, way: Way) -> None:
        session = way.sessions()[-1]
        for _ in range(sum(place.question.phase != "call" for place in way.framework.places) + 2):
            session = way.walk.apply(session, Closed(), NOW)

        assert session.status == "ended"
        assert session.ended is not None

    @SOMETIMES
    @given(ways(st.just(FRAMEWORK) | frameworks(order="fixed")))
    def test_empty_lines_lead_past_every_question_of_the_call_to_the_map(self, way: Way) -> None:
        calls = [place for place in way.framework.places if place.question.phase == "call"]
        session = way.walk.apply(way.sessions()[-1], Jumped(calls[0].question.id), NOW)
        assume(session.status != "ended")

        stops = len(way.walk.route.stops(session))
        for _ in range((stops + 1) * (stops + 2) + 10):
            session = way.walk.apply(session, Passed(), NOW)

        assert session.position == AT_THE_MAP
        assert way.walk.route.never_asked(session) == []


def test_a_framework_that_changed_under_a_session_stops_nothing() -> None:
    other = framework_of(LineQuestion(id="something_else", type="line", ask="Something else?"))
    session = walked(Jumped("actions"), Answered(note("one", "action")))
    walk = Walk(other, CLIENT)
    for move in (Backed(), Passed(), Noted(note()), Answered(note()), Mapped(), Passed(), Closed()):
        session = walk.apply(session, move, NOW)

    assert session.status == "ended"
    assert ACTIONS.id in {turn.question for turn in session.turns}


def test_a_session_that_never_began_can_be_closed() -> None:
    session = Walk(FRAMEWORK, CLIENT).apply(unbegun(), Closed(), NOW)

    assert at("before_next", session)


class TestAnExperiment:
    def test_what_it_tests_is_asked_behind_the_rest_and_kept_with_it(self) -> None:
        session = typed_in(
            walked(Jumped("actions")), ["Ask twice #experiment by friday 8/10", "Tom", "whether they answer"]
        )

        (action,) = session.turns[-1].notes
        assert action.details == {"support": "Tom", "tests": "whether they answer"}

    def test_of_any_other_action_it_is_not(self) -> None:
        session = typed_in(walked(Jumped("actions")), ["Ask twice #skill by friday 8/10", "Tom"])

        assert session.position == Position(question="actions")


def test_a_turn_is_about_the_series_of_its_stage_and_a_scale_about_its_own_alone() -> None:
    stage = Stage(
        id="team", title="Team", series="seven_team", ask=(STORY, IMPORTANCE, changed(ENERGY, series="energy"))
    )
    framework = changed(FRAMEWORK, stages=(stage,))
    session = walked(Passed(), Passed(), framework=framework)

    assert [turn.series for turn in session.turns] == ["seven_team", None, "energy"]
