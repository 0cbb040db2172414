"""How far a coach is on the way to a credential: what is there, what is missing, and what does not count, and why."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from coachcli.domain.engagement.interval import months_after, months_between
from coachcli.domain.hours.credential import Credential
from coachcli.domain.hours.entry import Entry, Party, Work
from coachcli.domain.hours.sums import Period, full_hours, hours_words, sum_of
from coachcli.domain.value import Value

NeedKind = Literal["hours", "paid", "clients", "recent", "years", "reflections", "supervision"]
_MONTHS_OF_A_YEAR = 12
_OTHER_WORK: dict[Work, str] = {
    "coaching": "of coaching",
    "mentoring": "of mentoring",
    "three": "in meetings of three",
    "supervision": "of supervision",
    "reflection": "of your own reflection",
}


class Need(Value, frozen=True):
    """Something that a credential asks for: how much there is, and how much there has to be."""

    kind: NeedKind
    name: str
    there: Decimal
    asked: Decimal

    @property
    def missing(self) -> Decimal:
        """How much is still to come."""
        return max(Decimal(0), self.asked - self.there)


class Standing(Value, frozen=True):
    """A credential with what is there for it.

    `aside` says what does not count and why. `unlisted` are the seconds that count, with so many clients who have not
    agreed to stand in the log.
    """

    credential: Credential
    needs: tuple[Need, ...]
    aside: tuple[str, ...] = ()
    unlisted: int = 0
    unlisted_clients: int = 0

    @property
    def is_met(self) -> bool:
        """Whether nothing is missing of what can be counted."""
        return not any(need.missing for need in self.needs)


def standing(credential: Credential, entries: Sequence[Entry], today: date) -> Standing:
    """How far the coach is on a day, by all that was held until then."""
    counted = [one for one in entries if _fits(one, credential)]
    unlisted = [one for one in counted if not one.is_listed(today)] if credential.listed else []
    return Standing(
        credential=credential,
        needs=tuple(_needs(credential, counted, entries, today)),
        aside=tuple(_aside(credential, entries, counted, today)),
        unlisted=sum(one.seconds or 0 for one in unlisted),
        unlisted_clients=len({one.party.key for one in unlisted if one.seconds}),
    )


def _fits(one: Entry, credential: Credential) -> bool:
    return one.seconds is not None and one.work in credential.counts and not _is_too_large(one.party, credential)


def _is_too_large(party: Party, credential: Credential) -> bool:
    return credential.largest_group is not None and party.people > credential.largest_group


def _needs(credential: Credential, counted: Sequence[Entry], held: Sequence[Entry], today: date) -> Iterator[Need]:
    total = sum_of(counted)
    yield _hours("hours", "hours", total.seconds, credential.hours)
    if credential.paid is not None:
        yield _hours("paid", "paid hours", total.paid, credential.paid)
    if credential.clients is not None:
        clients, asked_clients = _clients(credential, counted), credential.clients
        yield Need("clients", _plural("client", asked_clients), Decimal(clients), Decimal(asked_clients))
    if credential.recent is not None:
        recent = _within(counted, credential.recent.months, today)
        name = f"hours in the last {credential.recent.months} months"
        yield _hours("recent", name, sum_of(recent).seconds, credential.recent.hours)
    if credential.years is not None:
        name = f"{_plural('year', credential.years)} since the first hour"
        yield Need("years", name, Decimal(_years(counted, today)), Decimal(credential.years))
    if credential.reflections is not None:
        asked = credential.reflections
        found = [one for one in _within(held, asked.months, today) if one.work == "reflection"]
        name = f"{_plural('reflection', asked.count)} in the last {asked.months} months"
        yield Need("reflections", name, Decimal(len(found)), Decimal(asked.count))
    if credential.supervision is not None:
        asked_hours = credential.supervision
        found = [one for one in _within(held, asked_hours.months, today) if one.work == "supervision"]
        name = f"{_plural('hour', asked_hours.hours)} of supervision in the last {asked_hours.months} months"
        yield _hours("supervision", name, sum_of(found).seconds, asked_hours.hours)


def _hours(kind: NeedKind, name: str, seconds: int, asked: float) -> Need:
    return Need(kind, name, full_hours(seconds), Decimal(str(asked)))


def _plural(name: str, count: float) -> str:
    return name if count == 1 else f"{name}s"


def _within(entries: Iterable[Entry], months: int, today: date) -> list[Entry]:
    """What lies wholly within the last months."""
    period = Period(since=months_after(today, -months))
    return [one for one in entries if period.holds(one)]


def _clients(credential: Credential, counted: Iterable[Entry]) -> int:
    """How many clients these are, each once; where it says so, each member of a group is one."""
    people: dict[str, int] = {}
    for one in counted:
        if one.seconds:
            size = one.party.people if credential.each_member else 1
            people[one.party.key] = max(size, people.get(one.party.key, 0))
    return sum(people.values())


def _years(counted: Iterable[Entry], today: date) -> int:
    first = min((one.first for one in counted if one.first is not None), default=today)
    return months_between(first, today) // _MONTHS_OF_A_YEAR


def _aside(credential: Credential, held: Sequence[Entry], counted: Sequence[Entry], today: date) -> Iterator[str]:
    for work, words in _OTHER_WORK.items():
        if work not in credential.counts and (seconds := sum_of(one for one in held if one.work == work).seconds):
            yield f"{hours_words(seconds)} {words}"
    yield from _too_large(credential, held)
    right = [one for one in held if one.work in credential.counts]
    if unmeasured := sum_of(one for one in right if not one.is_measured).unmeasured:
        yield f"{unmeasured} session{'' if unmeasured == 1 else 's'} whose time was not measured"
    if credential.paid is not None and (not_said := sum_of(counted).not_said):
        yield f"{hours_words(not_said)} are no paid hours, as nobody said whether they were paid"
    if credential.recent is not None and (rows := _unsure(counted, credential.recent.months, today)):
        yield f"{hours_words(rows)} from before may be recent, as their first day is earlier or is not said"


def _too_large(credential: Credential, held: Iterable[Entry]) -> Iterator[str]:
    groups = [one for one in held if one.work in credential.counts and _is_too_large(one.party, credential)]
    if seconds := sum_of(groups).seconds:
        largest = max(one.party.people for one in groups)
        limit = f"more than {credential.largest_group} people"
        yield f"{hours_words(seconds)} with groups of {limit}; the largest has {largest}"


def _unsure(counted: Iterable[Entry], months: int, today: date) -> int:
    """The seconds of rows from before that reach into the last months, or may: nobody knows how many of them do."""
    since = months_after(today, -months)
    rows = [one for one in counted if one.row is not None and (one.first is None or one.first < since)]
    return sum_of(one for one in rows if one.last is None or one.last >= since).seconds
