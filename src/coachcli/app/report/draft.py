"""A report before it goes anywhere: its page, what programs read, and what the coach is to know of it."""

from typing import Any

from coachcli.domain.client.model import Client
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.page.model import Page
from coachcli.domain.report.period import Period
from coachcli.domain.terms import Audience
from coachcli.domain.value import Value
from coachcli.errors import CoachError
from coachcli.render.page.text import text


class Draft(Value, frozen=True):
    """A report for a reader. `data` is what programs read; `remarks` are for the coach, beside it."""

    client: Client
    audience: Audience
    engagement: Engagement | None
    period: Period
    page: Page
    data: dict[str, Any]
    remarks: tuple[str, ...] = ()
    passed_over: tuple[CoachError, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines it tells, the same in every form: those of its text that are not empty."""
        return sum(1 for row in text(self.page).split("\n") if row.strip())

    @property
    def name(self) -> str:
        """The name of its file without an ending; it tells no more than the reader may know."""
        return f"{self.client.id}-{self.period.since}-to-{self.period.until}-for-{self.audience}"
