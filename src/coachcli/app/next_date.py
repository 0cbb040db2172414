"""When the next session is: read as people say it, and kept in the session."""

import re
from datetime import date, datetime, time
from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.dates import Order, future_days
from coachcli.app.reading import refresh_page
from coachcli.app.session.lock import locked
from coachcli.domain.session.model import Appointment, Session
from coachcli.domain.text import clean, one_line
from coachcli.store.session import sessions

_HALF = r" ?(?P<half>[ap])\.?m\.?(?!\w)"
_UNTIL = r"(?: ?[-–] ?\d{1,2}(?:[:.h]\d\d)?)?"
_TIMES = tuple(
    re.compile(rf"(?<![\w:.,/-]){pattern}", re.IGNORECASE)
    for pattern in (
        rf"(?:at )?(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?{_HALF}",
        rf"(?:at )?(?P<hour>\d{{1,2}})[:h](?P<minute>\d\d){_UNTIL}(?![\w:/-])",
        rf"at (?P<hour>\d{{1,2}})\.(?P<minute>\d\d){_UNTIL}(?![\w:./-])",
        # 14.00 is a time, 14.12 is as likely a day.
        rf"(?P<hour>\d{{1,2}})\.(?P<minute>00|15|30|45){_UNTIL}(?![\w:./-])",
        r"at (?P<hour>\d{1,2})(?: ?o.?clock)?(?![\w:./-])",
        r"(?:at )?(?P<noon>noon|midday)(?!\w)",
    )
)
_PART_OF_DAY = re.compile(
    r"(?:in the |this )?\b(?P<part>morning|afternoon|evening)\b|\b(?P<night>tonight)\b", re.IGNORECASE
)
# Another zone than the reader's, or a time nobody here can read: the words say it better than half of them would.
_NOT_FOR_US = re.compile(r"\b(?:[A-Z]{1,4}T|UTC)\b|[+-]\d\d:?\d\d\b|\d:\d\d")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?\b", re.IGNORECASE)
# Of an hour without morning or afternoon: nobody coaches at three in the night.
_FIRST_MORNING_HOUR = 7


def read_appointment(words: str, now: datetime, order: Order) -> Appointment:
    """The appointment as it was said, and as it was understood, if it was."""
    said = one_line(clean(words))
    at, rest = _time_in(said)
    day = None if _NOT_FOR_US.search(rest) else _day(rest.strip(" ,;"), now, order)
    return Appointment(words=said, on=day, at=f"{at:%H:%M}" if day and at else None)


def keep_next(context: Context, path: Path, appointment: Appointment) -> Session:
    """Keep it in the session file, and make the page beside it anew."""
    with locked(context, path):
        stored = sessions.load(path)
        stored = sessions.save(stored, stored.session.model_copy(update={"next": appointment}))
        refresh_page(context, path)
    return stored.session


def _day(words: str, now: datetime, order: Order) -> date | None:
    """The day, unless it was called by the name of another one: then nobody knows which was meant."""
    day, named = future_days(lambda: now, order)(words), _WEEKDAY.search(words)
    if day is None or named is None or " week" in words.casefold():
        return day
    return day if f"{day:%a}".casefold() == named[1].casefold() else None


def _time_in(words: str) -> tuple[time | None, str]:
    """The time of day that is said, and the words without it."""
    part = _PART_OF_DAY.search(words)
    later = part is not None and (part["part"] or "").casefold() != "morning"
    for pattern in _TIMES:
        if match := pattern.search(words):
            at = _time(match.groupdict(), later=later)
            rest = f"{words[: match.start()]} {words[match.end() :]}"
            return at, one_line(_PART_OF_DAY.sub(lambda told: "today" if told["night"] else "", rest)) if at else words
    return None, words


def _time(said: dict[str, str | None], *, later: bool) -> time | None:
    """The time of day; `later` in it, where an hour alone would be of the morning."""
    if said.get("noon"):
        return time(12)
    hour, half = said["hour"] or "", said.get("half")
    hours, minutes = int(hour), int(said.get("minute") or 0)
    if half:
        hours = hours % 12 + (12 if half.casefold() == "p" else 0) if 1 <= hours <= 12 else 24
    elif hours < 12 and (later or (hours < _FIRST_MORNING_HOUR and not hour.startswith("0"))):
        hours += 12
    return time(hours, minutes) if hours < 24 and minutes < 60 else None
