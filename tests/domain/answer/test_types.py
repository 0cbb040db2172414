"""Answers of every type, read on their own; what a whole line means is in test_grammar."""

from datetime import date

import pytest
from builders import DRAWN_TO, ENERGY, HOURS, IMPORTANCE, MOOD, STILL, VALUES, WHEN, read_date

from coachcli.domain.answer.base import ValueType
from coachcli.domain.answer.types import answer_type
from coachcli.domain.day.reader import DateReader
from coachcli.domain.framework.questions import Question
from coachcli.domain.session.model import Note

MOODS = ("Calm", "Tense", "Tired but well")


def answer(question: Question, text: str, choices: tuple[str, ...], dates: DateReader) -> Note | None:
    answers = answer_type(question, choices)

    assert isinstance(answers, ValueType)
    return answers.read(text, dates)


def expected(question: Question, choices: tuple[str, ...]) -> str:
    answers = answer_type(question, choices)

    assert isinstance(answers, ValueType)
    return answers.expected


@pytest.mark.parametrize(
    ("question", "choices", "words"),
    [
        (IMPORTANCE, (), "a number from 1 to 10"),
        (ENERGY, (), "a number from 0 to 5, halves too"),
        (MOOD, MOODS, "a number from 1 to 3, or the words"),
        (VALUES, ("Play", "Order"), "numbers from 1 to 2, or the words"),
        (DRAWN_TO, (), "the words"),
        (STILL, (), "yes or no"),
        (WHEN, (), "a day"),
        (HOURS, (), "a number"),
    ],
    ids=lambda value: getattr(value, "id", None),
)
def test_it_is_said_what_would_answer(question: Question, choices: tuple[str, ...], words: str) -> None:
    assert expected(question, choices) == words


def test_a_day_is_the_longest_that_can_be_read() -> None:
    note = answer(WHEN, "fri, 27 november, at noon, if possible", (), read_date)

    assert note is not None
    assert note.day is not None
    assert (note.day.words, note.day.on, note.text) == (
        "fri, 27 november, at noon",
        date(2026, 11, 27),
        "if possible",
    )
