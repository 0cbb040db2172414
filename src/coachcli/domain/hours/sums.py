"""Hours added up: of all that was held, and by client, month or type of work, where each hour is in one group."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Literal

from coachcli.domain.hours.entry import Entry, Work
from coachcli.domain.terms import Held
from coachcli.domain.text import folded
from coachcli.domain.value import Value

By = Literal["client", "month", "type"]
WITH_CLIENTS: tuple[Work, ...] = ("coaching", "mentoring")
FROM_BEFORE = "from before"
NOT_SAID = "not said"
_HUNDREDTH = Decimal("0.01")
_HOUR = 3600


class Period(Value, frozen=True):
    """The days that are looked at, each None where there is no bound."""

    since: date | None = None
    until: date | None = None

    def holds(self, entry: Entry) -> bool:
        """Whether all of it lies within: of a row from before nobody knows which hours were on which day."""
        if self.since is not None and (entry.first is None or entry.first < self.since):
            return False
        return self.until is None or (entry.last is not None and entry.last <= self.until)


class Sum(Value, frozen=True):
    """The sessions of one kind of work and the seconds measured in them; `rows` from before are no sessions.

    `unmeasured` is how many have only a plan, `planned` the minutes of these.
    """

    sessions: int = 0
    rows: int = 0
    paid: int = 0
    pro_bono: int = 0
    not_said: int = 0
    unmeasured: int = 0
    planned: int = 0

    @property
    def seconds(self) -> int:
        """All that was measured."""
        return self.paid + self.pro_bono + self.not_said


class Group(Value, frozen=True):
    """What was held with one client, in one month, or of one type, by the kind of work."""

    title: str
    coaching: Sum
    mentoring: Sum


def sum_of(entries: Iterable[Entry]) -> Sum:
    """All of these added up."""
    sessions = rows = paid = pro_bono = not_said = unmeasured = planned = 0
    for one in entries:
        if one.seconds is None:
            unmeasured += 1
            planned += one.planned or 0
            continue
        if one.row is None:
            sessions += 1
        else:
            rows += 1
        if one.paid is None:
            not_said += one.seconds
        elif one.paid:
            paid += one.seconds
        else:
            pro_bono += one.seconds
    return Sum(sessions, rows, paid, pro_bono, not_said, unmeasured, planned)


def sums_of(entries: Sequence[Entry]) -> dict[Work, Sum]:
    """The sums of each kind of work that there was."""
    by_work: dict[Work, list[Entry]] = {}
    for one in entries:
        by_work.setdefault(one.work, []).append(one)
    return {work: sum_of(theirs) for work, theirs in by_work.items()}


def ways_of(entries: Iterable[Entry]) -> dict[Held | None, int]:
    """The seconds with clients by how they were held, sessions alone; None where nobody said so."""
    found: dict[Held | None, int] = {}
    for one in entries:
        if one.seconds is not None and one.row is None and one.work in WITH_CLIENTS:
            found[one.way] = found.get(one.way, 0) + one.seconds
    return found


def groups_of(entries: Iterable[Entry], by: By) -> tuple[Group, ...]:
    """What was held with clients, in groups: clients and types by their names, months in their order."""
    found: dict[tuple[str, str], list[Entry]] = {}
    titles: dict[tuple[str, str], str] = {}
    for one in entries:
        if one.work in WITH_CLIENTS:
            key = _key(one, by)
            found.setdefault(key, []).append(one)
            titles.setdefault(key, _title(one, by))
    return tuple(_group(titles[key], found[key]) for key in sorted(found))


def _group(title: str, entries: Sequence[Entry]) -> Group:
    sums = sums_of(entries)
    return Group(title, sums.get("coaching", Sum()), sums.get("mentoring", Sum()))


def _key(one: Entry, by: By) -> tuple[str, str]:
    """By what the groups are told apart and put in order."""
    if by == "client":
        return folded(one.party.name), one.party.key
    if by == "month":
        return ("", "") if one.row is not None or one.first is None else (f"{one.first:%Y-%m}", "")
    return ("1" if one.type is None else "0", one.type or "")


def _title(one: Entry, by: By) -> str:
    if by == "client":
        return one.party.name
    if by == "month":
        return FROM_BEFORE if one.row is not None or one.first is None else f"{one.first:%Y-%m}"
    return one.type or NOT_SAID


def hours_of(seconds: int) -> Decimal:
    """Seconds as hours of sixty minutes, to the hundredth: 30 minutes are 0.5, 50 are 0.83."""
    return (Decimal(seconds) / _HOUR).quantize(_HUNDREDTH, ROUND_HALF_UP)


def hours_towards(seconds: int, asked: Decimal) -> Decimal:
    """The same, but nothing is rounded up to what is asked: ten hours are not there before they are."""
    rounded = hours_of(seconds)
    if seconds < asked * _HOUR <= rounded * _HOUR:
        return (Decimal(seconds) / _HOUR).quantize(_HUNDREDTH, ROUND_DOWN)
    return rounded


def hours_words(seconds: int) -> str:
    """`12.5 h`, `1 h`."""
    return f"{number_words(hours_of(seconds))} h"


def number_words(number: Decimal) -> str:
    """A number without zeros that say nothing."""
    text = f"{number:,.2f}"
    return text.rstrip("0").rstrip(".")
