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


def day_in(words: str, outlook: Outlook, forms: tuple[_Form, ...] = ()) -> date | None:
    """The day in words, all of which have one of these forms, or one of all forms; None where there is none."""
    for form, meaning in forms or (*DATED, *NAMED):
        if match := form.fullmatch(words):
            try:
                return meaning(outlook, match)
            except (ValueError, OverflowError):
                return None
    return None


def weekday_of(name: str) -> int:
    """The number of a weekday, from 0 for Monday."""
    return next(number for number, day in enumerate(WEEKDAYS) if day.startswith(name[:3]))


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def count_in(words: str) -> int:
    """The number in words such as `3`, `three` or `a`."""
    return int(words) if words.isdecimal() else max(1, NUMBERS.index(words) if words in NUMBERS else 1)


def _shifted(day: date, count: str, unit: str, sign: int = 1) -> date:
    number, name = sign * count_in(count), unit.removesuffix("s")
    if name in _DAYS:
        return day + timedelta(days=number * _DAYS[name])
    return months_on(day, number * (12 if name == "year" else 1))


def _by_month(outlook: Outlook, match: _Match) -> date | None:
    return outlook.dated(_month(match["month"]), int(match["day"]), match["year"])


def _by_numbers(outlook: Outlook, match: _Match) -> date | None:
    """Day and month in the order of the practice; in the other order only where that one makes no day."""
    first, second = int(match["first"]), int(match["second"])
    orders = ((second, first), (first, second))
    year = match.groupdict().get("year")
    for month, day in orders if outlook.order == "DMY" else reversed(orders):
        if 1 <= month <= 12:
            return outlook.dated(month, day, year)
    return None


def _dotted(outlook: Outlook, match: _Match) -> date | None:
    """A day and its month; None where it may be a time, such as 9.10."""
    day, month, is_closed = int(match["day"]), int(match["month"]), match["dot"]
    if not is_closed and (len(match["month"]) < 2 or (day < 24 and month % 5 == 0)):
        return None
    return outlook.dated(month, day)


def _day_of_month(outlook: Outlook, match: _Match) -> date | None:
    """The nearest day of that number."""
    step = -1 if outlook.back else 1
    for months in range(0, 12 * step, step):
        first = months_on(outlook.today.replace(day=1), months)
        day = existing(first.year, first.month, int(match["day"] or match["number"]))
        if day is not None and outlook.lies_ahead(day):
            return day
    return None


def _on_weekday(outlook: Outlook, match: _Match) -> date | None:
    """The next such weekday, which is today only if it is `this` one; looking back the last, which may be today."""
    today, which = outlook.today, match["which"]
    weekday = weekday_of(match["weekday"])
    if which == "last" or (outlook.back and which is None):
        ago = (today.weekday() - weekday) % 7
        return today - timedelta(days=ago or (7 if which == "last" else 0))
    ahead = (weekday - today.weekday()) % 7
    return today + timedelta(days=ahead or (0 if which == "this" else 7))


def _of_week(outlook: Outlook, match: _Match) -> date | None:
    weeks = {"this": 0, "next": 1, "last": -1}[match["which"]]
    return outlook.monday(weeks) + timedelta(days=weekday_of(match["weekday"]))


def _in_weeks(outlook: Outlook, match: _Match) -> date | None:
    return outlook.monday(count_in(match["count"])) + timedelta(days=weekday_of(match["weekday"]))


def _span_away(outlook: Outlook, match: _Match) -> date | None:
    """The same day of another week or month: `next week`, `last month`."""
    return _shifted(outlook.today, "1", match["unit"] or match["past"], 1 if match["unit"] else -1)


def _counted(outlook: Outlook, match: _Match) -> date | None:
    return _shifted(outlook.today, match["count"], match["unit"])


def _ago(outlook: Outlook, match: _Match) -> date | None:
    return _shifted(outlook.today, match["count"], match["unit"], -1)


def _counted_from(outlook: Outlook, match: _Match) -> date | None:
    start = day_in(match["day"], outlook)
    return _shifted(start, match["count"], match["unit"]) if start else None


def _a_week_later(outlook: Outlook, match: _Match) -> date | None:
    start = day_in(match["day"], outlook)
    return start + timedelta(days=7) if start else None


def _nth_weekday(outlook: Outlook, match: _Match) -> date | None:
    """A weekday of a month, such as its first Monday: of this month, the next one, or one that is named."""
    number, weekday = _ordinal(match["which"]), weekday_of(match["weekday"])
    if match["near"]:
        first = months_on(outlook.today.replace(day=1), 1 if "next" in match["near"] else 0)
        return _nth(first.year, first.month, number, weekday)
    month = _month(match["month"])
    if match["year"]:
        return _nth(int(match["year"]), month, number, weekday)
    return outlook.nearest(lambda year: _nth(year, month, number, weekday))


def _ordinal(word: str) -> int:
    """The number of an ordinal, from 1; -1 for the last."""
    return -1 if word == "last" else ORDINALS.index(word) + 1 if word in ORDINALS else int(word[0])


def _nth(year: int, month: int, number: int, weekday: int) -> date | None:
    if number < 0:
        last = end_of_month(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return existing(year, month, (weekday - date(year, month, 1).weekday()) % 7 + 1 + 7 * (number - 1))


def _end_of_span(outlook: Outlook, match: _Match) -> date | None:
    """The end of a week, which is its Friday, or the last day of a month or a year."""
    ahead, today = 1 if match["which"] == "next" else 0, outlook.today
    if match["unit"] == "week":
        this_week = today + timedelta(days=(_FRIDAY - today.weekday()) % 7)
        return outlook.monday(1) + timedelta(days=_FRIDAY) if ahead else this_week
    if match["unit"] == "month":
        return end_of_month(*months_on(today.replace(day=1), ahead).timetuple()[:2])
    return date(today.year + ahead, 12, 31)


def _end_of_named(outlook: Outlook, match: _Match) -> date | None:
    month = _month(match["month"])
    if match["year"]:
        return end_of_month(int(match["year"]), month)
    return outlook.nearest(lambda year: end_of_month(year, month))


def _forms(*rows: tuple[str, Callable[[Outlook, _Match], date | None]]) -> tuple[_Form, ...]:
    return tuple((pattern(words), meaning) for words, meaning in rows)


DATED = _forms(
    (rf"(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? ?(?:of )?(?P<month>{MONTH}){_YEAR}", _by_month),
    (rf"(?P<month>{MONTH}) (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}", _by_month),
    (
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})",
        lambda outlook, match: outlook.dated(int(match["month"]), int(match["day"]), match["year"]),
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
    (r"(?:the )?end of (?P<year>\d{4})", lambda _, match: date(int(match["year"]), 12, 31)),
    (r"(?:the )?end of (?:the )?(?:day )?(?:on )?(?P<day>.+)", lambda outlook, match: day_in(match["day"], outlook)),
)
