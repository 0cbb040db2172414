"""How often a client is seen: as their file says, or as it has been so far."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from math import ceil

from coachcli.domain.value import Value
from coachcli.patterns import pattern

EXAMPLE = "cadence: 2 weeks"
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44}
_NAMED = {"daily": 1, "weekly": 7, "fortnightly": 14, "monthly": 31}
_SPAN = pattern(r"(?:every )?(?:(\d{1,3}) )?(day|week|month)s?")
_NEVER = frozenset({"none", "never"})
# A rhythm changes: only the latest gaps count, and two sessions make none.
_GAPS = 6
DAYS_FOR_A_RHYTHM = _GAPS + 1
"""Of the days on which somebody was seen the last so many tell their rhythm."""
_FEWEST_GAPS = 2
# Whoever stays away so long has left, unless their file says otherwise.
_GONE_AFTER = 183


class Cadence(Value, frozen=True):
    """Every so many days; 0 is for nobody to wait for. `is_set`: as the client's file says, and not a guess."""

    days: int
    is_set: bool

    def is_over(self, since: int) -> bool:
        """Whether it is longer than that since somebody was last seen."""
        return 0 < self.days < since and (self.is_set or since <= _GONE_AFTER)


def read_cadence(words: str) -> Cadence | None:
    """`2 weeks`, `10 days`, `every month`, `weekly`, or `none`; None where it is nothing of the kind."""
    said = " ".join(words.casefold().split())
    if said in _NEVER:
        return Cadence(0, is_set=True)
    if said in _NAMED:
        return Cadence(_NAMED[said], is_set=True)
    span = _SPAN.fullmatch(said)
    days = ceil(int(span[1] or 1) * _DAYS[span[2]]) if span else 0
    return Cadence(days, is_set=True) if days else None


def rhythm(seen: Iterable[date]) -> Cadence | None:
    """The usual gap between days somebody was seen on; None for fewer than three."""
    days = sorted(set(seen))
    gaps = sorted([(later - earlier).days for earlier, later in pairwise(days)][-_GAPS:])
    if len(gaps) < _FEWEST_GAPS:
        return None
    return Cadence(gaps[len(gaps) // 2], is_set=False)
