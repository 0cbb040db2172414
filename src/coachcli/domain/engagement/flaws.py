"""What does not fit together in an engagement or a road, beyond what each of its lines can say by itself."""

from collections.abc import Iterable, Iterator
from datetime import date

from coachcli.domain.engagement.interval import EXAMPLE, read_interval
from coachcli.domain.engagement.model import SESSION, Engagement, Milestone
from coachcli.domain.near_names import nearest
from coachcli.domain.problems import Level, Where
from coachcli.domain.session.model import NO_ENGAGEMENT
from coachcli.domain.value import Value

_LATEST = date(2999, 12, 31)


class Flaw(Value, frozen=True):
    """Something to mend: the place in the file, what is wrong there, and what to do."""

    where: Where
    text: str
    hint: str
    level: Level = "error"


def flaws(engagement: Engagement) -> Iterator[Flaw]:
    """All that does not fit together in an engagement."""
    if engagement.id == NO_ENGAGEMENT:
        yield Flaw((), f"no engagement can be called {NO_ENGAGEMENT}", "give the file another name")
    yield from _dates(engagement)
    if engagement.sessions is not None and engagement.hours is not None:
        yield Flaw(("hours",), "sessions: or hours:, not both", "keep the one that was agreed")
    if engagement.every is not None and read_interval(engagement.every) is None:
        yield Flaw(("every",), "this rhythm cannot be read", f"write it like  {EXAMPLE}")
    yield from road_flaws(engagement.road)


def road_flaws(road: Iterable[Milestone]) -> Iterator[Flaw]:
    """All that does not fit together in the stops of a road."""
    for number, one in enumerate(road):
        if one.every is not None and read_interval(one.every) is None:
            yield Flaw(("road", number, "every"), "this rhythm cannot be read", f"write it like  {EXAMPLE}")


def unknown_frameworks(road: Iterable[Milestone], ids: Iterable[str]) -> Iterator[Flaw]:
    """The stops whose framework there is not, each with the name that is nearest."""
    known = {SESSION, *(one.casefold() for one in ids)}
    for number, one in enumerate(road):
        if one.do.casefold() not in known:
            close = nearest(one.do.casefold(), known, number)
            hint = f"did you mean '{close}'?" if close else "name one that is there, as a list of frameworks has it"
            yield Flaw(("road", number, "do"), f"there is no framework '{one.do}'", hint)


def _dates(engagement: Engagement) -> Iterator[Flaw]:
    start = engagement.start
    if start > _LATEST:
        # A week or a month behind it would be a day that no calendar has.
        yield Flaw(("start",), "this year is too far away", "write it like  2026-09-01")
    if engagement.end is not None and engagement.end < start:
        yield Flaw(("end",), f"it ends before it starts, on {start}", "put the later day here")
    if engagement.ended is not None and engagement.ended.on < start:
        yield Flaw(("ended", "on"), f"it ended before it started, on {start}", "put the day on which it ended")
    if engagement.keep_until is not None and engagement.keep_until < start:
        yield Flaw(("keep_until",), f"this day is before the start, {start}", "put the day until which you keep it")
    for number, one in enumerate(engagement.road):
        if one.done is not None and one.done < start:
            yield Flaw(("road", number, "done"), f"this day is before the start, {start}", "put the day it was held")
