"""Finding a word: case and accents make no difference, and what is shown stays short."""

import pytest
from builders import note, session_of, turn_with

from coachcli.domain.history.search import around, notes_with
from coachcli.domain.session.model import Note

SESSION = session_of(turn_with(note("Café at nine"), note("late")), turn_with(note("the CAFE again", "quote")))


@pytest.mark.parametrize("word", ["cafe", "Café", "CAFÉ", "caf"])
def test_case_and_accents_make_no_difference(word: str) -> None:
    assert [note.text for _, note in notes_with(SESSION, word)] == ["Café at nine", "the CAFE again"]


def test_what_belongs_to_a_note_is_found_too() -> None:
    action = Note(kind="action", text="Ask Sam", details={"support": "Ana"})

    assert notes_with(session_of(turn_with(action)), "ana")
    assert notes_with(session_of(turn_with(Note(kind="choice", chosen=("Tense",)))), "tense")


def test_nothing_finds_nothing() -> None:
    assert notes_with(SESSION, "bus") == []
    assert notes_with(SESSION, " ") == []


def test_of_a_long_note_what_stands_around_the_word_is_shown() -> None:
    shown = around(f"{'before ' * 40}\nBudget {'after ' * 40}", "budget")

    assert "Budget" in shown
    assert (shown[:2], shown[-2:]) == ("… ", " …")
    assert len(shown) < 150


def test_a_short_one_is_shown_whole() -> None:
    assert around("one\ntwo", "two") == "one two"
