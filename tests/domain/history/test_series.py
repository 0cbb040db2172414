"""Numbers become a series only where the same speaker gave them about the same thing between the same ends."""

from datetime import datetime, timedelta

import pytest
from builders import NOW, framework_of, note, session_of, turn_with
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.framework.questions import ScaleQuestion
from coachcli.domain.history.extract import SessionExtract, extract_of
from coachcli.domain.history.series import CLIENT, COACH, Series, Speaker, all_series, scale_names
from coachcli.domain.session.framework_change import full_name
from coachcli.domain.session.model import Note, Person, Score, Turn
from coachcli.domain.terms import Phase, Room
from coachcli.domain.value import changed

DAY = timedelta(days=1)


def rated(  # noqa: PLR0913 each is a part of what makes a number
    score: float,
    item: str | None = "Delegating",
    *,
    series: str | None = "areas",
    question: str = "area_now",
    room: Room = "client",
    phase: Phase = "call",
    low: int = 1,
    high: int = 10,
) -> Turn:
    scale = Note(kind="scale", scale=Score(score=score, low=low, high=high))
    asked = f"How are things with this one: {item}?"
    return changed(turn_with(scale, question=question, asked=asked, phase=phase), item=item, series=series, room=room)


def held(day: int, *turns: Turn, who: str | None = None, framework: str = "short") -> SessionExtract:
    session = session_of(*turns, id=f"jane-doe/{day}", started=NOW + day * DAY)
    ref = changed(session.framework, id=framework, room=turns[0].room if turns else "client")
    return extract_of(changed(session, framework=ref, person=Person(code=who) if who else None))


def scores(one: Series) -> list[float]:
    return [point.score for point in one.points]


def test_the_same_thing_asked_again_is_one_series_and_its_first_number_the_one_to_measure_by() -> None:
    (one,) = all_series([held(40, rated(6)), held(0, rated(3)), held(80, rated(7))])

    assert (one.speaker, scores(one), one.first.score, one.last.score) == (CLIENT, [3, 6, 7], 3, 7)
    assert [point.session for point in one.points] == ["jane-doe/0", "jane-doe/40", "jane-doe/80"]


def test_a_series_ties_scales_of_different_frameworks_together() -> None:
    (one,) = all_series([held(0, rated(3), framework="intake"), held(1, rated(6, question="now"), framework="closing")])

    assert scores(one) == [3, 6]


def test_the_same_id_in_two_frameworks_is_not_the_same_question() -> None:
    sessions = [held(0, rated(3, series=None), framework="mine"), held(1, rated(6, series=None), framework="other")]

    assert [scores(one) for one in all_series(sessions)] == [[3], [6]]


def test_a_framework_that_was_left_in_the_middle_of_a_session_keeps_its_questions() -> None:
    switched = held(0, rated(3, series=None, question="mine.area_now"), framework="other")
    later = held(1, rated(6, series=None), framework="mine")

    (one,) = all_series([switched, later])
    assert scores(one) == [3, 6]


def test_a_thing_is_known_by_its_words_however_they_are_written() -> None:
    (one,) = all_series([held(0, rated(3)), held(1, rated(6, "  delegating "))])

    assert (scores(one), one.last.item) == ([3, 6], "delegating")


@pytest.mark.parametrize(
    "other",
    [
        rated(6, "Listening"),
        rated(6, high=5),
        rated(6, low=0),
        rated(6, series="competencies"),
        rated(6, series=None),
        rated(6, room="three"),
        rated(6, phase="after_call"),
    ],
    ids=["another thing", "another end", "another beginning", "another series", "no series", "of three", "the coach"],
)
def test_what_differs_is_a_series_of_its_own(other: Turn) -> None:
    assert [scores(one) for one in all_series([held(0, rated(3)), held(1, other)])] == [[3], [6]]


@pytest.mark.parametrize("room", ["sponsor", "stakeholder", "alone", "three"])
def test_nobody_elses_number_is_the_clients_first_one(room: Room) -> None:
    sessions = [held(0, rated(9, room=room), who="P1"), held(1, rated(3))]

    assert [scores(one) for one in all_series(sessions) if one.speaker == CLIENT] == [[3]]


def test_each_stakeholder_has_a_series_of_their_own_and_those_without_a_code_are_never_taken_for_one() -> None:
    asked = [("P1", 3), ("P2", 9), ("P1", 4), (None, 5), (None, 6)]
    sessions = [held(day, rated(score, room="stakeholder"), who=who) for day, (who, score) in enumerate(asked)]

    assert [(one.speaker.code, scores(one)) for one in all_series(sessions)] == [
        ("P1", [3, 4]),
        ("P2", [9]),
        ("", [5]),
        ("", [6]),
    ]


