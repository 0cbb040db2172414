"""An engagement on a day, with the titles of its stops; and the page that has all about it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from coachcli.domain.engagement.counts import Counts, counts_words
from coachcli.domain.engagement.model import SESSION, Engagement
from coachcli.domain.engagement.outlook import as_it_stands
from coachcli.domain.engagement.road import Stop
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.value import Value

Titles = Mapping[str, str]
"""The titles of frameworks by their ids."""


class Titled(Value, frozen=True):
    """A stop with the title of its framework; with its id where there is no such framework any more."""

    stop: Stop
    title: str


class Work(Value, frozen=True, kw_only=True):
    """An engagement on a day: its figures, and its road."""

    engagement: Engagement
    counts: Counts
    road: tuple[Titled, ...]
    today: date

    @property
    def line(self) -> str:
        """Where it stands, in one line."""
        following = next((one.title for one in self.road if one.stop.state == "next"), "")
        return counts_words(self.counts, following)


class Page(Work, frozen=True, kw_only=True):
    """An engagement of a client, as it stands today. `others` are the names of the client's other ones."""

    client: str
    client_name: str
    others: tuple[str, ...] = ()


def work_of(
    engagement: Engagement,
    extracts: Sequence[SessionExtract],
    engagements: Sequence[Engagement],
    titles: Titles,
    today: date,
) -> Work:
    """An engagement among all `engagements` of a client, from what is remembered of their sessions."""
    road, counts = as_it_stands(engagement, extracts, engagements, today)
    titled = tuple(Titled(stop, title_in(titles, stop.milestone.do)) for stop in road)
    return Work(engagement=engagement, counts=counts, road=titled, today=today)


def on_roads(engagements: Iterable[Engagement]) -> set[str]:
    """The ids of all frameworks on the roads of these engagements."""
    return {milestone.do for engagement in engagements for milestone in engagement.road}


def title_in(titles: Titles, framework: str) -> str:
    """What a stop of a framework is called: its title, or its id where it has none."""
    return titles.get(framework, "Session with the client" if framework == SESSION else framework)
