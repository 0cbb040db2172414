"""What a coach asks for when they ask for a report."""

from coachcli.command_line import command
from coachcli.domain.terms import Audience
from coachcli.domain.value import Value, changed


class ReportRequest(Value, frozen=True):
    """Of whom, for whom, and of which time and engagement; None where the coach did not say.

    `handed` is what they said of its form and its place, word for word.
    """

    client: str
    audience: Audience = "me"
    since: str | None = None
    until: str | None = None
    engagement: str | None = None
    handed: tuple[str, ...] = ()

    @property
    def unasked(self) -> str:
        """The command for the same, where nobody can be asked."""
        said = (("--since", self.since), ("--until", self.until), ("--engagement", self.engagement))
        options = [word for option, words in said if words is not None for word in (option, words)]
        unasked = [] if self.audience == "me" else ["--yes"]
        return command("report", self.client, "--for", self.audience, *options, *self.handed, *unasked)

    def again(self, client: str, engagement: str) -> str:
        """The command for the same of an engagement, where nobody can be asked."""
        return changed(self, client=client, engagement=engagement).unasked
