"""How often something is to be: every week, every two weeks, every month."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

from coachcli.patterns import pattern

EXAMPLE = "every: 2 weeks"
Unit = Literal["day", "week", "month"]
_UNITS: dict[str, Unit] = {"day": "day", "week": "week", "month": "month"}
_NAMED: dict[str, tuple[int, Unit]] = {
    "daily": (1, "day"),
    "weekly": (1, "week"),
    "fortnightly": (2, "week"),
    "monthly": (1, "month"),
}
_SPAN = pattern(r"(?:every )?(?:(\d{1,3}) )?(day|week|month)s?")
_DAYS = {"day": 1, "week": 7}


class Interval(NamedTuple):
    """So many days, weeks or months."""

    number: int
    unit: Unit

    def after(self, day: date, times: int = 1) -> date:
        """The day so many intervals later. A month later is the same day of the month, or else its last."""
        if self.unit == "month":
            return months_after(day, self.number * times)
        return day + timedelta(days=self.number * times * _DAYS[self.unit])


def read_interval(words: str) -> Interval | None:
    """The interval in words such as `2 weeks`, `every month` or `weekly`; None where they say none."""
    phrase = " ".join(words.casefold().split())
    if phrase in _NAMED:
        return Interval(*_NAMED[phrase])
    span = _SPAN.fullmatch(phrase)
    count = int(span[1] or 1) if span else 0
    return Interval(count, _UNITS[span[2]]) if span and count else None


def interval_words(words: str) -> str:
    """An interval as it is read: `every 2 weeks`, `weekly`."""
    phrase = " ".join(words.split())
    return phrase if phrase.casefold() in _NAMED or phrase.casefold().startswith("every") else f"every {phrase}"


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(first: date, last: date) -> int:
    """How many whole months have gone by from one day to another; none where that is earlier."""
    months = max(0, (last.year - first.year) * 12 + last.month - first.month)
    return months - 1 if months and months_after(first, months) > last else months
