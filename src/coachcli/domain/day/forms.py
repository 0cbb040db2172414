"""The forms in which a day is said: what each looks like, and which day it means.

No form fills in a day, a month or a year that the words leave open.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from coachcli.domain.day.outlook import Outlook, end_of_month, existing, months_on
from coachcli.domain.day_names import COUNT, MONTH, MONTHS, NUMBERS, ORDINAL, ORDINALS, WEEKDAY, WEEKDAYS
from coachcli.patterns import pattern

_FRIDAY = 4
_UNIT = r"(?:day|week|fortnight|month|year)s?"
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_YEAR = r"(?: (?P<year>\d{4}))?"
_SOME_MONTH = rf"(?:(?P<near>(?:the|this|next) month)|(?P<month>{MONTH}){_YEAR})"

_Match = re.Match[str]
_Form = tuple[re.Pattern[str], Callable[[Outlook, _Match], date | None]]


def day_in(said: str, outlook: Outlook, forms: tuple[_Form, ...] = ()) -> date | None:
    """The day in words that wholly have one of these forms, or one of all; None where there is none."""
    for form, meaning in forms or (*DATED, *NAMED):
        if match := form.fullmatch(said):
            try:
                return meaning(outlook, match)
            except (ValueError, OverflowError):
                return None
    return None


def weekday_of(name: str) -> int:
    """From 0 for Monday."""
    return next(number for number, day in enumerate(WEEKDAYS) if day.startswith(name[:3]))


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def count_in(words: str) -> int:
    """How many: `3`, `three`, `a`."""
    return int(words) if words.isdecimal() else max(1, NUMBERS.index(words) if words in NUMBERS else 1)


def _shifted(day: date, count: str, unit: str, sign: int = 1) -> date:
    number, name = sign * count_in(count), unit.removesuffix("s")
    if name in _DAYS:
        return day + timedelta(days=number * _DAYS[name])
    return months_on(day, number * (12 if name == "year" else 1))


def _by_month(outlook: Outlook, said: _Match) -> date | None:
    return outlook.dated(_month(said["month"]), int(said["day"]), said["year"])


def _by_numbers(outlook: Outlook, said: _Match) -> date | None:
    """In the order of the practice; in the other one only where it can be no day in that."""
    first, second = int(said["first"]), int(said["second"])
    orders = ((second, first), (first, second))
    year = said.groupdict().get("year")
    for month, day in orders if outlook.order == "DMY" else reversed(orders):
        if 1 <= month <= 12:
            return outlook.dated(month, day, year)
    return None


def _dotted(outlook: Outlook, said: _Match) -> date | None:
    """A day and its month; 9.10 may as well be a time."""
    day, month, is_closed = int(said["day"]), int(said["month"]), said["dot"]
    if not is_closed and (len(said["month"]) < 2 or (day < 24 and month % 5 == 0)):
        return None
    return outlook.dated(month, day)


def _day_of_month(outlook: Outlook, said: _Match) -> date | None:
    """The nearest day of that number."""
    step = -1 if outlook.back else 1
    for months in range(0, 12 * step, step):
        first = months_on(outlook.today.replace(day=1), months)
        day = existing(first.year, first.month, int(said["day"] or said["number"]))
        if day is not None and outlook.lies_ahead(day):
            return day
    return None


def _on_weekday(outlook: Outlook, said: _Match) -> date | None:
    """The next one, which is never today, unless it is `this` one; looking back the last, which may be today."""
    today, which = outlook.today, said["which"]
    weekday = weekday_of(said["weekday"])
    if which == "last" or (outlook.back and which is None):
        ago = (today.weekday() - weekday) % 7
        return today - timedelta(days=ago or (7 if which == "last" else 0))
    ahead = (weekday - today.weekday()) % 7
    return today + timedelta(days=ahead or (0 if which == "this" else 7))


def _of_week(outlook: Outlook, said: _Match) -> date | None:
    weeks = {"this": 0, "next": 1, "last": -1}[said["which"]]
    return outlook.monday(weeks) + timedelta(days=weekday_of(said["weekday"]))


def _in_weeks(outlook: Outlook, said: _Match) -> date | None:
    return outlook.monday(count_in(said["count"])) + timedelta(days=weekday_of(said["weekday"]))


def _span_away(outlook: Outlook, said: _Match) -> date | None:
    """`next week` is this day of it."""
    return _shifted(outlook.today, "1", said["unit"] or said["past"], 1 if said["unit"] else -1)


def _counted(outlook: Outlook, said: _Match) -> date | None:
    return _shifted(outlook.today, said["count"], said["unit"])


def _ago(outlook: Outlook, said: _Match) -> date | None:
    return _shifted(outlook.today, said["count"], said["unit"], -1)


def _counted_from(outlook: Outlook, said: _Match) -> date | None:
    start = day_in(said["day"], outlook)
    return _shifted(start, said["count"], said["unit"]) if start else None


def _a_week_later(outlook: Outlook, said: _Match) -> date | None:
    start = day_in(said["day"], outlook)
    return start + timedelta(days=7) if start else None


def _nth_weekday(outlook: Outlook, said: _Match) -> date | None:
    """The first Monday of a month; of this one, the next one, or one that is named."""
    number, weekday = _ordinal(said["which"]), weekday_of(said["weekday"])
    if said["near"]:
        first = months_on(outlook.today.replace(day=1), 1 if "next" in said["near"] else 0)
        return _nth(first.year, first.month, number, weekday)
    month = _month(said["month"])
    if said["year"]:
        return _nth(int(said["year"]), month, number, weekday)
    return outlook.nearest(lambda year: _nth(year, month, number, weekday))


def _ordinal(word: str) -> int:
    """From 1; the last is -1."""
    return -1 if word == "last" else ORDINALS.index(word) + 1 if word in ORDINALS else int(word[0])


def _nth(year: int, month: int, number: int, weekday: int) -> date | None:
    if number < 0:
        last = end_of_month(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return existing(year, month, (weekday - date(year, month, 1).weekday()) % 7 + 1 + 7 * (number - 1))


def _end_of_span(outlook: Outlook, said: _Match) -> date | None:
    """Friday, the last of the month, the last of the year."""
    ahead, today = 1 if said["which"] == "next" else 0, outlook.today
    if said["unit"] == "week":
        this_week = today + timedelta(days=(_FRIDAY - today.weekday()) % 7)
        return outlook.monday(1) + timedelta(days=_FRIDAY) if ahead else this_week
    if said["unit"] == "month":
        return end_of_month(*months_on(today.replace(day=1), ahead).timetuple()[:2])
    return date(today.year + ahead, 12, 31)


def _end_of_named(outlook: Outlook, said: _Match) -> date | None:
    month = _month(said["month"])
    if said["year"]:
        return end_of_month(int(said["year"]), month)
    return outlook.nearest(lambda year: end_of_month(year, month))


def _forms(*rows: tuple[str, Callable[[Outlook, _Match], date | None]]) -> tuple[_Form, ...]:
    return tuple((pattern(words), meaning) for words, meaning in rows)


DATED = _forms(
    (rf"(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? ?(?:of )?(?P<month>{MONTH}){_YEAR}", _by_month),
    (rf"(?P<month>{MONTH}) (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}", _by_month),
    (
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})",
        lambda outlook, said: outlook.dated(int(said["month"]), int(said["day"]), said["year"]),
    ),
    (r"(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)", _by_numbers),
    (r"(?P<first>\d{1,2})-(?P<second>\d{1,2})-(?P<year>\d{4})", _by_numbers),
    (r"(?P<first>\d{1,2})/(?P<second>\d{1,2})", _by_numbers),
    (r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})(?P<dot>\.?)", _dotted),
    (r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th|\.)|the (?P<number>\d{1,2})", _day_of_month),
)
NAMED = _forms(
    (r"today|(?:the )?end of (?:the )?day", lambda outlook, _: outlook.today),
    (r"tomorrow", lambda outlook, _: outlook.today + timedelta(days=1)),
    (r"the day after tomorrow", lambda outlook, _: outlook.today + timedelta(days=2)),
    (r"yesterday", lambda outlook, _: outlook.today - timedelta(days=1)),
    (r"the day before yesterday", lambda outlook, _: outlook.today - timedelta(days=2)),
    (rf"(?:(?P<which>this|next|last) )?(?P<weekday>{WEEKDAY})", _on_weekday),
    (rf"(?P<weekday>{WEEKDAY}) (?:of )?(?P<which>this|next|last) week", _of_week),
    (rf"(?P<which>this|next|last) week (?:on )?(?P<weekday>{WEEKDAY})", _of_week),
    (rf"(?P<weekday>{WEEKDAY}) in (?P<count>{COUNT}) weeks?", _in_weeks),
    (r"next (?P<unit>week|month)|last (?P<past>week|month|year)", _span_away),
    (rf"in (?P<count>{COUNT}) (?P<unit>{_UNIT})", _counted),
    (rf"(?P<count>{COUNT}) (?P<unit>{_UNIT}) from now", _counted),
    (rf"(?P<count>{COUNT}) (?P<unit>{_UNIT}) from (?P<day>.+)", _counted_from),
    (rf"(?P<count>{COUNT}) (?P<unit>{_UNIT}) ago", _ago),
    (rf"(?P<count>{COUNT}) (?P<unit>weeks?) on (?P<day>{WEEKDAY})", _counted_from),
    (rf"(?P<day>{WEEKDAY}|tomorrow|today) week", _a_week_later),
    (rf"(?:the )?(?P<which>{ORDINAL}) (?P<weekday>{WEEKDAY}) (?:of|in) {_SOME_MONTH}", _nth_weekday),
    (r"(?:the )?end of (?:(?P<which>the|this|next) )?(?P<unit>week|month|year)", _end_of_span),
    (rf"(?:the )?end of (?P<month>{MONTH}){_YEAR}", _end_of_named),
    (r"(?:the )?end of (?P<year>\d{4})", lambda _, said: date(int(said["year"]), 12, 31)),
    (r"(?:the )?end of (?:the )?(?:day )?(?:on )?(?P<day>.+)", lambda outlook, said: day_in(said["day"], outlook)),
)
