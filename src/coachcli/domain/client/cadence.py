"""How often a client is seen: as their file says, or as it has been so far."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from math import ceil

from coachcli.domain.engagement.interval import interval_words, read_interval
from coachcli.domain.value import Value

EXAMPLE = "cadence: 2 weeks"
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44}
_NEVER = frozenset({"none", "never"})
# A rhythm changes: only the latest gaps count, and two sessions make none.
_GAPS = 6
DAYS_FOR_A_RHYTHM = _GAPS + 1
"""So many of the last days on which somebody was seen are enough to tell their rhythm."""
_FEWEST_GAPS = 2
# Days. Whoever stays away longer has left, unless their file says otherwise.
_GONE_AFTER = 183


class Cadence(Value, frozen=True):
    """The days between two sessions, 0 where none is awaited. `is_set`: the client's file says so, it is no guess."""

    days: int
    is_set: bool

    def is_over(self, since: int) -> bool:
        """Whether the client, last seen `since` days ago, should have been seen by now."""
        return 0 < self.days < since and (self.is_set or since <= _GONE_AFTER)


def read_cadence(words: str) -> Cadence | None:
    """The cadence in words such as `2 weeks`, `every month`, `weekly` or `none`; None where they say none."""
    phrase = " ".join(words.casefold().split())
    if phrase in _NEVER:
        return Cadence(0, is_set=True)
    interval = read_interval(phrase)
    return Cadence(ceil(interval.number * _DAYS[interval.unit]), is_set=True) if interval else None


def cadence_words(words: str) -> str:
    """A cadence as a coach reads it: `every 2 weeks`, `weekly`; empty where none is set or awaited."""
    cadence = read_cadence(words)
    return interval_words(words) if cadence is not None and cadence.days else ""


def rhythm(seen: Iterable[date]) -> Cadence | None:
    """The usual gap between the days on which somebody was seen; None for fewer than three days."""
    days = sorted(set(seen))
    gaps = sorted([(later - earlier).days for earlier, later in pairwise(days)][-_GAPS:])
    if len(gaps) < _FEWEST_GAPS:
        return None
    return Cadence(gaps[len(gaps) // 2], is_set=False)
