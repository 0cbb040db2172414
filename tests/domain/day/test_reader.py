"""Days as people say them: in a form that is known, within three years, and never by half of the words."""

from datetime import date

import pytest
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.day.outlook import Order
from coachcli.domain.day.reader import DateReader, DayRead

# A Friday.
TODAY = date(2026, 11, 20)
read = DateReader(TODAY)
look_back = DateReader(TODAY, back=True)
look_far = DateReader(TODAY, years=100)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("friday", "2026-11-27"),
        ("Friday", "2026-11-27"),
        ("Fri.", "2026-11-27"),
        ("this friday", "2026-11-20"),
        ("next friday", "2026-11-27"),
        ("next Tue", "2026-11-24"),
        ("tomorrow", "2026-11-21"),
        ("the day after tomorrow", "2026-11-22"),
        ("today", "2026-11-20"),
        ("tonight", "2026-11-20"),
        ("this afternoon", "2026-11-20"),
        ("monday", "2026-11-23"),
        ("monday morning", "2026-11-23"),
        ("tomorrow evening at 7", "2026-11-21"),
        ("sunday 10am", "2026-11-22"),
        ("in two weeks", "2026-12-04"),
        ("in 10 days", "2026-11-30"),
        ("in a fortnight", "2026-12-04"),
        ("in three months", "2027-02-20"),
        ("two weeks from now", "2026-12-04"),
        ("in one year", "2027-11-20"),
        ("next week", "2026-11-27"),
        ("next month", "2026-12-20"),
        ("friday next week", "2026-11-27"),
        ("next week on tuesday", "2026-11-24"),
        ("monday in two weeks", "2026-11-30"),
        ("27 nov", "2026-11-27"),
        ("27 November", "2026-11-27"),
        ("the 27th of November", "2026-11-27"),
        ("20 November", "2026-11-20"),
        ("19 November", "2027-11-19"),
        ("nov 27", "2026-11-27"),
        ("December 4th, 2026", "2026-12-04"),
        ("Fri, 4 Dec", "2026-12-04"),
        ("friday the 27th", "2026-11-27"),
        ("1 March", "2027-03-01"),
        ("29 February", "2028-02-29"),
        ("2026-12-01", "2026-12-01"),
        ("4/12/2026", "2026-12-04"),
        ("4.12.26", "2026-12-04"),
        ("24.12.", "2026-12-24"),
        ("4.12.", "2026-12-04"),
        ("4.12", "2026-12-04"),
        ("12.12.", "2026-12-12"),
        ("friday 4.12.", "2026-12-04"),
        ("the 5th", "2026-12-05"),
        ("25th", "2026-11-25"),
        ("31.", "2026-12-31"),
        ("end of the week", "2026-11-20"),
        ("the end of next week", "2026-11-27"),
        ("the end of the month", "2026-11-30"),
        ("end of month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("end of January", "2027-01-31"),
        ("end of february 2028", "2028-02-29"),
        ("end of the year", "2026-12-31"),
        ("the end of 2027", "2027-12-31"),
        ("end of day", "2026-11-20"),
        ("end of day friday", "2026-11-27"),
        ("the first monday of december", "2026-12-07"),
        ("the last friday in november", "2026-11-27"),
        ("the second tuesday of next month", "2026-12-08"),
        ("a week from monday", "2026-11-30"),
        ("a week from today", "2026-11-27"),
        ("two weeks on monday", "2026-12-07"),
        ("monday week", "2026-11-30"),
        ("friday at the latest", "2026-11-27"),
    ],
)
def test_a_day_as_people_say_it(words: str, meant: str) -> None:
    assert read(words) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "when the snow melts",
        "example",
        "Mark",
        "may",
        "in december",
        "2027",
        "yesterday",
        "last friday",
        "19 November 2026",
        "21 November 2029",
        "in four years",
        "in 999 months",
        "the 32nd",
        "31 april",
        "29 february 2027",
        "soon",
        "x" * 500,
        "((((",
        "99/99",
        "2/30",
        "10-15",
        "20",
        "9",
        "18:00",
        "an hour",
        "in an hour",
        "2 hours",
        "three days",
        "a week",
        "25 nov 10",
        "12/2027",
        "friday or monday",
        "friday if he can",
        "friday 25:00",
        "9.10",
        "4.5",
        "the fifth monday of december",
        "end of " * 8,
        "0 january",
        "1 january 0000",
    ],
)
def test_what_is_no_day_to_come_is_none(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Friday 28 November", "28 November is a Saturday"),
        ("thu, 19 november", "19 November 2027 is a Friday"),
        ("monday the 27th", "27 November is a Friday"),
        ("friday 2026-12-05", "5 December is a Saturday"),
    ],
)
def test_a_day_that_is_called_by_the_name_of_another_one_is_none_and_says_so(words: str, why: str) -> None:
    assert read.read(words) == DayRead(None, why)


@pytest.mark.parametrize(
    ("words", "order", "meant"),
    [
        ("3/4", "DMY", "2027-04-03"),
        ("3/4", "MDY", "2027-03-04"),
        ("3/4", "YMD", "2027-03-04"),
        ("3/4/2027", "DMY", "2027-04-03"),
        ("12/25", "DMY", "2026-12-25"),
        ("25/12", "MDY", "2026-12-25"),
        ("25/12", "YMD", "2026-12-25"),
        ("4.12.", "MDY", "2026-12-04"),
    ],
)
def test_numbers_are_read_in_the_order_the_coach_set_unless_that_is_no_day(
    words: str, order: Order, meant: str
) -> None:
    assert DateReader(TODAY, order)(words) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("yesterday", "2026-11-19"),
        ("the day before yesterday", "2026-11-18"),
        ("today", "2026-11-20"),
        ("friday", "2026-11-20"),
        ("last friday", "2026-11-13"),
        ("monday", "2026-11-16"),
        ("two days ago", "2026-11-18"),
        ("a week ago", "2026-11-13"),
        ("last month", "2026-10-20"),
        ("friday last week", "2026-11-13"),
        ("21 November", "2025-11-21"),
        ("the 21st", "2026-10-21"),
        ("1 March 1999", "1999-03-01"),
        ("29 February", "2024-02-29"),
    ],
)
def test_looking_back_it_is_the_last_such_day(words: str, meant: str) -> None:
    assert look_back(words) == date.fromisoformat(meant)


@pytest.mark.parametrize("words", ["tomorrow", "next friday", "in two weeks", "21 November 2026", "Thursday 10-11"])
def test_what_is_to_come_is_no_day_when_looking_back(words: str) -> None:
    assert look_back(words) is None


@OFTEN
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.text(max_size=12), st.integers(0, 40), st.integers(0, 3000))
def test_no_words_make_a_day_that_lies_elsewhere(today: date, text: str, number: int, year: int) -> None:
    forms = ("{0}", "{1}/{2}", "{1} january {2}", "in {2} days", "the {1}th", "{2}-{1}-01", "{0} {1}", "end of {2}")
    for form in forms:
        words = form.format(text, number, year)
        ahead, back = DateReader(today)(words), DateReader(today, back=True)(words)

        assert ahead is None or 0 <= (ahead - today).days <= 3 * 366
        assert back is None or back <= today


@pytest.mark.parametrize("words", ["1 January 2030", "2035-01-01"])
def test_a_day_that_is_far_off_is_read_only_where_such_a_day_can_be_meant(words: str) -> None:
    assert read(words) is None
    assert look_far(words) is not None
