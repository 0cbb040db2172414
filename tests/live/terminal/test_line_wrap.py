"""The line that is typed, as it goes on below itself."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from live.conftest import Keys, Screen, until
from live.reading import ENTER, read
from live.test_card import cells
from prompt_toolkit.application import create_app_session
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import fragment_list_to_text
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.processors import Transformation, TransformationInput

from coachcli.live.signals import Signals
from coachcli.live.source import Entered, Line
from coachcli.live.terminal.line import Terminal
from coachcli.live.terminal.line_wrap import BetweenWords, gaps, rows_of_line

LONG = "I said that I would ask him before the holidays, and then somehow never did it at all"

lines = st.text(st.characters(categories=("L", "N", "P", "Zs", "So", "Mn")) | st.just(" "), max_size=200)


def drawn(text: str, width: int, sign: int = 3) -> Transformation:
    control = BufferControl(Buffer())
    given = TransformationInput(control, Document(text), 0, lambda at: at, [("", text)], width, 10)
    return BetweenWords(lambda: sign).apply_transformation(given)


def rows_drawn(text: str, width: int, sign: int = 3) -> list[str]:
    """The rows as a terminal breaks them, anywhere."""
    shown = "-" * sign + fragment_list_to_text(drawn(text, width, sign).fragments)
    return re.findall(f".{{1,{width}}}", shown)


def test_no_word_of_a_long_line_stands_on_two_rows() -> None:
    assert [row.rstrip() for row in rows_drawn(LONG, 40)] == [
        "---I said that I would ask him before",
        "the holidays, and then somehow never",
        "did it at all",
    ]


def test_a_word_longer_than_a_row_is_broken_where_it_must_be() -> None:
    assert rows_drawn(f"see {'x' * 45}", 20) == ["---see " + "x" * 13, "x" * 20, "x" * 12]


def test_a_line_that_no_window_holds_is_not_gone_through_at_each_key() -> None:
    assert gaps("word " * 3000, 40) == []


@settings(max_examples=60, deadline=None)
@given(lines, st.integers(20, 120))
def test_each_letter_is_found_where_it_is_drawn_and_none_is_lost(text: str, width: int) -> None:
    shown = drawn(text, width)
    seen = fragment_list_to_text(shown.fragments)

    assert "".join(seen.split()) == "".join(text.split())
    for at, letter in enumerate(text):
        assert seen[shown.source_to_display(at)] == letter
        assert shown.display_to_source(shown.source_to_display(at)) == at


@settings(max_examples=60, deadline=None)
@given(lines, st.integers(20, 120))
def test_a_word_that_fits_on_a_row_stands_on_one(text: str, width: int) -> None:
    blanks = dict(gaps(text, width))
    at = 0
    for place, letter in enumerate(text):
        at += blanks.get(place, 0)
        begins = not letter.isspace() and (place == 0 or text[place - 1].isspace())
        word = re.match(r"\S+", text[place:]) if begins else None
        if word and cells(word[0]) < width and cells(word[0]) > 0:
            assert at % width + cells(word[0]) <= width
        at += max(0, cells(letter))


@pytest.mark.usefixtures("no_hurry")
def test_on_the_screen_a_long_line_goes_on_between_its_words_and_comes_back_to_the_letter(keys: Keys) -> None:
    screen, seen = Screen(columns=40), list[str]()
    typed = (LONG, until(lambda: "did it at all" in screen.words), lambda: seen.extend(screen.rows), ENTER)
    with create_app_session(output=screen.output()):
        keys(*typed)
        assert read(keys, terminal=Terminal(Signals())) == Entered(Line.ending(LONG))

    assert seen[-3:] == [
        " > I said that I would ask him before",
        "the holidays, and then somehow never",
        "did it at all",
    ]


@pytest.mark.parametrize(
    ("text", "width", "taken"),
    [("", 20, 1), ("word", 20, 1), ("x" * 20, 20, 2), ("漢" * 10, 20, 2), ("one\ntwo\n", 20, 3), ("x" * 45, 20, 3)],
    ids=["empty", "short", "full", "wide", "lines", "long"],
)
def test_a_line_is_counted_in_rows_with_room_for_the_cursor(text: str, width: int, taken: int) -> None:
    assert rows_of_line(text, width) == taken
