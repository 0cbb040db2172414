"""A report as a mail can hold it."""

import pytest
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.page.chart import Share, Shares
from coachcli.domain.page.model import Line, Page, Section, Table
from coachcli.render.page.text import text

anything = st.text(st.characters())


def lines_of(*lines: Line, depth: int = 1) -> list[str]:
    """What is printed of these under the title of a page and of a section."""
    return text(Page("Page", {}, (Section("Section", lines, depth),))).split("\n")[3:-1]


def test_a_page_reads_from_top_to_bottom() -> None:
    report = Page(
        "Our session on Friday",
        {"For": "Jane", "Length": "50 minutes"},
        (
            Section("What you will do", (Line("Call Ana", "task", details=("by Friday", "8/10")),)),
            Section("Opening"),
            Section("What is on your mind?", (Line("Rest", label="value"), Line("Never", "quote")), depth=2),
        ),
    )

    assert text(report) == (
        "Our session on Friday\n\nFor: Jane\nLength: 50 minutes\n\n"
        "WHAT YOU WILL DO\n  [ ] Call Ana · by Friday · 8/10\n\n"
        "OPENING\n\n"
        "What is on your mind?\n  - (value) Rest\n  - “Never”\n"
    )


def test_a_page_without_anything_is_its_title() -> None:
    assert text(Page("Coaching session", {}, ())) == "Coaching session\n"


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        (Line("one\ntwo", details=("8/10",)), ["  - one", "    two · 8/10"]),
        (Line("one\ntwo", "task"), ["  [ ] one", "    two"]),
        (Line("one\ntwo", "quote", "asked", ("shared",)), ["  - (asked) “one", "    two” · shared"]),
    ],
)
def test_the_lines_of_a_note_stand_under_its_beginning(line: Line, rows: list[str]) -> None:
    assert lines_of(line) == rows


def test_what_was_asked_on_two_lines_stands_on_one() -> None:
    said = Line("7 of 10", label="How sure\nare you?", details=("by\nFriday",))
    report = Page("Jane\nDoe", {"For": "Jane\n\nDoe"}, (Section("What is\n  going on?", (said,), depth=2),))

    assert text(report) == (
        "Jane Doe\n\nFor: Jane Doe\n\nWhat is going on?\n  - How sure are you? 7 of 10 · by Friday\n"
    )


def test_a_letter_begins_with_its_greeting_and_ends_with_its_closing() -> None:
    section = Section("What you will do", (Line("Call Ana", "task"),))
    letter = Page("Our session", {"For": "Jane"}, (section,), greeting="Hello Jane,", closing=("Yours,", "Alex"))

    assert text(letter) == (
        "Hello Jane,\n\nOur session\n\nFor: Jane\n\nWHAT YOU WILL DO\n  [ ] Call Ana\n\nYours,\nAlex\n"
    )


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("How sure?", "  - How sure? 7 of 10"),
        ("In the way:", "  - In the way: 7 of 10"),
        ("insight", "  - (insight) 7 of 10"),
    ],
)
def test_a_question_stands_before_its_answer_as_it_is(label: str, row: str) -> None:
    assert lines_of(Line("7 of 10", label=label)) == [row]


def test_what_could_act_on_a_terminal_is_spelled_out() -> None:
    assert lines_of(Line("a\x1b]52;c;aGk=\a\u202eb")) == ["  - a‹U+001B›]52;c;aGk=‹U+0007›‹U+202E›b"]


@OFTEN
@given(anything, anything, anything)
def test_no_words_begin_a_line_of_their_own_making(said: str, label: str, detail: str) -> None:
    rows = lines_of(Line(said, label=label, details=(detail,)), Line("after it"))

    assert rows[-1] == "  - after it"
    assert rows[0].startswith("  - ")
    assert all(row.startswith("    ") for row in rows[1:-1])
    assert len(rows) == said.count("\n") + 2


def test_no_first_word_is_taken_for_the_mark_of_an_encoding() -> None:
    assert text(Page("\ufeffOur \ufeffsession", {}, ())) == "Our \ufeffsession\n"


def told(section: Section) -> list[str]:
    return text(Page("Page", {}, (section,))).split("\n")[2:-1]


def test_a_chart_is_told_in_sentences_below_its_title() -> None:
    shares = Shares("What became of them", (Share("kept", 3), Share("open", 1)))

    assert told(Section("Actions", charts=(shares,))) == [
        "ACTIONS",
        "  What became of them",
        "  - kept: 3.",
        "  - open: 1.",
    ]
    assert told(Section("What became of them", charts=(shares,)))[1] == "  - kept: 3."


def test_a_table_stands_in_columns() -> None:
    table = Table(("Month", "Hours"), (("November 2026", "7.5"), ("May", "12\n13")))

    assert told(Section("Hours", tables=(table,))) == [
        "HOURS",
        "  Month          Hours",
        "  November 2026  7.5",
        "  May            12 13",
    ]
