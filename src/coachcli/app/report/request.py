"""What a coach asks for when they ask for a report."""

from coachcli.command_line import command
from coachcli.domain.terms import Audience
from coachcli.domain.value import Value


class ReportRequest(Value, frozen=True):
    """Of whom, for whom, and of which time and engagement; None where the coach did not say."""

    client: str
    audience: Audience = "me"
    since: str | None = None
    until: str | None = None
    engagement: str | None = None

    def again(self, client: str, engagement: str) -> str:
        """The command for the same of an engagement, where nobody can be asked."""
        unasked = [] if self.audience == "me" else ["--yes"]
        return command("report", client, "--for", self.audience, "--engagement", engagement, *unasked)
