"""The day at the end of a line: what is cut, what stays in the words, and what is told of one that is none."""

from datetime import date

import pytest
from builders import FRIDAY, read_date

from coachcli.domain.day.ends import HIDDEN, DayEnd, before, day_at_end, looks_like_a_day, not_understood
from coachcli.domain.session.model import When


def end_of(line: str) -> DayEnd:
    return day_at_end(line, read_date)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Ask Sam by friday", "friday"),
        ("Ask Sam, due by friday.", "friday"),
        ("Ask Sam UNTIL friday", "UNTIL friday"),
        ("Ask Sam - before friday!", "before friday"),
    ],
)
def test_a_day_that_is_opened_is_cut_from_the_line(line: str, words: str) -> None:
    assert end_of(line) == DayEnd("Ask Sam", When(words=words, on=FRIDAY))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Meet Tom on friday", FRIDAY),
        ("Call Ana tomorrow.", date(2026, 11, 21)),
        ("Call Ana in two weeks", date(2026, 12, 4)),
        ("Call Ana next friday", FRIDAY),
    ],
)
def test_a_day_that_only_says_when_stays_in_its_words(line: str, day: date) -> None:
    end = end_of(line)

    assert end.due is not None
    assert (end.due.on, end.told) == (day, "")
    assert end.rest == line
    assert end.due.words in line


@pytest.mark.parametrize(
    "line", ["Prepare for tomorrow", "Plan the start of next week", "Not before", "Cut meetings by 20", "Call Sam"]
)
def test_a_part_of_something_else_is_no_day_and_nothing_is_told(line: str) -> None:
    assert end_of(line) == DayEnd(line)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Ask Sam by tomorow", 'no day understood in "tomorow"'),
        ("Ask Sam by Friday 28 November", "28 November is a Saturday"),
        ("Ask Sam not by friday", 'no day understood in "not by friday"'),
        ("Ask Sam friday", 'no day understood in "friday"; "by friday" is one'),
        ("Ask Sam wedensday", 'no day understood in "wedensday"'),
    ],
)
def test_what_looked_like_a_day_stays_and_is_told(line: str, told: str) -> None:
    assert end_of(line) == DayEnd(line, told=f"Kept in the words: {told}.")


def test_where_others_see_the_screen_it_is_told_without_the_words() -> None:
    assert getattr(end_of("Ask Quillon by tomorow").told, "discreet", None) == (
        "Kept in the words: no day was understood."
    )


def test_of_several_days_the_last_one_counts() -> None:
    assert end_of("Ask Sam by monday or by friday").due is None
    assert end_of("Ask whether by monday is early, by friday").rest == "Ask whether by monday is early"


def test_a_long_tail_is_told_by_its_beginning() -> None:
    told = not_understood(f"mondya {'x' * 200}", read_date)

    assert told == f'Kept in the words: no day understood in "mondya {"x" * 33}".'


def test_what_is_quoted_is_never_repeated() -> None:
    assert not_understood(f"monday {HIDDEN * 4}", read_date) == ""


@pytest.mark.parametrize("words", ["friday", "the 3rd of may", "tomorow", "12/25", "24.12.", "next quarter", "Dec. 4"])
def test_it_looks_like_a_day(words: str) -> None:
    assert looks_like_a_day(words)


@pytest.mark.parametrize("words", ["", "the board meeting", "18:00", "20", "three of them", "sunny days", "7-8"])
def test_it_does_not_look_like_one(words: str) -> None:
    assert not looks_like_a_day(words)


@pytest.mark.parametrize("line", ["Ask Sam", "Ask Sam, ", "Ask Sam - ", "Ask Sam;\N{NO-BREAK SPACE}·"])
def test_what_joined_a_day_to_the_line_goes_with_it(line: str) -> None:
    assert before(line, len(line)) == "Ask Sam"