def test_the_sponsor_needs_no_code_as_there_is_one() -> None:
    sessions = [held(day, rated(score, None, room="sponsor")) for day, score in enumerate((5, 7))]

    (one,) = all_series(sessions)
    assert (one.speaker, scores(one)) == (Speaker("sponsor"), [5, 7])


def test_what_the_coach_thinks_after_a_call_is_the_coachs_number() -> None:
    alone = held(1, rated(4, room="alone"))
    (one,) = all_series([held(0, rated(2, phase="after_call")), alone])

    assert (one.speaker, scores(one)) == (COACH, [2, 4])


def test_a_number_that_is_added_to_an_interview_when_it_is_over_is_the_coachs_and_what_was_said_stays() -> None:
    said, later = (changed(rated(score), room="stakeholder") for score in (4, 9))
    added = changed(later, notes=tuple(changed(one, added=NOW) for one in later.notes))
    found = all_series([changed(held(0, said, added), person=Person(code="P1"))])

    assert {(one.speaker.room, one.last.score) for one in found} == {("stakeholder", 4), (COACH.room, 9)}


def test_who_goes_back_and_gives_another_number_means_that_one() -> None:
    (one,) = all_series([held(0, rated(3), rated(5))])

    assert scores(one) == [5]


def test_two_questions_of_one_series_in_a_session_are_two_numbers() -> None:
    (one,) = all_series([held(0, rated(3, None, question="so_far"), rated(5, None, question="at_the_end"))])

    assert scores(one) == [3, 5]


class TestANewName:
    """A question that got another id, or a series, keeps the numbers it was given before."""

    def framework(self, renamed: dict[str, str], series: str | None = None) -> dict[str, str]:
        question = ScaleQuestion(id="area_now", type="scale", ask="How is it?", series=series)
        return scale_names([changed(framework_of(question), id="mine", renamed=renamed)])

    def test_a_renamed_question(self) -> None:
        names = self.framework({"before": "area_now", "long_ago": "before"})
        olds = enumerate(("long_ago", "before", "area_now"))
        sessions = [held(day, rated(day, series=None, question=old), framework="mine") for day, old in olds]

        (one,) = all_series(sessions, names)
        assert scores(one) == [0, 1, 2]

    def test_a_question_that_joined_a_series(self) -> None:
        sessions = [held(0, rated(3, series=None), framework="mine"), held(1, rated(6))]

        (one,) = all_series(sessions, names=self.framework({}, "areas"))
        assert (one.thing.series, scores(one)) == ("areas", [3, 6])

    def test_names_that_go_round_in_a_ring_end_somewhere(self) -> None:
        ring = {full_name("a", "mine"): full_name("b", "mine"), full_name("b", "mine"): full_name("a", "mine")}
        (one,) = all_series([held(0, rated(3, series=None, question="a"), framework="mine")], names=ring)

        assert scores(one) == [3]


def test_a_session_without_numbers_has_no_series() -> None:
    assert all_series([held(0, turn_with(note("words")))]) == ()


rooms = st.sampled_from(["client", "three", "sponsor", "stakeholder", "alone"])
turns = st.builds(
    rated,
    st.integers(1, 10),
    st.sampled_from(["Delegating", "Listening", None]),
    series=st.sampled_from(["areas", None]),
    room=rooms,
)
histories = st.lists(
    st.tuples(st.integers(0, 200), st.lists(turns, max_size=3), st.sampled_from([None, "P1", "P2"])),
    max_size=6,
    unique_by=lambda one: one[0],
)


@given(histories, st.data())
def test_no_number_ever_appears_that_is_in_no_session(
    history: list[tuple[int, list[Turn], str | None]], data: st.DataObject
) -> None:
    sessions = [held(day, *turns, who=who) for day, turns, who in history]
    left = [one for one in sessions if data.draw(st.booleans())]
    shuffled = data.draw(st.permutations(left))

    numbers = [(point.session, point.at, point.score) for one in all_series(shuffled) for point in one.points]
    assert set(numbers) <= {(one.id, one.started, score) for one in left for score in _scores_in(one)}
    assert all_series(shuffled) == all_series(left)


@given(histories)
def test_nobody_is_ever_mixed_with_anybody_else(history: list[tuple[int, list[Turn], str | None]]) -> None:
    sessions = {one.id: one for one in (held(day, *turns, who=who) for day, turns, who in history)}

    for one in all_series(sessions.values()):
        for point in one.points:
            session = sessions[point.session]
            assert one.speaker.room in {turn.room for turn in session.turns}
            assert one.speaker.code in {"", session.person.code if session.person else ""}


def _scores_in(session: SessionExtract) -> list[float]:
    return [note.scale.score for _, note in session.notes if note.scale]


def test_a_number_says_when_it_was_given() -> None:
    (one,) = all_series([held(3, rated(4))])

    assert one.first.at == datetime(2026, 11, 23, 14, 0, tzinfo=NOW.tzinfo)
