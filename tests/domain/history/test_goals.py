"""The goals of the work: what each is measured by, and how near they were as the months went by."""

from datetime import UTC, date, datetime, timedelta

import pytest
from builders import NOW, note, session_of, turn_with

from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import SessionExtract, extract_of
from coachcli.domain.history.goals import Goal, Nearness, goals, nearness_words
from coachcli.domain.session.model import Note, Reviewed, Score, Turn
from coachcli.domain.terms import Outcome, Room
from coachcli.domain.value import changed

LEAD = "Lead the division"
TODAY = date(2026, 11, 20)


def held(day: int, *turns: Turn) -> SessionExtract:
    return extract_of(session_of(*turns, id=f"jane-doe/{day}", started=NOW + timedelta(days=day)))


def said(day: int, *notes: Note) -> Entry:
    return Entry(at=NOW + timedelta(days=day), notes=notes)


def goal(what: str = LEAD, **parts: object) -> Note:
    return changed(Note(kind="goal", text=what, share_with="client"), **parts)


def rated(score: float, item: str = LEAD, question: str = "near", high: int = 10, room: Room = "client") -> Turn:
    scale = Note(kind="scale", scale=Score(score=score, low=1, high=high))
    return changed(turn_with(scale, question=question), item=item, room=room)


def looked_back(score: float | None = None, what: str = LEAD, outcome: Outcome = "partly") -> Note:
    review = Reviewed(kind="goal", what=what, session="jane-doe/0", outcome=outcome)
    return Note(kind="review", reviewed=review, confidence=score)


def scores(*extracts: SessionExtract, entries: tuple[Entry, ...] = ()) -> list[float]:
    (one,) = goals(extracts, entries)
    return [number.score for number in one.numbers]


class TestWhatIsKnownOfAGoal:
    def test_an_aim_is_none(self) -> None:
        assert goals([held(0, turn_with(note("Know what to say on day 8", "aim")))], []) == ()

    def test_its_measure_and_what_it_serves_are_those_it_was_last_set_with(self) -> None:
        first = goal(details={"measure": "a survey", "serves": "growth"})
        again = goal("lead the  division", details={"measure": "fewer calls at night"})
        (one,) = goals([held(0, turn_with(first)), held(9, turn_with(again))], [])

        assert (one.what, one.measure, one.serves) == ("lead the division", "fewer calls at night", "")

    def test_what_was_set_between_sessions_is_one_too(self) -> None:
        assert [one.what for one in goals([], [said(1, goal("Sleep"))])] == ["Sleep"]

    def test_one_that_turned_out_to_be_an_aim_is_gone_and_keeps_its_number_for_itself(self) -> None:
        aim = Note(kind="aim", text="x", reviewed=looked_back(outcome="dropped", what="x").reviewed)
        found = goals([held(0, turn_with(goal("x"), goal("y")))], [said(1, aim)])

        assert [(one.what, one.followed.number) for one in found] == [("y", 2)]

    def test_set_again_it_is_a_goal_again(self) -> None:
        aim = Note(kind="aim", text="x", reviewed=looked_back(outcome="dropped", what="x").reviewed)
        found = goals([held(0, turn_with(goal("x")))], [said(1, aim), said(2, goal("x"))])

        assert [(one.what, one.followed.is_open) for one in found] == [("x", True)]


class TestItsNumbers:
    SET = held(0, turn_with(goal()))

    def test_the_first_and_all_later_ones_are_there_whoever_asked(self) -> None:
        between = (said(5, looked_back(5, outcome="not yet")),)

        assert scores(held(0, turn_with(goal()), rated(3)), held(9, rated(6)), entries=between) == [3, 5, 6]

    def test_those_between_sessions_stay_in_the_order_of_their_file_whatever_the_clock_says(self) -> None:
        assert scores(self.SET, entries=(said(6, looked_back(3)), said(5, looked_back(5)))) == [3, 5]

    def test_one_given_when_it_was_looked_back_on_comes_after_those_of_the_session_it_is_from(self) -> None:
        early = held(-1, turn_with(looked_back(6)))

        assert scores(held(0, turn_with(goal()), rated(3)), early) == [3, 6]

    def test_a_look_back_in_a_session_may_give_one(self) -> None:
        assert scores(self.SET, held(9, turn_with(looked_back(6)))) == [6]

    def test_one_corrected_in_the_same_session_is_one(self) -> None:
        assert scores(self.SET, held(1, rated(2), rated(5))) == [5]

    def test_scales_with_other_ends_are_not_compared(self) -> None:
        assert scores(self.SET, held(1, rated(2, high=5)), held(2, rated(6))) == [6]

    def test_a_number_out_of_ten_does_not_follow_one_out_of_five(self) -> None:
        assert scores(self.SET, held(1, rated(2, high=5)), entries=(said(2, looked_back(6)),)) == [6]

    def test_nor_does_one_out_of_five_follow_a_number_out_of_ten(self) -> None:
        assert scores(self.SET, held(3, rated(2, high=5)), entries=(said(2, looked_back(6)),)) == [2]

    def test_nor_are_the_answers_to_two_questions(self) -> None:
        assert scores(self.SET, held(1, rated(9, question="weight")), held(2, rated(3))) == [3]

    @pytest.mark.parametrize("room", ["stakeholder", "sponsor", "alone"])
    def test_others_numbers_are_not_the_clients(self, room: Room) -> None:
        assert scores(self.SET, held(1, rated(3)), held(2, rated(9, room=room))) == [3]

    def test_never_rated_it_has_what_was_said_when_it_was_set(self) -> None:
        assert scores(held(0, turn_with(goal(confidence=4)))) == [4]
        assert scores(held(0, turn_with(goal(confidence=4))), held(1, rated(6))) == [6]

    def test_no_session_that_is_gone_leaves_a_number(self) -> None:
        assert scores(self.SET) == []
        assert goals([held(9, rated(6))], []) == ()


class TestTheWordsForIt:
    @pytest.mark.parametrize(
        ("numbers", "words"),
        [
            ((), ""),
            (((9, 3, 10),), "3 of 10"),
            (((9, 3, 10), (10, 4, 10), (11, 6, 10)), "3 in September, 6 now"),
            (((11, 3, 10), (11, 6, 10)), "3 on 2 November, 6 now"),
            (((9, 2, 5), (11, 4, 5)), "2 in September, 4 of 5 now"),
        ],
    )
    def test_the_first_and_the_last(self, numbers: tuple[tuple[int, float, int], ...], words: str) -> None:
        given = [Nearness(date(2026, month, 2), score, high) for month, score, high in numbers]

        assert nearness_words(given, TODAY) == words

    def test_the_year_is_told_where_it_is_not_this_one(self) -> None:
        numbers = [Nearness(datetime(2025, 9, 3, tzinfo=UTC).date(), 3.5), Nearness(TODAY, 6)]

        assert nearness_words(numbers, TODAY) == "3.5 in September 2025, 6 now"


def test_a_goal_knows_its_words() -> None:
    (one,) = goals([held(0, turn_with(goal()))], [])

    assert isinstance(one, Goal)
    assert one.what == LEAD
