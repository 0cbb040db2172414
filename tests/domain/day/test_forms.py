"""The forms of a day, one by one: each means one day, or none where the words leave one open."""

from datetime import date

import pytest
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.day.forms import DATED, NAMED, count_in, day_in, weekday_of
from coachcli.domain.day.outlook import Order, Outlook
from coachcli.domain.day_names import MONTHS, ORDINALS, WEEKDAYS

# A Friday.
TODAY = date(2026, 11, 20)
AHEAD, BACK = Outlook(TODAY), Outlook(TODAY, back=True)


def meant(words: str, outlook: Outlook = AHEAD) -> str:
    return str(day_in(words, outlook))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("27 november", "2026-11-27"),
        ("november the 27th", "2026-11-27"),
        ("27th of november 2028", "2028-11-27"),
        ("2026.12.04", "2026-12-04"),
        ("24.12.", "2026-12-24"),
        ("the 5", "2026-12-05"),
        ("31st", "2026-12-31"),
    ],
)
def test_a_day_by_its_date(words: str, day: str) -> None:
    assert str(day_in(words, AHEAD, DATED)) == day
    assert day_in(words, AHEAD, NAMED) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("friday", "2026-11-27"),
        ("this friday", "2026-11-20"),
        ("last friday", "2026-11-13"),
        ("tuesday of next week", "2026-11-24"),
        ("monday in two weeks", "2026-11-30"),
        ("last month", "2026-10-20"),
        ("in a fortnight", "2026-12-04"),
        ("3 days from tomorrow", "2026-11-24"),
        ("two years ago", "2024-11-20"),
        ("tomorrow week", "2026-11-28"),
        ("the third wednesday of december", "2026-12-16"),
        ("first monday of the month", "2026-11-02"),
        ("the last friday of february 2028", "2028-02-25"),
        ("end of this week", "2026-11-20"),
        ("end of february", "2027-02-28"),
        ("end of day on friday", "2026-11-27"),
    ],
)
def test_a_day_by_what_people_call_it(words: str, day: str) -> None:
    assert str(day_in(words, AHEAD, NAMED)) == day
    assert day_in(words, AHEAD, DATED) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [("friday", "2026-11-20"), ("tuesday", "2026-11-17"), ("the 25th", "2026-10-25"), ("27 november", "2025-11-27")],
)
def test_looking_back_a_day_is_the_last_of_that_name(words: str, day: str) -> None:
    assert meant(words, BACK) == day


@pytest.mark.parametrize(
    ("words", "order", "day"),
    [
        ("4/12/2026", "DMY", "2026-12-04"),
        ("4/12/2026", "MDY", "2026-04-12"),
        ("4/12/2026", "YMD", "2026-04-12"),
        ("12/25", "DMY", "2026-12-25"),
        ("25/12", "MDY", "2026-12-25"),
        ("25-13-2026", "DMY", "None"),
    ],
)
def test_two_numbers_stand_in_the_order_of_the_practice_where_they_can(words: str, order: Order, day: str) -> None:
    assert meant(words, Outlook(TODAY, order)) == day


@pytest.mark.parametrize(("words", "day"), [("9.10", "None"), ("9.10.", "2027-10-09"), ("4.12", "2026-12-04")])
def test_what_may_as_well_be_a_time_is_a_day_only_where_a_full_stop_says_so(words: str, day: str) -> None:
    assert meant(words) == day


@pytest.mark.parametrize(
    "words",
    [
        "",
        "20",
        "november",
        "30 february",
        "31 april",
        "0 november",
        "fifth monday of february",
        "friday or monday",
        "by friday",
        "in 99999999999 years",
        "99999999999 days ago",
        "end of 0000",
    ],
)
def test_what_leaves_a_day_open_or_has_none_is_none(words: str) -> None:
    assert day_in(words, AHEAD) is None


@pytest.mark.parametrize(("words", "count"), [("3", 3), ("three", 3), ("a", 1), ("an", 1), ("ten", 10)])
def test_how_many(words: str, count: int) -> None:
    assert count_in(words) == count


@pytest.mark.parametrize("day", WEEKDAYS)
def test_a_weekday_is_known_by_its_first_letters(day: str) -> None:
    assert weekday_of(day) == weekday_of(day[:3]) == WEEKDAYS.index(day)


PIECES = st.sampled_from(
    [
        *WEEKDAYS,
        *MONTHS,
        *ORDINALS,
        "the",
        "of",
        "end of",
        "next",
        "last",
        "this",
        "in",
        "week",
        "month",
        "years",
        "ago",
    ]
)


@OFTEN
@given(st.lists(PIECES | st.integers(0, 9999).map(str) | st.text("/.-0129", max_size=10), max_size=6), st.booleans())
def test_whatever_stands_side_by_side_is_a_day_or_none(pieces: list[str], back: bool) -> None:
    day = day_in(" ".join(pieces), Outlook(TODAY, back=back))

    assert day is None or isinstance(day, date)


def test_at_the_end_of_the_calendar_there_is_no_day_to_come() -> None:
    assert [day_in(words, Outlook(date.max)) for words in ("tomorrow", "friday", "in a year", "monday week")] == [
        None
    ] * 4
