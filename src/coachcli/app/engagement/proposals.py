"""What is due with clients when a session is to begin, from what is remembered of their sessions."""

from collections.abc import Mapping, Sequence
from datetime import date

from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.client.standing import as_awaited
from coachcli.domain.engagement.outlook import outlooks
from coachcli.domain.engagement.proposals import Proposal, proposals
from coachcli.store.client import engagements
from coachcli.store.index.standing import standing


def due_with(context: Context, clients: Sequence[Client]) -> Mapping[str, tuple[Proposal, ...]]:
    """What is due, by the ids of the clients; what cannot be read is left out, as the card tells of it."""
    today = context.clock.now().date()
    work = engagements.of_clients(context.practice, [client.id for client in clients])
    return {client.id: _due(context, client, work[client.id], today) for client in clients}


def _due(context: Context, client: Client, work: engagements.Engagements, today: date) -> tuple[Proposal, ...]:
    now = as_awaited(standing(context.practice, client.id).standing, work.found, today)
    return proposals(outlooks(work.found, now.held, today), now.dates, today)
