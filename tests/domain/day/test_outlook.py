"""The calendar from one day on, and looking back from it: no day is made up."""

from datetime import date

import pytest

from coachcli.domain.day.outlook import Outlook, end_of_month, existing, months_on

# A Friday.
TODAY = date(2026, 11, 20)
AHEAD, BACK = Outlook(TODAY), Outlook(TODAY, back=True)


@pytest.mark.parametrize(
    ("month", "day", "ahead", "back"),
    [
        (11, 21, date(2026, 11, 21), date(2025, 11, 21)),
        (11, 19, date(2027, 11, 19), date(2026, 11, 19)),
        (11, 20, TODAY, TODAY),
        (2, 29, date(2028, 2, 29), date(2024, 2, 29)),
        (2, 30, None, None),
        (13, 1, None, None),
    ],
)
def test_a_day_without_a_year_is_the_nearest_one_that_there_is(
    month: int, day: int, ahead: date | None, back: date | None
) -> None:
    assert AHEAD.dated(month, day) == ahead
    assert BACK.dated(month, day) == back


def test_around_a_century_without_one_the_29th_of_february_is_eight_years_off() -> None:
    assert Outlook(date(2097, 1, 1)).dated(2, 29) == date(2104, 2, 29)


@pytest.mark.parametrize(("year", "meant"), [("2027", date(2027, 3, 1)), ("27", date(2027, 3, 1))])
def test_a_year_may_be_short(year: str, meant: date) -> None:
    assert AHEAD.dated(3, 1, year) == meant


def test_today_is_looked_at_both_ways() -> None:
    days = (date(2026, 11, 19), TODAY, date(2026, 11, 21))

    assert [AHEAD.lies_ahead(day) for day in days] == [False, True, True]
    assert [BACK.lies_ahead(day) for day in days] == [True, True, False]


def test_a_week_begins_on_monday() -> None:
    assert [AHEAD.monday(weeks) for weeks in (-1, 0, 2)] == [
        date(2026, 11, 9),
        date(2026, 11, 16),
        date(2026, 11, 30),
    ]
    assert Outlook(date(2026, 11, 16)).monday(0) == date(2026, 11, 16)


@pytest.mark.parametrize("day", [(2027, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 1, 0), (2026, 13, 1)])
def test_what_the_calendar_has_not_is_no_day(day: tuple[int, int, int]) -> None:
    assert existing(*day) is None


@pytest.mark.parametrize(
    ("day", "months", "meant"),
    [
        (date(2026, 11, 20), 1, date(2026, 12, 20)),
        (date(2026, 11, 20), 2, date(2027, 1, 20)),
        (date(2026, 11, 20), -11, date(2025, 12, 20)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int, meant: date) -> None:
    assert months_on(day, months) == meant


def test_a_month_ends_on_its_last_day() -> None:
    assert [end_of_month(2026, month).day for month in (2, 4, 12)] == [28, 30, 31]
    assert end_of_month(2028, 2) == date(2028, 2, 29)
