"""Days as people write them in a log. What could be two days is not guessed."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from coachcli.domain.day_names import MONTHS
from coachcli.domain.foreign.table import Cell, Formula, words_of
from coachcli.patterns import pattern

DayOrder = Literal["DMY", "MDY", "YMD"]
_NOTHING = frozenset({"", "-", "–", "—", "n/a"})
_YEAR_FIRST = pattern(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t ]00:00(?::00)?)?")
_YEAR_LAST = pattern(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_DAY_AND_MONTH = pattern(r"(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})")
_MONTH_AND_DAY = pattern(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


class DayIn(NamedTuple):
    """The day that was understood; or why none was. Both are empty where nothing is said."""

    on: date | None = None
    trouble: str = ""


class Days(NamedTuple):
    """How days in numbers are read: in an `order`, unless other days of the same file are `against` it."""

    order: DayOrder = "DMY"
    against: str = ""

    def read(self, cell: Cell, today: date) -> DayIn:
        """The day in a cell; none that is still to come, as nothing was held there."""
        if isinstance(cell, Formula):
            return DayIn(trouble="is a formula, and the file does not say what comes of it")
        if isinstance(cell, date):
            return _past(cell, today)
        text = " ".join(words_of(cell).casefold().split())
        if text in _NOTHING:
            return DayIn()
        if match := _YEAR_LAST.fullmatch(text):
            return self._in_order(match[1], match[3], match[4], today)
        return _past(_spelt(text), today)

    def _in_order(self, first: str, second: str, last: str, today: date) -> DayIn:
        year = int(last) if len(last) == 4 else today.year - today.year % 100 + int(last)
        day_first, month_first = _existing(year, second, first), _existing(year, first, second)
        if len(last) == 2 and (self.order == "YMD" or (day_first or month_first or today) > today):
            return DayIn(trouble="has a year of two figures; write it with four")
        if day_first == month_first or day_first is None or month_first is None:
            return _past(day_first or month_first, today)
        if self.against or self.order == "YMD":
            because = f", as the file has {self.against} too" if self.against else ""
            return DayIn(trouble=f"may be {day_first} or {month_first}{because}; --date-order DMY or MDY says which")
        return _past(month_first if self.order == "MDY" else day_first, today)


def days_of(order: DayOrder, cells: Iterable[Cell]) -> Days:
    """How the days of a file are read, which is in this order unless one of them can only be read in another."""
    for cell in cells:
        match = _YEAR_LAST.fullmatch(words_of(cell)) if isinstance(cell, str) else None
        if match is None:
            continue
        first, second = int(match[1]), int(match[3])
        if (order == "DMY" and second > 12 >= first) or (order == "MDY" and first > 12 >= second):
            return Days(order, words_of(cell))
    return Days(order)


def _spelt(text: str) -> date | None:
    """A day with its year first, or with its month in words."""
    if match := _YEAR_FIRST.fullmatch(text):
        return _existing(int(match[1]), match[3], match[4])
    if match := _DAY_AND_MONTH.fullmatch(text):
        return _of_month(match[3], match[2], match[1])
    if match := _MONTH_AND_DAY.fullmatch(text):
        return _of_month(match[3], match[1], match[2])
    return None


def _of_month(year: str, name: str, day: str) -> date | None:
    months = [number for number, month in enumerate(MONTHS, 1) if month.startswith("sep" if name == "sept" else name)]
    return _existing(int(year), str(months[0]), day) if len(months) == 1 else None


def _existing(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None


def _past(day: date | None, today: date) -> DayIn:
    if day is None:
        return DayIn(trouble="is no day, as 2024-03-25 is")
    return DayIn(trouble="is still to come") if day > today else DayIn(day)
