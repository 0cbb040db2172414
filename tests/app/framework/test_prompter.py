"""The coach is told in the width of their window, and asked until the answer is one."""

import pytest
from app.play import Chooser

from coachcli.app.framework.prompter import Prompter

OPTIONS = {"e": "[e]dit again", "k": "[k]eep as draft", "d": "[d]iscard"}


def asked(*answers: str) -> tuple[str, list[str], Chooser]:
    """The answer, what was told on the way to it, and who was asked."""
    told: list[str] = []
    chooser = Chooser(list(answers))
    return Prompter(chooser, told.append).answer(OPTIONS), told, chooser


@pytest.mark.parametrize(("typed", "letter"), [("", "e"), ("k", "k"), (" K ", "k"), ("keep", "k"), ("discard", "d")])
def test_a_letter_or_the_first_words_choose_and_enter_takes_the_first(typed: str, letter: str) -> None:
    answer, told, chooser = asked(typed)

    assert answer == letter
    assert told == ["[e]dit again  [k]eep as draft  [d]iscard\n"]
    assert chooser.asked == ["e, k or d? Enter is e:"]


@pytest.mark.parametrize("typed", ["dk", "discarding", "don't lose it"])
def test_what_is_none_of_them_is_said_and_asked_again(typed: str) -> None:
    answer, told, _ = asked(typed, "k")

    assert answer == "k"
    assert told[1] == "That is none of these.\n"


def test_where_nobody_can_be_asked_it_is_the_first() -> None:
    assert Prompter(None, lambda _: None).answer(OPTIONS) == "e"


def test_sentences_are_folded_to_the_window() -> None:
    told: list[str] = []
    Prompter(None, told.append, 20).say("What is asked is as it was; only the file is new.\n")

    assert all(len(row) <= 20 for row in "".join(told).split("\n"))
    assert " ".join("".join(told).split()) == "What is asked is as it was; only the file is new."
