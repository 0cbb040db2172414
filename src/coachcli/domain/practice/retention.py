"""What is kept longer than was agreed, or soon will be. Nothing is decided by it: these are proposals."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from coachcli.domain.client.model import Client
from coachcli.domain.engagement.interval import Interval, read_interval
from coachcli.domain.engagement.model import Engagement
from coachcli.patterns import pattern

_YEARS = pattern(r"([1-9]\d?) years?")
_SOON = timedelta(days=30)


class Person(NamedTuple):
    """A client with their engagements, and the day of their last session, if there was any."""

    client: Client
    engagements: tuple[Engagement, ...]
    last_session: date | None


class Kept(NamedTuple):
    """Something that is kept until a day: an engagement, or what there is of a client who has none.

    `is_said`: its file says that day; else it was worked out from the usual term.
    """

    client: Client
    engagement: Engagement | None
    until: date
    is_said: bool


class Retention(NamedTuple):
    """What is past its day, what will be within a month, and how much has no day at all.

    `erasable` are the ids of the clients of whom everything is past.
    """

    on: date
    past: tuple[Kept, ...]
    soon: tuple[Kept, ...]
    without_day: int
    erasable: frozenset[str]


def read_term(words: str) -> Interval | None:
    """How long something is kept: `3 years`, `18 months`; None where the words say no such thing."""
    phrase = " ".join(words.casefold().split())
    years = _YEARS.fullmatch(phrase)
    return Interval(12 * int(years[1]), "month") if years else read_interval(phrase)


def retention(people: Iterable[Person], term: Interval | None, on: date) -> Retention:
    """What of these is past its day on this one; the term counts from the end of what says no day."""
    kept: list[Kept] = []
    without, erasable = 0, set[str]()
    for person in people:
        theirs = list(_days(person, term))
        known = [one for one in theirs if one is not None]
        without += len(theirs) - len(known)
        kept += known
        last = max((one.until for one in known), default=on)
        # What was said since may be what they go on with.
        went_on = person.last_session is not None and person.last_session > last
        if len(known) == len(theirs) and last < on and not went_on:
            erasable.add(person.client.id)
    kept.sort(key=lambda one: (one.until, one.client.name))
    past = tuple(one for one in kept if one.until < on)
    soon = tuple(one for one in kept if on <= one.until <= on + _SOON)
    return Retention(on, past, soon, without, frozenset(erasable))


def _days(person: Person, term: Interval | None) -> Iterator[Kept | None]:
    """Until when each thing of a client is kept; None for one without a day."""
    for one in person.engagements:
        until = one.keep_until or _after(one.last_day, term)
        yield Kept(person.client, one, until, one.keep_until is not None) if until else None
    if not person.engagements:
        until = _after(person.last_session, term)
        yield Kept(person.client, None, until, is_said=False) if until else None


def _after(day: date | None, term: Interval | None) -> date | None:
    if day is None or term is None:
        return None
    try:
        return term.after(day)
    except (OverflowError, ValueError):  # a day that no calendar has
        return date.max
