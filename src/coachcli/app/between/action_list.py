"""What there is to do with each client: all of it, or what is open, for which no session need be looked at."""

from collections.abc import Sequence
from typing import NamedTuple

from coachcli.app.between.action_choice import Followable
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.engagement.silence import with_silence
from coachcli.domain.history.open_items import Followed, followed
from coachcli.domain.tags import has_tag
from coachcli.domain.value import changed
from coachcli.errors import CoachError
from coachcli.store.client import clients, engagements
from coachcli.store.client.engagements import Engagements
from coachcli.store.index.standing import standing


class Listed(NamedTuple):
    """What there is with each client, by name, and what was passed over."""

    found: tuple[Followable, ...]
    passed_over: tuple[CoachError, ...]


def listed(context: Context, client: str | None, *, closed: bool = False, tag: str | None = None) -> Listed:
    """What is open with one client, or with each who is not archived: all of it, or what has a tag.

    With `closed` also what was done or dropped.
    """
    everyone = clients.known(context.practice)
    chosen = [clients.about(context.practice, client, everyone)] if client else _everything(context, everyone)
    with_them = _ever_with if client or closed else _open_with
    work = engagements.of_clients(context.practice, [person.id for person in chosen])
    found = tuple(_tagged(with_them(context, person, work[person.id]), tag) for person in chosen)
    return Listed(found, (*everyone.passed_over, *(error for one in found for error in one.passed_over)))


def _everything(context: Context, everyone: clients.Clients) -> tuple[Client, ...]:
    return (*everyone.working, *clients.own_work(context.practice))


def _tagged(theirs: Followable, tag: str | None) -> Followable:
    """What has the tag, or all of it where none is asked for."""
    things = (one for one in theirs.things if tag is None or has_tag(one.thing.what, tag))
    return changed(theirs, things=tuple(things))


def all_with(context: Context, client: Client) -> Followable:
    """All there ever was to follow up with a client."""
    return _ever_with(context, client, engagements.of_client(context.practice, client.id))


def _ever_with(context: Context, client: Client, agreed: Engagements) -> Followable:
    from coachcli.app.client import history  # noqa: PLC0415 it loads YAML, which what is open needs none of

    brought = history.brought(context, client.id)
    things = followed(brought.extracts, brought.entries)
    return _awaited(context, client, agreed, things, brought.passed_over)


def _open_with(context: Context, client: Client, agreed: Engagements) -> Followable:
    """The same with no more than what is open: what was closed in years need not be read for it."""
    known = standing(context.practice, client.id)
    by_number = sorted(known.standing.open, key=lambda one: one.number)
    return _awaited(context, client, agreed, by_number, known.passed_over)


def _awaited(
    context: Context,
    client: Client,
    agreed: Engagements,
    things: Sequence[Followed],
    passed_over: Sequence[CoachError],
) -> Followable:
    """These things; nothing of an engagement that has ended is overdue."""
    today = context.clock.now().date()
    return Followable(client, with_silence(things, agreed.found, today), (*passed_over, *agreed.passed_over))
