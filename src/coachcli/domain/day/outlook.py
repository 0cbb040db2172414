"""The days of a calendar as seen from one of them, ahead or back."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from coachcli.domain.value import Value

Order = Literal["DMY", "MDY", "YMD"]

# The 29th of February comes back after eight years at the latest.
_YEARS_TO_LOOK_AT = 9


class Outlook(Value, frozen=True):
    """The days from `today` on, or `back` from it; dates in numbers are in the `order` of the practice."""

    today: date
    order: Order = "DMY"
    back: bool = False

    def nearest(self, in_year: Callable[[int], date | None]) -> date | None:
        """The next day, or looking back the last, of one that comes every year; it may be today."""
        step = -1 if self.back else 1
        for year in range(self.today.year, self.today.year + step * _YEARS_TO_LOOK_AT, step):
            day = in_year(year)
            if day is not None and self.lies_ahead(day):
                return day
        return None

    def lies_ahead(self, day: date) -> bool:
        """Whether a day lies in the direction of the outlook; today does in both."""
        return day <= self.today if self.back else day >= self.today

    def dated(self, month: int, day: int, year: str | None = None) -> date | None:
        """A day of a month in a year that was said, or else the nearest such day; None where there is none."""
        if year is None:
            return self.nearest(lambda each: existing(each, month, day))
        return existing(int(year) if len(year) > 2 else 2000 + int(year), month, day)

    def monday(self, weeks: int) -> date:
        """The Monday of the week so many weeks from this one."""
        return self.today + timedelta(days=7 * weeks - self.today.weekday())


def existing(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def months_on(day: date, months: int) -> date:
    """The day so many months later; the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def end_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])
