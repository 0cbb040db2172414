"""The list that a client gave last: which one it is, and what of it comes up in which room."""

from datetime import timedelta

import pytest
from builders import NOW, note, session_of
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.framework.model import Framework, Place, Stage
from coachcli.domain.framework.questions import LineQuestion
from coachcli.domain.history.earlier_lists import answered_in_words, list_given, places_of_lists
from coachcli.domain.session.model import Note, Score, Session, Turn
from coachcli.domain.terms import Room, ShareWith
from coachcli.domain.value import changed


def asking(room: Room = "client", share: ShareWith | None = None, **more: object) -> Framework:
    question = LineQuestion(id="now", type="line", ask="Which?", many=5, again="areas", share_with=share)
    return Framework(id="f", title="F", room=room, stages=(Stage(id="s", title="S", ask=(question,)),), **more)  # type: ignore[arg-type]


def place_in(framework: Framework) -> Place:
    (place,) = places_of_lists(framework)
    return place


def turn(*notes: Note, question: str = "areas", room: Room = "client", **more: object) -> Turn:
    made = Turn(room=room, stage="s", question=question, asked="?", at=NOW, notes=notes)
    return changed(made, **more)


def held(*turns: Turn, days: int = 0) -> Session:
    return session_of(*turns, started=NOW - timedelta(days=days), id=f"jane-doe/{days}")


def brought(*newest_first: Session, framework: Framework | None = None) -> list[tuple[str, ShareWith]]:
    framework = framework or asking()
    return [(one.text, one.share_with) for one in list_given(newest_first, framework, place_in(framework))]


def words(*newest_first: Session, framework: Framework | None = None) -> list[str]:
    return [text for text, _ in brought(*newest_first, framework=framework)]


DELEGATING, SLEEP = note("Delegating", share_with="client"), note("Sleep", share_with="sponsor")
ROOMS: tuple[Room, ...] = ("client", "three", "sponsor", "stakeholder", "alone")


def test_the_last_list_counts_and_not_an_earlier_one() -> None:
    assert words(held(turn(note("Rest"))), held(turn(DELEGATING), days=9)) == ["Rest"]


def test_what_the_three_listed_stands_behind_the_clients_own_list_and_takes_nothing_off_it() -> None:
    intake, three = held(turn(DELEGATING), days=9), held(turn(SLEEP, room="three"), days=4)

    assert words(three, intake) == ["Delegating", "Sleep"]
    assert words(three, intake, framework=asking("three")) == ["Sleep"]
    assert words(held(turn(note("Rest"), again="areas")), three, intake) == ["Rest"]


def test_a_session_without_it_is_passed_over() -> None:
    assert words(held(turn(note("Rest"), question="story")), held(turn(DELEGATING), days=9)) == ["Delegating"]


def test_a_question_that_brought_it_again_has_the_list_too() -> None:
    assert words(held(turn(note("Rest"), question="focus", again="areas"))) == ["Rest"]


def test_so_has_the_name_that_the_question_had_before() -> None:
    old = held(turn(DELEGATING, question="themes"))

    assert words(old) == []
    assert words(old, framework=asking(renamed={"themes": "areas"})) == ["Delegating"]


def test_it_is_found_where_the_call_went_on_in_another_framework() -> None:
    assert words(held(turn(DELEGATING, question="intake.areas"))) == ["Delegating"]


def test_what_was_dropped_in_the_second_framework_of_a_call_stays_off() -> None:
    both = held(turn(DELEGATING, SLEEP, question="intake.areas"), turn(SLEEP, again="areas"))

    assert words(both) == ["Sleep"]


def test_a_line_said_twice_comes_once() -> None:
    assert words(held(turn(DELEGATING), turn(DELEGATING, SLEEP))) == ["Delegating", "Sleep"]


def test_numbers_choices_and_thoughts_beside_are_no_list() -> None:
    chosen = Note(kind="choices", chosen=("People", "Time"))
    rated = Note(kind="scale", scale=Score(score=4, low=1, high=10))

    assert words(held(turn(chosen, rated, note("hm", kind="observation")))) == []
    assert words(held(turn(rated, note("said of it"), item="Delegating"))) == []


def test_only_the_words_stay_of_a_line_and_the_narrower_circle() -> None:
    old = held(turn(changed(SLEEP, confidence=8, added=NOW), DELEGATING, note("Money")))

    assert brought(old, framework=asking(share="client")) == [
        ("Sleep", "client"),
        ("Delegating", "client"),
        ("Money", "nobody"),
    ]
    assert brought(old)[0] == ("Sleep", "nobody")
    framework = asking(share="sponsor")
    assert list_given([old], framework, place_in(framework))[0] == SLEEP


@pytest.mark.parametrize(
    ("into", "comes_up"),
    [
        ("client", ["Money", "Delegating", "Sleep"]),
        ("alone", ["Money", "Delegating", "Sleep"]),
        ("stakeholder", ["Delegating", "Sleep"]),
        ("sponsor", ["Sleep"]),
        ("three", ["Sleep"]),
    ],
)
def test_others_hear_only_what_is_marked_for_them(into: Room, comes_up: list[str]) -> None:
    assert words(held(turn(note("Money"), DELEGATING, SLEEP)), framework=asking(into)) == comes_up


@pytest.mark.parametrize("into", ROOMS)
@pytest.mark.parametrize("room", ["sponsor", "stakeholder"])
def test_what_a_sponsor_or_stakeholder_listed_comes_up_nowhere(room: Room, into: Room) -> None:
    theirs, earlier = held(turn(note("Temper"), room=room)), held(turn(SLEEP), days=9)

    assert words(theirs, earlier, framework=asking(into)) == ["Sleep"]
    assert answered_in_words(theirs.turns) == ()


@pytest.mark.parametrize("into", ROOMS)
def test_what_the_coach_listed_alone_comes_up_before_nobody(into: Room) -> None:
    alone, earlier = held(turn(note("Her boss"), room="alone")), held(turn(SLEEP), days=9)

    assert words(alone, earlier, framework=asking(into)) == (["Her boss"] if into == "alone" else ["Sleep"])


def test_remembered_is_which_questions_words_answered() -> None:
    turns = (
        turn(DELEGATING),
        turn(note("Rest"), question="focus", again="areas"),
        turn(note("Rest"), question="f.more"),
        turn(Note(kind="scale", scale=Score(score=4, low=1, high=10)), question="energy"),
    )

    assert sorted(answered_in_words(turns)) == ["areas", "focus", "more"]


_LINES = st.lists(st.sampled_from("abcdef"), max_size=3)


@given(st.lists(st.tuples(_LINES, st.sampled_from(ROOMS)), max_size=5), st.integers(0, 5), st.sampled_from(ROOMS))
def test_deleting_a_session_never_makes_a_line_appear_that_is_in_no_file(
    sessions: list[tuple[list[str], Room]], deleted: int, into: Room
) -> None:
    there = [
        held(turn(*(note(text, share_with="sponsor") for text in lines), room=room), days=days)
        if room in {"client", "three"}
        else held(turn(*map(note, lines), room=room), days=days)
        for days, (lines, room) in enumerate(sessions)
    ]
    left = [session for number, session in enumerate(there) if number != deleted]

    assert {*words(*left, framework=asking(into))} <= {one.text for session in left for _, one in session.notes}
