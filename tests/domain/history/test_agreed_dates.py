"""The days agreed on which to meet again, worked out by hand."""

from datetime import date, datetime, time, timedelta

import pytest
from builders import NOW, session_of, turn_with

from coachcli.domain.history.agreed_dates import AgreedDate, agreed_dates, in_sight
from coachcli.domain.history.extract import SessionExtract, extract_of
from coachcli.domain.session.model import FrameworkRef, Note, Person, Turn, When
from coachcli.domain.terms import FrameworkKind, Room
from coachcli.domain.value import changed

TODAY = date(2026, 11, 20)


def day(text: str) -> date:
    """A day of 2026, as `3 Dec`."""
    return datetime.strptime(f"{text} 2026", "%d %b %Y").date()  # noqa: DTZ007 a day has no zone


def agreed(words: str, question: str = "next_three", room: Room = "three") -> Turn:
    """A turn in which a day was agreed; words that begin with a letter are understood as none."""
    when = When(words=words, on=day(words) if words[0].isdigit() else None)
    return changed(turn_with(Note(kind="next", day=when), question=question), room=room)


def held(
    on: str,
    *turns: Turn,
    along: str = "three-way",
    room: Room = "three",
    person: str = "",
    kind: FrameworkKind = "conversation",
) -> SessionExtract:
    started = datetime.combine(day(on), time(14), NOW.tzinfo)
    framework = FrameworkRef(id=along, title=along.capitalize(), kind=kind, room=room, version=1, sha256="0" * 64)
    return extract_of(
        session_of(
            *turns,
            id=f"jane-doe/{started:%Y-%m-%d-%H%M}",
            started=started,
            framework=framework,
            person=Person(code=person) if person else None,
        )
    )


def told(*sessions: SessionExtract) -> list[tuple[str, str]]:
    return [(one.name, one.when.words) for one in agreed_dates(sessions)]


def with_sponsor(on: str, *words: str, person: str = "S1", question: str = "next_date") -> SessionExtract:
    turns = [agreed(one, question, "sponsor") for one in words]
    return held(on, *turns, along="sponsor-checkin", room="sponsor", person=person)


def plan(on: str, words: str, along: str = "learning-plan") -> SessionExtract:
    return held(on, agreed(words, "look_again", "client"), along=along, room="client")


def grow(on: str) -> SessionExtract:
    return held(on, along="grow", room="client")


THREE_WAY = held("12 Sep", agreed("3 Dec"))


