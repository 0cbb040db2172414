"""The time that a report tells of."""

from collections.abc import Iterable
from datetime import date

from coachcli.domain.engagement.model import Engagement
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.session.wording import full_date
from coachcli.domain.text import folded
from coachcli.domain.value import Value

_STOPS = frozenset({"midpoint", "closing"})
"""Stops that are known by their names even where no road has them."""


class Period(Value, frozen=True):
    """From one day to another, both of them in it."""

    since: date
    until: date

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.since <= day <= self.until

    @property
    def words(self) -> str:
        """Both days in full."""
        return f"{full_date(self.since)} to {full_date(self.until)}"


def is_stop(words: str, engagement: Engagement | None) -> bool:
    """Whether words name a stop, whose day is meant."""
    road = {milestone.do for milestone in engagement.road} if engagement else set()
    return folded(words) in _STOPS | road


def day_of_stop(words: str, engagement: Engagement | None, sessions: Iterable[SessionExtract]) -> date | None:
    """The day on which a stop was last held, in one of these sessions or in another way; None where it was not."""
    stop = folded(words)
    road = engagement.road if engagement else ()
    ticked = [milestone.done for milestone in road if milestone.do == stop and milestone.done]
    return max([*ticked, *(one.started.date() for one in sessions if one.framework.id == stop)], default=None)
