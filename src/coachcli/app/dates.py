"""Days and times as people say them."""

import re
from calendar import month_name, monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Literal

from coachcli.domain.line.commitments import DateReader

Order = Literal["DMY", "MDY", "YMD"]

_END_OF = re.compile(r"(?:the )?end of (?:the |this )?(week|month|year)")
_DAY_OF_MONTH = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th|\.)?")
# The library takes 4.12. for a time of day.
_DOTTED = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?P<day>\d{1,2})\. ?(?P<month>1[0-2]|0?[1-9])\.?"
)
_WEEK_FROM = re.compile(
    r"(?:(?:a|one) week (?:from )?(?P<from>.+)|(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day) week)",
)
# A month or a year alone is no day; nor is how long something takes: "ask Ana for an hour".
_NO_DAY = re.compile(
    r"(?:\d{4}|(?:an?|one|two|three|four|five|six|ten|\d+) (?:minute|hour|day|week|month|year)s?"
    r"|(?:in )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{4})?)",
)
_LONGEST = 40


def future_days(now: Callable[[], datetime], order: Order) -> DateReader:
    """A reader of days to come, seen from `now`; what is over, or no day, is None."""

    def read(words: str) -> date | None:
        return _future_day(words.strip().casefold(), now(), order)

    return read


def past_moment(words: str, now: datetime, order: Order) -> datetime | None:
    """A moment that is over, such as `yesterday 14:00`, with its offset; None where it is not one."""
    found = _parse(words, now, order, "past")
    if found is None:
        return None
    # The wall clock of that day: astimezone finds the offset that was in force then.
    moment = found.replace(microsecond=0, tzinfo=None).astimezone()
    return moment if moment <= now else None


def _future_day(words: str, now: datetime, order: Order) -> date | None:
    today = now.date()
    if not words or len(words) > _LONGEST or _NO_DAY.fullmatch(words):
        return None
    if number := _DAY_OF_MONTH.fullmatch(words):
        return _day_of_month(int(number[1]), today)
    own = _own(words, now, order)
    if own is not None:
        return own
    if dotted := _DOTTED.fullmatch(words):
        words = f"{dotted['day']} {month_name[int(dotted['month'])]}"
    found = _parse(words, now, order, "future")
    return found.date() if found is not None and found.date() >= today else None


def _own(words: str, now: datetime, order: Order) -> date | None:
    """What coaches say and the library does not know, or takes for something else."""
    today = now.date()
    if end := _END_OF.fullmatch(words):
        return _end_of(end[1], today)
    if later := _WEEK_FROM.fullmatch(words):
        start = _future_day(later["from"] or later["day"], now, order)
        return start + timedelta(days=7) if start else None
    return None


def _end_of(span: str, today: date) -> date:
    """Friday, the last of the month, the last of the year."""
    if span == "week":
        return today + timedelta(days=(4 - today.weekday()) % 7)
    if span == "month":
        return today.replace(day=monthrange(today.year, today.month)[1])
    return today.replace(month=12, day=31)


def _day_of_month(day: int, today: date) -> date | None:
    """The next day of that number."""
    for ahead in range(12):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        if 1 <= day <= monthrange(year, month + 1)[1] and date(year, month + 1, day) >= today:
            return date(year, month + 1, day)
    return None


def _parse(words: str, now: datetime, order: Order, prefer: str) -> datetime | None:
    import dateparser  # noqa: PLC0415 70 ms, and only where a date is read

    settings = {
        "PREFER_DATES_FROM": prefer,
        "RELATIVE_BASE": now.replace(tzinfo=None),
        "DATE_ORDER": order,
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    try:
        found = dateparser.parse(words, languages=["en"], settings=settings)
    except (ValueError, OverflowError, RecursionError):
        return None
    return found if isinstance(found, datetime) else None
