"""How far a coach is on the way to a credential: what is there, what is missing, and what does not count, and why."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from coachcli.domain.engagement.interval import months_after, months_between
from coachcli.domain.hours.credential import Credential
from coachcli.domain.hours.entry import Entry, Party, Work
from coachcli.domain.hours.sums import Period, hours_towards, hours_words, number_words, sum_of
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
    """Something that a credential asks for, such as `paid hour`: how much there is, and how much there has to be."""

    kind: NeedKind
    noun: str
    there: Decimal
    asked: Decimal
    rest: str = ""

    @property
    def missing(self) -> Decimal:
        """How much is still to come."""
        return max(Decimal(0), self.asked - self.there)

    @property
    def name(self) -> str:
        """What is asked for, as a thing of which there are several."""
        return f"{self.noun}s{self.rest}"

    def words(self, number: Decimal) -> str:
        """So many of it: `1 client`, `20.17 hours in the last 18 months`."""
        return f"{number_words(number)} {self.noun if number == 1 else f'{self.noun}s'}{self.rest}"


class Standing(Value, frozen=True):
    """A credential with what is there for it.

    `aside` says what does not count and why. `unlisted` are the seconds that count, with so many clients who have not
    agreed to stand in the log. `parties` is with how many the hours were, where each member of a group is a client.
    """

    credential: Credential
    needs: tuple[Need, ...]
    aside: tuple[str, ...] = ()
    unlisted: int = 0
    unlisted_clients: int = 0
    parties: int = 0

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
        parties=len({one.party.key for one in counted if one.seconds}) if credential.each_member else 0,
    )


def _fits(one: Entry, credential: Credential) -> bool:
    return one.seconds is not None and one.work in credential.counts and not _is_too_large(one.party, credential)


def _is_too_large(party: Party, credential: Credential) -> bool:
    return credential.largest_group is not None and party.people > credential.largest_group


def _needs(credential: Credential, counted: Sequence[Entry], held: Sequence[Entry], today: date) -> Iterator[Need]:
    total = sum_of(counted)
    yield _hours("hours", "hour", total.seconds, credential.hours)
    if credential.paid is not None:
        yield _hours("paid", "paid hour", total.paid, credential.paid)
    if credential.clients is not None:
        yield _number("clients", "client", _clients(credential, counted), credential.clients)
    if credential.recent is not None:
        asked, recent = credential.recent, _within(counted, credential.recent.months, today)
        yield _hours("recent", "hour", sum_of(recent).seconds, asked.hours, _lately(asked.months))
    if credential.years is not None:
        yield _number("years", "year", _years(counted, today), credential.years, " since the first hour")
    yield from _own_work(credential, held, today)


def _own_work(credential: Credential, held: Iterable[Entry], today: date) -> Iterator[Need]:
    if credential.reflections is not None:
        count, months = credential.reflections.count, credential.reflections.months
        found = [one for one in _within(held, months, today) if one.work == "reflection"]
        yield _number("reflections", "reflection", len(found), count, _lately(months))
    if credential.supervision is not None:
        hours, months = credential.supervision.hours, credential.supervision.months
        found = [one for one in _within(held, months, today) if one.work == "supervision"]
        yield _hours("supervision", "hour", sum_of(found).seconds, hours, f" of supervision{_lately(months)}")


def _hours(kind: NeedKind, noun: str, seconds: int, asked: float, rest: str = "") -> Need:
    wanted = Decimal(str(asked))
    return Need(kind, noun, hours_towards(seconds, wanted), wanted, rest)


def _number(kind: NeedKind, noun: str, there: int, asked: int, rest: str = "") -> Need:
    return Need(kind, noun, Decimal(there), Decimal(asked), rest)


def _lately(months: int) -> str:
    return f" in the last {months} month{'' if months == 1 else 's'}"


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
