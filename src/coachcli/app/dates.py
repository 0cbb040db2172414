"""Days and times as people say them, seen from today or from the day of a session."""

import re
from datetime import date, datetime, time, timedelta

from coachcli.domain.day.forms import count_in
from coachcli.domain.day.hours import time_in
from coachcli.domain.day.outlook import Order
from coachcli.domain.day.reader import DateReader
from coachcli.domain.day_names import COUNT
from coachcli.domain.session.model import Session
from coachcli.errors import Saying, UsageError, harmless
from coachcli.patterns import pattern

# Of the first years no clock knows the offset, and nobody kept notes.
_EARLIEST = date(1900, 1, 1)
_FAR = 100
"""So many years ahead a day may lie of which it is said that it is still to come."""
_AGO = pattern(rf"(?P<half>half an hour)|(?P<count>{COUNT}) (?P<unit>hour|minute|min)s?", re.IGNORECASE)


def days_of(session: Session, now: datetime, order: Order) -> DateReader:
    """A reader of days to come. It counts from the day of the session, even if the session is written up later."""
    return DateReader(held_at(session, now).date(), order)


def held_at(session: Session, now: datetime) -> datetime:
    """The moment at which a session's words were said: now, or in one written up later, when it took place."""
    return session.started if session.written_up else session.ended or now


def past_moment(words: str, now: datetime, order: Order) -> datetime | None:
    """A moment that is over, such as `yesterday 14:00`, with its offset; at midnight where no time is said."""
    if ago := _ago(words):
        return (now - ago).replace(microsecond=0)
    day = DateReader(now.date(), order, back=True)(words)
    if day is None or day < _EARLIEST:
        return None
    at, _ = time_in(words)
    # The time is that of the wall clock on that day: astimezone finds the offset that was in force then.
    moment = datetime.combine(day, at or time()).astimezone()
    return moment if moment <= now else None


def said_moment(words: str, now: datetime, order: Order, say: str) -> datetime:
    """The moment that is over which a coach means; raises UsageError, with what to `say` instead, where it is none."""
    moment = past_moment(words, now, order)
    if moment is None:
        why = misfit(words, now, order, back=True) or _not_over(words, now, order)
        raise UsageError(Saying(f"When was {words[:40]}? {why}".rstrip(), discreet="When was that?"), harmless(say))
    return moment


def misfit(words: str, now: datetime, order: Order, *, back: bool = False) -> str:
    """Why words hold no day, where they contradict themselves, as in `Monday 15 December`, which is a Tuesday."""
    why = DateReader(now.date(), order, back).read(words).misfit
    return f"{why}." if why else ""


def _not_over(words: str, now: datetime, order: Order) -> str:
    """That a moment is still to come, where the words hold one."""
    day = DateReader(now.date(), order, back=True)(words) or DateReader(now.date(), order, years=_FAR)(words)
    at, _ = time_in(words)
    is_to_come = day is not None and datetime.combine(day, at or time()).astimezone() > now
    return "That is still to come." if is_to_come else ""


def _ago(words: str) -> timedelta | None:
    length = _AGO.fullmatch(" ".join(words.split()).removesuffix(" ago")) if words.rstrip().endswith(" ago") else None
    if length is None:
        return None
    if length["half"]:
        return timedelta(minutes=30)
    number = count_in(length["count"].casefold())
    return timedelta(hours=number) if length["unit"].casefold() == "hour" else timedelta(minutes=number)
