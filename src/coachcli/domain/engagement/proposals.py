"""What is due with a client, so that a session can begin with it: stops of a road, and days that were agreed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from coachcli.domain.engagement.model import SESSION
from coachcli.domain.engagement.outlook import Outlook
from coachcli.domain.engagement.road import Stop
from coachcli.domain.history.agreed_dates import AgreedDate
from coachcli.domain.value import Value

_DAYS_BEFORE = 1
"""A day that was agreed is proposed from so many days before it."""


class Proposal(Value, frozen=True):
    """A framework that is due with a client: by a day agreed, or else by a stop of a road."""

    framework: str
    due: Stop | date


def proposals(outlooks: Sequence[Outlook], dates: Iterable[AgreedDate], today: date) -> tuple[Proposal, ...]:
    """What is due, each framework once: first what was agreed for a day, then what is late, and then what is due."""
    found = [*_agreed(outlooks, dates, today), *_on_road(outlooks)]
    firsts = {one.framework: one for one in reversed(found)}
    return tuple(one for one in found if firsts[one.framework] is one)


def _agreed(outlooks: Iterable[Outlook], dates: Iterable[AgreedDate], today: date) -> Iterator[Proposal]:
    """The days agreed that have come, where the same framework is to be held again.

    With others than the client that is so for what recurs on a road: after a first talk the next is another one.
    """
    recurring = {stop.do for one in outlooks for stop in one.engagement.road if stop.every is not None}
    for one in dates:
        day = one.when.on
        is_again = one.room in {"client", "alone"} or one.framework in recurring
        if day is not None and is_again and (day - today).days <= _DAYS_BEFORE:
            yield Proposal(one.framework, day)


def _on_road(outlooks: Iterable[Outlook]) -> Iterator[Proposal]:
    stops = [stop for one in outlooks for stop in one.open if stop.milestone.do != SESSION]
    yield from (Proposal(stop.milestone.do, stop) for stop in sorted(stops, key=lambda stop: stop.state != "late"))
