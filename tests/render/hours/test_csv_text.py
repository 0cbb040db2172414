"""CSV that every spreadsheet reads, and that none of them runs."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.render.hours.csv_text import as_words, csv_text


def read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline="")))


def test_days_hours_and_numbers_are_written_alike_everywhere() -> None:
    text = csv_text(["a", "b", "c", "d"], [(date(2026, 11, 2), Decimal("1250.50"), 6, None)])

    assert text == "a,b,c,d\r\n2026-11-02,1250.50,6,\r\n"


@pytest.mark.parametrize(
    "name", ["=1+1", "+49 30 1", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200e=1", "\uff1d1+1", "\n=1", "  @x"]
)
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(name: str) -> None:
    (((cell,)),) = read(csv_text([], [(name,)]))[1:]

    assert cell.startswith("'")


@pytest.mark.parametrize("name", ["Jane Example", "O'Neil, Jane", 'Jane "J" Example', "jane@example.com", "A-B", "Ö=1"])
def test_other_words_stay_as_they_are(name: str) -> None:
    assert read(csv_text([], [(name,)]))[1:] == [[name]]


def test_a_name_of_several_lines_makes_no_row_and_one_that_turns_the_line_round_is_seen() -> None:
    assert read(csv_text(["client"], [("Jane\nExample,=1",), ("Jane\u202eExample",)])) == [
        ["client"],
        ["Jane Example,=1"],
        ["Jane‹U+202E›Example"],
    ]


def test_headings_are_words_too() -> None:
    assert csv_text(["=HYPERLINK()"], []) == "'=HYPERLINK()\r\n"


@given(st.lists(st.text(max_size=30), min_size=2, max_size=4))
def test_whatever_the_words_each_comes_back_in_its_cell(words: list[str]) -> None:
    (row,) = read(csv_text(["x"] * len(words), [words]))[1:]

    assert row == [as_words(one) for one in words]
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)
