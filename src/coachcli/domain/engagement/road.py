"""The road of an engagement on a day: which stops are done, due, late, next or to come, worked out from sessions."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import ceil
from typing import Literal

from coachcli.domain.engagement.interval import read_interval
from coachcli.domain.engagement.model import SESSION, Engagement, Milestone
from coachcli.domain.history.extract import SessionExtract, with_client
from coachcli.domain.value import Value, changed

State = Literal["done", "due", "late", "next", "to come"]
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
# Several people are asked for at this rate, so that six interviews have two weeks.
_A_WEEK = 3


class Stop(Value, frozen=True):
    """A milestone as it stands: the days on which it was held, and from when until when it is to be held next.

    `first` and `last` are None where no day follows from the road. Behind `last` it is late.
    """

    milestone: Milestone
    state: State
    held: tuple[date, ...] = ()
    first: date | None = None
    last: date | None = None

    @property
    def recurs(self) -> bool:
        """Whether it is held again and again."""
        return self.milestone.every is not None

    @property
    def is_open(self) -> bool:
        """Whether it is to be held by now: due or late."""
        return self.state in {"due", "late"}


def week_of(engagement: Engagement, week: int) -> date:
    """The first day of a week of an engagement; the first week begins on its first day."""
    return engagement.start + (week - 1) * _WEEK


def road_of(engagement: Engagement, sessions: Iterable[SessionExtract], today: date) -> tuple[Stop, ...]:
    """The stops of a road in the order of its file; `sessions` are those that belong to the engagement."""
    days = _days_by_framework([one for one in sessions if one.started.date() <= today])
    held = _shared_out(engagement, days)
    stops = [
        _recurring(engagement, milestone, days.get(milestone.do, ()), today)
        if milestone.every is not None
        else _once(engagement, milestone, held[number], today)
        for number, milestone in enumerate(engagement.road)
    ]
    if engagement.has_ended(today):
        return tuple(
            changed(stop, state="to come", first=None, last=None) if stop.state != "done" else stop for stop in stops
        )
    return tuple(_with_the_next(stops))


def _days_by_framework(sessions: Sequence[SessionExtract]) -> dict[str, tuple[date, ...]]:
    """The days on which each framework was held, in order, and those of all sessions with the client."""
    days: dict[str, list[date]] = {}
    for session in sessions:
        days.setdefault(session.framework.id, []).append(session.started.date())
    days[SESSION] = [session.started.date() for session in with_client(sessions)]
    return {framework: tuple(sorted(held)) for framework, held in days.items()}


def _shared_out(engagement: Engagement, days: dict[str, tuple[date, ...]]) -> dict[int, tuple[date, ...]]:
    """The days of each stop that is held so many times: a day counts for the nearest of its framework with room."""
    held: dict[int, list[date]] = {number: [] for number in range(len(engagement.road))}
    for framework, theirs in days.items():
        stops = [
            (number, one) for number, one in enumerate(engagement.road) if one.do == framework and one.every is None
        ]
        for day in theirs:
            free = [(number, one) for number, one in stops if len(held[number]) < one.times and one.done is None]
            if free:
                held[min(free, key=lambda stop: (_distance(engagement, stop[1], day), stop[0]))[0]].append(day)
    return {number: tuple(theirs) for number, theirs in held.items()}


def _distance(engagement: Engagement, milestone: Milestone, day: date) -> int:
    """How many days lie between a day and the time of a stop."""
    first, last = _span(engagement, milestone)
    if first is None or last is None:
        return 0
    return max((first - day).days, (day - last).days, 0)


def _span(engagement: Engagement, milestone: Milestone) -> tuple[date | None, date | None]:
    """The first and the last day on which a stop is to be held."""
    if milestone.week is None:
        return None, None
    first = week_of(engagement, milestone.week)
    return first, first + ceil(milestone.times / _A_WEEK) * _WEEK - _DAY


def _once(engagement: Engagement, milestone: Milestone, held: tuple[date, ...], today: date) -> Stop:
    first, last = _span(engagement, milestone)
    if milestone.done is not None and milestone.done <= today:
        return Stop(milestone, "done", (milestone.done,), first, last)
    state: State = "done" if len(held) >= milestone.times else _state(first, last, today)
    return Stop(milestone, state, held, first, last)


def _recurring(engagement: Engagement, milestone: Milestone, held: tuple[date, ...], today: date) -> Stop:
    """A stop that recurs is due again an interval after it was last held, and late when another week is over."""
    interval = read_interval(milestone.every or "")
    if milestone.done is not None and milestone.done <= today:
        held = tuple(sorted({*held, milestone.done}))
    if interval is None:
        return Stop(milestone, "to come", held)
    if held:
        first = interval.after(held[-1])
    else:
        first = week_of(engagement, milestone.week) if milestone.week else interval.after(engagement.start)
    if len(held) >= milestone.times > 1 or (engagement.end is not None and first > engagement.end):
        return Stop(milestone, "done" if held else "to come", held)
    last = first + _WEEK - _DAY
    return Stop(milestone, _state(first, last, today), held, first, last)


def _state(first: date | None, last: date | None, today: date) -> State:
    if first is None or last is None or today < first:
        return "to come"
    return "late" if today > last else "due"


def _with_the_next(stops: Sequence[Stop]) -> list[Stop]:
    """The stops, with the first of those not due yet called next; one that recurs only where there is no other."""
    to_come = [stop for stop in stops if stop.state == "to come" and stop.first is not None]
    following = min(to_come, key=lambda stop: (stop.recurs, stop.first or date.max), default=None)
    return [changed(stop, state="next") if stop is following else stop for stop in stops]
