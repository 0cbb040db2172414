"""The card of a client with what was agreed: their engagements and the roads of these."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from coachcli.app.client.history import ClientHistory
from coachcli.app.context import Context
from coachcli.app.framework.catalogue import titles
from coachcli.domain.client.model import Client
from coachcli.domain.client.prep import Preparation, preparation
from coachcli.domain.engagement.outlook import spoken_of
from coachcli.domain.session.model import Session
from coachcli.domain.value import changed
from coachcli.errors import CoachError
from coachcli.store.client import engagements


class Prepared(NamedTuple):
    """What is on a client's card, and what was passed over for it."""

    preparation: Preparation
    passed_over: tuple[CoachError, ...]


def with_work(
    context: Context, client: Client, known: ClientHistory, whole: Sequence[Session], today: date
) -> Prepared:
    """The card of a client by what is known of them and by their engagements; `whole` are their last sessions."""
    work = engagements.of_client(context.practice, client.id)
    prepared = preparation(client, known.extracts, known.entries, whole, today, engagements=work.found)
    told = changed(prepared, titles=titles(context, spoken_of(prepared.outlooks)), is_whole=not known.passed_over)
    return Prepared(told, (*known.passed_over, *work.passed_over))
