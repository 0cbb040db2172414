"""How often something is to be, and the day that follows from it."""

from datetime import date

import pytest

from coachcli.domain.engagement.interval import Interval, months_after, months_between, read_interval


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        ("week", Interval(1, "week")),
        ("2 weeks", Interval(2, "week")),
        ("every 2 weeks", Interval(2, "week")),
        ("Every  Month", Interval(1, "month")),
        ("fortnightly", Interval(2, "week")),
        ("10 days", Interval(10, "day")),
        ("often", None),
        ("0 weeks", None),
        ("none", None),
        ("", None),
    ],
)
def test_it_is_read_as_people_say_it(words: str, interval: Interval | None) -> None:
    assert read_interval(words) == interval


@pytest.mark.parametrize(
    ("words", "day", "after"),
    [
        ("2 weeks", date(2026, 9, 1), date(2026, 9, 15)),
        ("month", date(2026, 9, 30), date(2026, 10, 30)),
        ("month", date(2027, 1, 31), date(2027, 2, 28)),
        ("3 months", date(2026, 11, 30), date(2027, 2, 28)),
        ("month", date(2026, 12, 15), date(2027, 1, 15)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(words: str, day: date, after: date) -> None:
    interval = read_interval(words)

    assert interval is not None
    assert interval.after(day) == after


def test_several_months_are_counted_from_the_first_day() -> None:
    assert Interval(1, "month").after(date(2026, 1, 31), 2) == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        (date(2026, 9, 1), date(2026, 9, 30), 0),
        (date(2026, 9, 1), date(2026, 10, 1), 1),
        (date(2026, 9, 15), date(2026, 12, 14), 2),
        (date(2026, 9, 15), date(2026, 12, 15), 3),
        (date(2026, 9, 15), date(2026, 9, 1), 0),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
    ],
)
def test_whole_months_are_counted(first: date, last: date, whole: int) -> None:
    assert months_between(first, last) == whole
    assert months_after(first, whole) <= max(first, last)
