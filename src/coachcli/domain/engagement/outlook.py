"""Where the work with a client stands on a day: the figures of each engagement under way, and what of it is due."""

from collections.abc import Iterable, Sequence
from datetime import date

from coachcli.domain.engagement.counts import Counts, counts_of
from coachcli.domain.engagement.interval import read_interval
from coachcli.domain.engagement.membership import sessions_in
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.engagement.road import Stop, road_of
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.value import Value


class Outlook(Value, frozen=True):
    """An engagement that has begun and was not ended; `open` are the stops that are late, and then those due."""

    engagement: Engagement
    counts: Counts
    open: tuple[Stop, ...] = ()

    @property
    def frameworks(self) -> tuple[str, ...]:
        """The ids of the frameworks that it speaks of."""
        stops = (*self.open, *([self.counts.next] if self.counts.next else []))
        return tuple(stop.milestone.do for stop in stops)


def outlooks(engagements: Sequence[Engagement], sessions: Sequence[SessionExtract], today: date) -> tuple[Outlook, ...]:
    """The engagements of a client that are under way, in the order in which they began."""
    return tuple(_outlook(one, engagements, sessions, today) for one in going_on(engagements, today))


def as_it_stands(
    one: Engagement, sessions: Sequence[SessionExtract], engagements: Sequence[Engagement], today: date
) -> tuple[tuple[Stop, ...], Counts]:
    """The road of an engagement and its figures, from those of the client's sessions that belong to it."""
    mine = sessions_in(one, sessions, engagements)
    road = road_of(one, mine, today)
    return road, counts_of(one, mine, road, today)


def going_on(engagements: Sequence[Engagement], today: date) -> list[Engagement]:
    """The engagements that have begun and were not ended, also where their last day is over."""
    return [one for one in engagements if one.start <= today and not one.has_ended(today)]


def agreed_rhythm(engagements: Sequence[Engagement], today: date) -> str:
    """How often client and coach agreed to meet, in the words of the last engagement that says so; else nothing."""
    said = (one.every for one in reversed(going_on(engagements, today)))
    return next((words for words in said if words and read_interval(words)), "")


def _outlook(
    one: Engagement, engagements: Sequence[Engagement], sessions: Sequence[SessionExtract], today: date
) -> Outlook:
    road, counts = as_it_stands(one, sessions, engagements, today)
    late_first = sorted(
        (stop for stop in road if stop.is_open), key=lambda stop: (stop.state != "late", stop.first or date.max)
    )
    return Outlook(one, counts, tuple(late_first))


def spoken_of(outlooks: Iterable[Outlook]) -> set[str]:
    """The ids of all frameworks that these engagements speak of."""
    return {framework for outlook in outlooks for framework in outlook.frameworks}
