"""An account of hours: what was held in a period, in groups, and how far that goes for each credential."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from coachcli.domain.hours.credential import Credential
from coachcli.domain.hours.entry import Entry, Work
from coachcli.domain.hours.needs import Standing, standing
from coachcli.domain.hours.sums import By, Group, Period, Sum, groups_of, sums_of, ways_of
from coachcli.domain.terms import Held
from coachcli.domain.value import Value


class Account(Value, frozen=True, kw_only=True):
    """All that is told of hours. `left_out` is how many rows from before do not lie wholly within the period."""

    today: date
    period: Period
    by: By
    entries: tuple[Entry, ...]
    sums: Mapping[Work, Sum]
    ways: Mapping[Held | None, int]
    groups: tuple[Group, ...]
    standings: tuple[Standing, ...]
    left_out: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.entries and not self.left_out


def account_of(
    entries: Iterable[Entry], credentials: Sequence[Credential], period: Period, by: By, today: date
) -> Account:
    """The account of a period. Credentials look at all that was held up to its last day; what is to come counts never.

    `period` bounds what is added up; a credential has a window of its own.
    """
    held = [one for one in entries if one.first is None or one.first <= today]
    within = tuple(one for one in held if period.holds(one))
    last = min(today, period.until or today)
    until = Period(until=period.until)
    for_credentials = [one for one in held if until.holds(one)]
    return Account(
        today=today,
        period=period,
        by=by,
        entries=within,
        sums=sums_of(within),
        ways=ways_of(within),
        groups=groups_of(within, by),
        standings=tuple(standing(one, for_credentials, last) for one in credentials),
        left_out=len({one.row for one in held if one.row is not None} - {one.row for one in within}),
    )
