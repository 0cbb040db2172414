"""How notes, days and lengths are said."""

from datetime import date, datetime, timedelta, timezone

import pytest
from builders import FRIDAY, note, turn_with
from domain.strategies import FIELDS, KINDS, OFTEN, notes
from hypothesis import given

from coachcli.domain.line.signs import SIGNS
from coachcli.domain.session.model import Appointment, Note, Reviewed, Score, When
from coachcli.domain.session.wording import (
    FIELD_NAMES,
    FIELD_PROMPTS,
    KIND_NAMES,
    KIND_SIGNS,
    appointment_words,
    as_typed,
    asked_about,
    clock,
    day_words,
    extras,
    full_date,
    full_time,
    headline,
    in_words,
    length,
)
from coachcli.domain.value import changed

ACTION = Note(
    kind="action",
    text="talk to Ana",
    due=When(words="friday", on=FRIDAY),
    confidence=8,
    details={"support": "her calendar"},
)
CAME_OF_IT = Reviewed(kind="action", what="call Tom", session="jane-doe/1", outcome="partly")


def test_every_kind_and_every_field_has_a_name() -> None:
    assert set(KIND_NAMES) == set(KINDS)
    assert set(FIELD_NAMES) == set(FIELD_PROMPTS) == set(FIELDS)


def test_the_signs_shown_are_signs_that_can_be_typed() -> None:
    assert {sign: kind for kind, sign in KIND_SIGNS.items()}.items() <= SIGNS.items()
    assert set(KIND_SIGNS) == set(SIGNS.values())


def test_days_are_said_in_full() -> None:
    assert full_date(date(2026, 11, 7)) == "Saturday 7 November 2026"
    assert full_time(datetime(2026, 11, 27, 9, 5, tzinfo=timezone(timedelta(hours=1)))) == (
        "Friday 27 November 2026, 09:05"
    )


def test_a_day_that_was_not_understood_is_said_as_it_was() -> None:
    assert day_words(When(words="friday", on=FRIDAY)) == "Friday 27 November 2026"
    assert day_words(When(words="when Ana is back")) == "when Ana is back"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (9, "0:09"), (1390, "23:10"), (3599, "59:59"), (3600, "1:00:00"), (3725, "1:02:05"), (-5, "0:00")],
)
def test_a_clock_shows_hours_only_where_there_are_any(seconds: int, shown: str) -> None:
    assert clock(seconds) == shown


def test_one_minute_is_not_minutes() -> None:
    assert [length(0), length(1), length(50)] == ["0 minutes", "1 minute", "50 minutes"]


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (Note(kind="quote", text="why me?"), "why me?"),
        (Note(kind="scale", scale=Score(score=7, low=1, high=10)), "7 of 10"),
        (Note(kind="scale", text="better", scale=Score(score=2.5, low=0, high=5)), "2.5 of 5 · better"),
        (Note(kind="scale", scale=Score(score=0, low=0, high=5)), "0 of 5"),
        (Note(kind="number", number=0), "0"),
        (Note(kind="yesno", text="for now", said_yes=False), "no · for now"),
        (Note(kind="date", day=When(words="friday", on=FRIDAY)), "Friday 27 November 2026"),
        (Note(kind="topic", chosen=("Play", "Rest")), "Play, Rest"),
        (Note(kind="review", reviewed=CAME_OF_IT), "call Tom: partly"),
        (Note(kind="review", text="once", reviewed=CAME_OF_IT), "call Tom: partly · once"),
        (ACTION, "talk to Ana"),
    ],
)
def test_a_note_is_its_value_and_its_words(note: Note, words: str) -> None:
    assert headline(note) == words


def test_an_action_is_said_with_all_that_belongs_to_it() -> None:
    assert extras(ACTION) == ["by Friday 27 November 2026", "8/10", "support: her calendar"]
    assert in_words(ACTION) == "talk to Ana · by Friday 27 November 2026 · 8/10 · support: her calendar"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("someday", "by someday"),
        ("by the end of term", "by the end of term"),
        ("Before Ana leaves", "Before Ana leaves"),
        ("until then", "until then"),
        ("byzantine times", "by byzantine times"),
    ],
)
def test_by_is_not_said_twice(said: str, shown: str) -> None:
    note = Note(kind="action", text="go", due=When(words=said))

    assert extras(note) == [shown]
    assert as_typed(note) == f"go {shown}"


@pytest.mark.parametrize(
    ("note", "line"),
    [
        (Note(kind="quote", text="why me?"), "why me?"),
        (Note(kind="scale", text="better", scale=Score(score=7, low=1, high=10)), "7: better"),
        (Note(kind="yesno", said_yes=True), "yes"),
        (Note(kind="date", text="at noon", day=When(words="friday", on=FRIDAY)), "friday: at noon"),
        (Note(kind="choices", text="above all", chosen=("Play", "Order")), "Play, Order: above all"),
        (Note(kind="review", text="once", reviewed=CAME_OF_IT, due=When(words="monday")), "partly: once by monday"),
        (ACTION, "talk to Ana by friday 8/10"),
    ],
)
def test_a_note_can_be_put_back_as_it_would_be_typed(note: Note, line: str) -> None:
    assert as_typed(note) == line


@OFTEN
@given(notes())
def test_no_words_of_a_note_are_left_out(note: Note) -> None:
    said = in_words(note)

    assert note.text in said
    assert all(chosen in said for chosen in note.chosen)
    assert all(words in said for words in note.details.values())
    assert all(day.words in said for day in (note.day, note.due) if day and day.on is None)


@pytest.mark.parametrize(
    ("asked", "item", "said"),
    [
        ("How well does it fit?", "stay", "How well does it fit? (stay)"),
        ('How well does "stay" fit?', "stay", 'How well does "stay" fit?'),
        ("How well does it fit?", None, "How well does it fit?"),
    ],
)
def test_what_was_asked_of_several_things_says_of_which(asked: str, item: str | None, said: str) -> None:
    assert asked_about(changed(turn_with(note(), asked=asked), item=item)) == said


def test_where_the_answer_names_it_the_question_does_not() -> None:
    looked_back = turn_with(Note(kind="review", reviewed=CAME_OF_IT), asked="What came of it?")

    assert asked_about(changed(looked_back, item="call Tom")) == "What came of it?"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("friday", "by Friday 27 November 2026"),
        ("until friday", "until Friday 27 November 2026"),
        ("before friday 14:00", "before Friday 27 November 2026, 14:00"),
        ("friday at the latest", "by Friday 27 November 2026, at the latest"),
    ],
)
def test_what_was_said_beside_a_day_is_never_lost(words: str, said: str) -> None:
    assert extras(Note(kind="action", text="talk to Ana", due=When(words=words, on=FRIDAY))) == [said]


@pytest.mark.parametrize(("sure", "said"), [(8, "8/10"), (8.0, "8/10"), (7.5, "7.5/10")])
def test_how_sure_somebody_is_may_be_a_half(sure: float, said: str) -> None:
    assert extras(Note(kind="action", text="talk to Ana", confidence=sure)) == [said]


@pytest.mark.parametrize(
    ("appointment", "told"),
    [
        (Appointment(words="friday 2pm", on=FRIDAY, at="14:00"), "Friday 27 November 2026, 14:00"),
        (Appointment(words="friday", on=FRIDAY), "Friday 27 November 2026"),
        (Appointment(words="after\nher  holiday"), "after her holiday"),
    ],
)
def test_the_next_time_is_told_as_understood_or_else_as_said(appointment: Appointment, told: str) -> None:
    assert appointment_words(appointment) == told
