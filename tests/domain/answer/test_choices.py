"""How choices are offered; how they are read from words is in test_choice_words."""

import pytest
from builders import DRAWN_TO, MOOD, VALUES, read_date

from coachcli.domain.answer.choices import ChoicesType, ChoiceType
from coachcli.domain.session.model import Note


def test_one_of_several_or_some_of_them_answer() -> None:
    assert ChoiceType(MOOD).takes == "one of several"
    assert ChoiceType(DRAWN_TO).takes == "one of options"
    assert ChoicesType(VALUES).takes == "some of several"


@pytest.mark.parametrize(("choices", "hint"), [(("Calm", "Tense"), "number"), ((), "")])
def test_a_number_is_asked_for_only_where_there_is_something_to_choose(choices: tuple[str, ...], hint: str) -> None:
    assert ChoiceType(MOOD, choices).hint == hint


def test_one_choice_or_several_are_read() -> None:
    choices = ("Play", "Order")

    assert ChoiceType(MOOD, choices).read("2", read_date) == Note(kind="choice", chosen=("Order",))
    assert ChoicesType(VALUES, choices).read("2, 1", read_date) == Note(kind="choices", chosen=("Order", "Play"))
