"""How wide a text is: the same for a list, a page and the live line."""

import subprocess
import sys
import unicodedata

import pytest
import wcwidth
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli import cells as measure
from coachcli.cells import cells, clipped, cut, wrap
from coachcli.domain.text import visible
from coachcli.live.lists import styled
from coachcli.render.folded_lines import folded_lines
from coachcli.render.table import table

FAMILY, FLAG, HEART, THUMB = "👩‍👩‍👧", "🇩🇪", "❤\N{VARIATION SELECTOR-16}", "👍🏽"
WIDE = {
    "": 0,
    "plain": 5,
    "Jürgen · “née” – ok…": 20,
    "日本語": 6,
    "ﾊﾝｶｸ": 4,
    "e\u0301": 1,
    "ก\u0e34": 1,
    "ｊ": 2,
    "שלום": 4,
    "हिन्दी": 4,
    "ي\u0651": 1,
    "🙂": 2,
    FAMILY: 2,
    FLAG: 2,
    HEART: 2,
    THUMB: 2,
    f"a{FAMILY}b{FLAG}": 6,
    "zero\u200bwidth": 9,
}
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from([*" -äß漢é🙂", FAMILY[1], "\ufe0f"]))


@pytest.mark.parametrize(("text", "width"), WIDE.items())
def test_a_text_is_as_wide_as_a_terminal_draws_it(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize("text", [text for text in WIDE if text])
def test_a_list_and_the_card_give_it_the_same_room(text: str) -> None:
    beside = table([(text, "|"), ("x" * 30, "|")]).split("\n")[0]
    (row,) = styled("choice", f"{text}|", 80, "")

    assert row.text.partition("|")[0].rstrip() == beside.partition("|")[0].rstrip() == text
    assert beside.partition("|")[0] == text + " " * (32 - cells(text))
    assert len(styled("choice", f"{text} {text}", 2 * cells(text) + 2, "")) == 1 or cells(text) < 10


@given(texts)
def test_the_quick_way_and_the_long_one_say_the_same(text: str) -> None:
    assert cells(text) == max(0, wcwidth.wcswidth(text))


def test_every_sign_of_the_quick_way_takes_one_cell() -> None:
    plain = [sign for number in range(0x3000) if measure._is_plain(sign := chr(number))]

    assert {sign for sign in plain if wcwidth.wcwidth(sign) != 1 or unicodedata.category(sign) == "Cf"} == set()
    assert set("äßéñøœł …–“”‘’·→") <= set(plain)


def test_control_characters_take_no_cell_and_hide_no_other() -> None:
    assert cells("ab\tc\x1b漢") == 5


@given(texts, st.integers(-2, 40))
def test_a_cut_text_begins_as_it_does_and_has_room(text: str, room: int) -> None:
    short = cut(text, room)

    assert cells(short) <= max(0, room)
    assert short in {text, ""} or (short.endswith("…") and cells(text) > room)
    assert cells(clipped(text, room)) <= max(0, room)


def test_a_family_is_not_taken_apart() -> None:
    assert cut(f"ab{FAMILY}cd", 4).removesuffix("…").rstrip() == "ab"
    assert cut(f"ab{FAMILY}cd", 5) == f"ab{FAMILY}…"
    assert cut("one two three", 5) == "one…"


@OFTEN
@given(texts | st.text("ab -"), st.integers(1, 40), st.sampled_from(["", "  "]), st.booleans())
def test_rows_are_those_of_the_long_way(text: str, width: int, indent: str, breaks: bool) -> None:
    long = wcwidth.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent="   ",
        break_long_words=breaks,
        break_on_hyphens=False,
    )

    assert wrap(text, width, indent, "   ", breaks=breaks) == long


def test_of_plain_words_nothing_is_loaded_to_measure_them() -> None:
    program = (
        "import sys; from coachcli.render.table import table; from coachcli.render.folded_lines import folded_lines;"
        "table([('jane', 'Jürgen – GROW'), ('bo', 'x')], 10); folded_lines('Nothing is open.', 80);"
        "print('wcwidth' in sys.modules, end=' '); table([('王芳',)]); print('wcwidth' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert done.stdout == "False True\n"


def test_a_page_is_folded_by_the_same_measure() -> None:
    assert folded_lines(visible(f"{FAMILY} " * 12), 25).split("\n") == [
        (f"{FAMILY} " * 8).rstrip(), f"  {FAMILY} {FAMILY} {FAMILY} {FAMILY}",
    ]  # fmt: skip