class TestWhatStands:
    def test_a_day_is_kept_with_where_it_was_agreed(self) -> None:
        assert agreed_dates([THREE_WAY]) == (
            AgreedDate(
                name="Three-way meeting",
                room="three",
                person="",
                framework="three-way",
                question="next_three",
                session="jane-doe/2026-09-12-1400",
                agreed=day("12 Sep"),
                when=When(words="3 Dec", on=day("3 Dec")),
            ),
        )

    @pytest.mark.parametrize(
        ("later", "left"),
        [
            (grow("4 Dec"), ["3 Dec"]),  # the client alone is another meeting
            (with_sponsor("4 Dec"), ["3 Dec"]),
            (held("2 Dec"), ["3 Dec"]),  # of three, and too early to be the one that was agreed
            (held("3 Dec"), []),
            (held("9 Dec"), []),
            (held("1 Nov", agreed("20 Dec")), ["20 Dec"]),  # agreed anew
            (held("1 Nov", agreed("20 Dec"), along="midpoint", room="client"), ["20 Dec"]),  # in its part of three
            (held("3 Dec", agreed("10 Dec"), along="midpoint", room="client"), ["10 Dec"]),
        ],
    )
    def test_it_is_over_once_they_met_or_agreed_on_another(self, later: SessionExtract, left: list[str]) -> None:
        assert [words for _, words in told(THREE_WAY, later)] == left

    def test_the_order_of_the_files_makes_no_difference(self) -> None:
        assert told(held("1 Nov", agreed("20 Dec")), THREE_WAY) == [("Three-way meeting", "20 Dec")]

    def test_each_sponsor_has_a_date_of_their_own_whichever_question_asked_for_it(self) -> None:
        first = with_sponsor("1 Sep", "1 Oct", question="next_talk")

        assert told(first, with_sponsor("25 Sep", "25 Oct")) == [("Talk with the sponsor", "25 Oct")]
        assert [words for _, words in told(first, with_sponsor("25 Sep", "25 Oct", person="S2"))] == ["1 Oct", "25 Oct"]
        assert [words for _, words in told(first, with_sponsor("2 Oct", person="S2"))] == ["1 Oct"]
        assert told(first, with_sponsor("2 Oct", person="s1")) == []
        assert told(first, with_sponsor("2 Oct", person="")) == []

    def test_of_one_question_asked_twice_in_a_session_the_last_answer_stands(self) -> None:
        assert told(with_sponsor("1 Sep", "1 Oct", "8 Oct")) == [("Talk with the sponsor", "8 Oct")]

    def test_two_things_to_look_at_again_with_the_client_stand_side_by_side(self) -> None:
        both = plan("1 Sep", "1 Dec"), plan("2 Sep", "20 Nov", along="growth")

        assert told(*both) == [("Next after Growth", "20 Nov"), ("Next after Learning-plan", "1 Dec")]
        assert told(*both, grow("21 Nov")) == [("Next after Learning-plan", "1 Dec")]
        assert told(*both, plan("3 Sep", "5 Dec")) == [
            ("Next after Growth", "20 Nov"),
            ("Next after Learning-plan", "5 Dec"),
        ]

    def test_a_next_meeting_is_called_after_the_one_before_it(self) -> None:
        intake = held("1 Sep", agreed("8 Sep", "next_meeting", "client"), along="intake", room="client", kind="meeting")

        assert told(intake) == [("Next after Intake", "8 Sep")]

    def test_somebody_who_was_asked_goes_by_their_code(self) -> None:
        asked = held("1 Sep", agreed("8 Sep", "again", "stakeholder"), along="any", room="stakeholder", person="P3")

        assert told(asked) == [("Talk with P3", "8 Sep")]

    def test_words_in_which_no_day_was_understood_stand_last_until_they_meet(self) -> None:
        unclear = held("12 Sep", agreed("after the fair"))

        assert told(unclear, plan("1 Sep", "1 Dec")) == [
            ("Next after Learning-plan", "1 Dec"),
            ("Three-way meeting", "after the fair"),
        ]
        assert told(unclear, held("13 Sep")) == []
        assert told(plan("1 Sep", "in spring"), grow("2 Sep")) == [("Next after Learning-plan", "in spring")]


@pytest.mark.parametrize(
    ("words", "said_on", "is_seen"),
    [
        ("21 Nov", "12 Sep", True),
        ("23 Oct", "12 Sep", True),
        ("22 Oct", "12 Sep", False),
        ("after the fair", "12 Sep", True),
        ("after the fair", "20 May", False),
    ],
)
def test_a_day_is_in_sight_until_it_is_long_over(words: str, said_on: str, is_seen: bool) -> None:
    dates = agreed_dates([held(said_on, agreed(words))])

    assert bool(in_sight(dates, TODAY)) == is_seen
    assert in_sight(dates, day(said_on) + timedelta(days=1))


def test_a_closing_in_which_the_sponsor_was_there_is_the_meeting_whatever_was_noted_of_it() -> None:
    with_them = changed(turn_with(Note(kind="note", text="She asks now"), question="sponsor_view"), room="three")

    assert told(THREE_WAY, held("4 Dec", along="closing", room="client")) == told(THREE_WAY)
    assert told(THREE_WAY, held("4 Dec", with_them, along="closing", room="client")) == []
