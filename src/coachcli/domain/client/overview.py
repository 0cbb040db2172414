"""What `coach` says when it is called with no command."""

from collections.abc import Iterable
from datetime import date, datetime

from coachcli.domain.client.cadence import Cadence, rhythm
from coachcli.domain.client.standing import Standing
from coachcli.domain.value import Value


class Unfinished(Value, frozen=True):
    """A session that was not ended."""

    id: str
    client: str
    framework: str
    started: datetime


class Due(Value, frozen=True):
    """An open action whose day is near or over, and whose it is. `days` counts from today: below 0 the day is over."""

    whose: str
    what: str
    day: date
    days: int


class Promised(Value, frozen=True):
    """Something the coach promised, with whom, and by when if that was said."""

    client: str
    what: str
    day: date | None = None


class ToPassOn(Value, frozen=True):
    """How many things a client may hear from their sponsor, and has not heard yet."""

    client: str
    count: int


class Unseen(Value, frozen=True):
    """Somebody who has not been seen for longer than their cadence."""

    client: str
    days: int
    cadence: Cadence


class Agreed(Value, frozen=True):
    """A day agreed with or about a client that is near, or just over: what for, and when that was agreed."""

    client: str
    what: str
    day: date
    days: int
    agreed: date


class UnderWay(Value, frozen=True):
    """An engagement with a client: its figures in words, and each stop of its road that is late or due."""

    client: str
    figures: str
    stops: tuple[str, ...] = ()


class Overview(Value, frozen=True):
    """One screen; `is_new` before the first session."""

    unfinished: tuple[Unfinished, ...] = ()
    due: tuple[Due, ...] = ()
    promised: tuple[Promised, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    to_pass_on: tuple[ToPassOn, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    under_way: tuple[UnderWay, ...] = ()
    is_new: bool = False


def by_client(due: Iterable[Due]) -> tuple[Due, ...]:
    """The actions client by client, the earliest first; first comes the client whose action is nearest to today."""
    actions = list(due)
    nearest: dict[str, int] = {}
    for one in actions:
        nearest[one.whose] = min(abs(one.days), nearest.get(one.whose, abs(one.days)))
    return tuple(sorted(actions, key=lambda one: (nearest[one.whose], one.whose, one.day)))


def waiting(name: str, standing: Standing, cadence: Cadence | None, today: date) -> Unseen | None:
    """The client, if they have not been seen for too long: by their cadence, or else by their rhythm so far.

    None where the next session has a day. What was held with others, or alone, is no session with them.
    """
    usual = cadence or rhythm(standing.seen)
    if not standing.seen or usual is None or (standing.next is not None and standing.next >= today):
        return None
    days = (today - max(standing.seen)).days
    return Unseen(name, days, usual) if usual.is_over(days) else None
