"""What a question has by itself, before its own type says more."""

from builders import HOURS, STORY

from coachcli.domain.answer.base import ValueType, WordsType
from coachcli.domain.framework.questions import NumberQuestion


class Planted(ValueType[NumberQuestion]):
    """A type of value that says only what it expects."""

    expected = "a prime"


def test_the_guidance_of_a_value_follows_from_what_is_expected() -> None:
    assert Planted(HOURS).guidance == "Here a prime answers; words after it stay with it."


def test_nothing_stands_beside_a_question_that_says_nothing() -> None:
    answers = WordsType(STORY)

    assert (answers.hint, answers.options, answers.ends) == ("", (), "")
