"""The engagement that a session which begins belongs to, as the coach says it."""

from datetime import date

from coachcli.app.context import Context
from coachcli.app.session.request import StartRequest
from coachcli.domain.client.model import Client
from coachcli.live.conversation import Conversation


def engagement_of(
    _context: Context, request: StartRequest, _client: Client | str, _day: date, _conversation: Conversation
) -> str | None:
    """The id of the engagement, or `none`, as it was said; None where nobody said so."""
    return request.engagement
