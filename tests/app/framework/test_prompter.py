"""Asking the coach what to do next, and telling them something."""

import pytest
from app.play import Chooser

from coachcli.app.framework.prompter import Prompter

OPTIONS = {"e": "[e]dit again", "k": "[k]eep as draft", "d": "[d]iscard"}


def answers(*typed: str) -> tuple[str, str]:
    told: list[str] = []
    return Prompter(Chooser(list(typed)), told.append).answer(OPTIONS), "".join(told)


@pytest.mark.parametrize(
    ("typed", "letter"), [("", "e"), ("k", "k"), ("K", "k"), ("keep", "k"), ("keep as draft", "k"), ("discard", "d")]
)
def test_a_letter_or_the_first_words_will_do(typed: str, letter: str) -> None:
    assert answers(typed)[0] == letter


@pytest.mark.parametrize("typed", ["don't lose it", "discarding", "dk", "edit or keep"])
def test_anything_else_is_asked_again(typed: str) -> None:
    letter, told = answers(typed, "k")

    assert letter == "k"
    assert "That is none of these." in told


def test_the_first_is_taken_where_nobody_can_be_asked() -> None:
    told: list[str] = []

    assert Prompter(None, told.append).answer(OPTIONS) == "e"
    assert told == []


def test_sentences_are_folded_to_the_window_and_places_are_not() -> None:
    told: list[str] = []
    desk = Prompter(None, told.append, width=20)

    desk.say("What is said is folded to the window.\n")
    desk.tell("mine.yaml:1:1: error[E201]: as it is\n")

    assert max(map(len, told[0].split("\n"))) <= 20
    assert told[1] == "mine.yaml:1:1: error[E201]: as it is\n"
