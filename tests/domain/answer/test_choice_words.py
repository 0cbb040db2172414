"""Choices by number, by words and by how those begin: one that is doubtful is none."""

import pytest
from builders import DRAWN_TO, MOOD, VALUES
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.answer.choice_words import OutOfRangeError, one_chosen, several_chosen
from coachcli.domain.session.model import Note

MOODS = ("Calm", "Tense", "Tired but well")
WORTH = ("Play", "Rest, and sleep", "Order")


def one(text: str, choices: tuple[str, ...] = MOODS) -> tuple[str, str] | None:
    """The choice that is named, and the comment on it."""
    note = one_chosen(MOOD, text, choices)
    return None if note is None else (*note.chosen, note.text)  # type: ignore[return-value]


def several(text: str, choices: tuple[str, ...] = WORTH) -> tuple[tuple[str, ...], str] | None:
    note = several_chosen(VALUES, text, choices)
    return None if note is None else (note.chosen, note.text)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("2", ("Tense", "")),
        ("2.", ("Tense", "")),
        ("2 more than last week", ("Tense", "more than last week")),
        ("tense", ("Tense", "")),
        ("tense, more than last week", ("Tense", "more than last week")),
        ("calm - at last", ("Calm", "at last")),
        ("tired   but\nwell", ("Tired but well", "")),
        ("tir", ("Tired but well", "")),
    ],
)
def test_one_is_named_by_its_number_or_its_words(text: str, chosen: tuple[str, str]) -> None:
    assert one(text) == chosen


@pytest.mark.parametrize("text", ["t", "7-8", "10:30", "angry", "2x", "4 weeks ago", "0 of these"])
def test_what_names_none_or_more_than_one_is_no_choice(text: str) -> None:
    assert one(text) is None


@pytest.mark.parametrize("text", ["4", "0"])
def test_a_number_alone_that_is_not_on_the_list_says_so(text: str) -> None:
    with pytest.raises(OutOfRangeError, match=f"{text} is not on the list; it goes from 1 to 3"):
        one(text)


def test_where_another_may_be_given_any_words_are_one() -> None:
    assert one_chosen(DRAWN_TO, "leave, perhaps", ("Stay",)) == Note(kind="choice", chosen=("leave, perhaps",))
    assert one_chosen(MOOD, "leave", ()) == Note(kind="choice", chosen=("leave",))


def test_whole_words_go_before_numbers() -> None:
    choices = ("2 days a week", "1 day a week")

    assert one("2 days a week", choices) == ("2 days a week", "")
    assert one("2", choices) == ("1 day a week", "")


def test_a_longer_choice_goes_before_one_that_begins_it() -> None:
    choices = ("Rest", "Rest, and sleep")

    assert one("rest, and sleep", choices) == ("Rest, and sleep", "")
    assert one("rest", choices) == ("Rest", "")
    assert several("rest, and sleep; rest", choices) == (("Rest, and sleep", "Rest"), "")


@pytest.mark.parametrize("choices", [("C++ (a [b] c)*",), ("a|b", "^$.\\"), ("İstanbul", "ﬁnally")])
def test_signs_in_a_choice_mean_themselves(choices: tuple[str, ...]) -> None:
    for choice in choices:
        assert one(choice, choices) == (choice, "")
        assert several(choice, choices) == ((choice,), "")


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("1, 3", (("Play", "Order"), "")),
        ("3 and 1", (("Order", "Play"), "")),
        ("1 1 2", (("Play", "Rest, and sleep"), "")),
        ("1 2 above all", (("Play", "Rest, and sleep"), "above all")),
        ("play; rest, and sleep", (("Play", "Rest, and sleep"), "")),
        ("order, play: both", (("Order", "Play"), "both")),
        ("ord, pl", (("Order", "Play"), "")),
    ],
)
def test_several_are_named_in_the_order_in_which_they_come_and_once(
    text: str, chosen: tuple[tuple[str, ...], str]
) -> None:
    assert several(text) == chosen


@pytest.mark.parametrize("text", ["play, laziness", "laziness", ",", "1 9 or so"])
def test_one_word_that_names_none_makes_no_answer(text: str) -> None:
    assert several(text) is None


def test_of_several_numbers_alone_one_that_is_not_there_says_so() -> None:
    with pytest.raises(OutOfRangeError, match="9 is not on the list"):
        several("1, 9")


@OFTEN
@given(st.lists(st.text("abcdé", min_size=1), min_size=1, unique=True))
def test_every_choice_can_be_chosen_by_its_number_and_by_its_words(texts: list[str]) -> None:
    choices = tuple(texts)
    for number, choice in enumerate(choices, 1):
        assert one(f"{number} of course", choices) == (choice, "of course")
        assert one(f"{choice}, of course", choices) == (choice, "of course")
