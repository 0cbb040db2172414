"""What was told of a goal or an action, on the line with its words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachcli.domain.line.details import parted, whole_line
from coachcli.domain.session.model import Note, When
from coachcli.domain.session.voice import who_said
from coachcli.domain.value import changed

ACTION = Note(
    kind="action",
    text="Ask Sam",
    due=When(words="friday"),
    confidence=8,
    details={"obstacles": "he is away", "support": "Ann"},
)

words = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters=":·"), min_size=1, max_size=12)


def test_all_of_an_action_stands_on_its_line() -> None:
    assert whole_line(ACTION) == "*Ask Sam by friday 8/10 · in the way: he is away · support: Ann"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("*Ask Sam by friday 8/10 · in the way: nothing", {"obstacles": "nothing"}),
        ("*Ask Sam · Support: Ann · and Bob", {"support": "Ann · and Bob"}),
        ("*Ask Sam · in the way:", {}),
        ("*Ask Sam", {}),
        ("*Ask Sam · who: me", {"who": "coach"}),
        ("*Ask Sam, who: the client · support: Ann", {"who": "client", "support": "Ann"}),
    ],
    ids=["changed and left out", "with a dot in it", "emptied", "none", "by the coach", "with a comma"],
)
def test_what_is_told_is_changed_there_added_and_taken_away(line: str, told: dict[str, str]) -> None:
    assert parted(line, ACTION)[1] == told


def test_words_with_a_dot_between_them_are_words() -> None:
    assert parted("*Ask Sam · and Ann: both", ACTION) == ("*Ask Sam · and Ann: both", {})


@pytest.mark.parametrize("line", ["", "  ", " · support: Ann", "*one\ntwo"])
def test_behind_no_words_and_in_a_block_nothing_is_told(line: str) -> None:
    assert parted(line, ACTION) == (line, ACTION.details)


def test_a_note_that_is_only_words_is_only_words() -> None:
    note = Note(kind="note", text="I said · support: none")

    assert parted(whole_line(note), note) == (note.text, {})


def test_what_does_not_fit_on_a_line_stays_out_of_it_and_as_it_was() -> None:
    long = changed(ACTION, details={"support": "Ann\nand Bob"})

    assert whole_line(long) == "*Ask Sam by friday 8/10"
    assert parted("*Ask Tom", long) == ("*Ask Tom", long.details)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["who", "obstacles", "support", "measure"]), words, max_size=4))
def test_whatever_was_told_comes_back_as_it_was(told: dict[str, str]) -> None:
    note = changed(ACTION, details={**told, "who": who_said(told.get("who", "Sam"))})

    assert parted(whole_line(note), note)[1] == note.details
