"""All about an engagement on a day: what was agreed, its road with the titles of its stops, and its figures."""

from datetime import date

from coachcli.domain.engagement.counts import Counts, counts_words
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.engagement.road import Stop
from coachcli.domain.value import Value


class Titled(Value, frozen=True):
    """A stop with the title of its framework; with its id where there is no such framework any more."""

    stop: Stop
    title: str


class Page(Value, frozen=True):
    """An engagement of a client, as it stands today. `others` are the names of the client's other ones."""

    client: str
    client_name: str
    engagement: Engagement
    counts: Counts
    road: tuple[Titled, ...]
    today: date
    others: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """Where it stands, in one line."""
        following = next((one.title for one in self.road if one.stop.state == "next"), "")
        return counts_words(self.counts, following)
