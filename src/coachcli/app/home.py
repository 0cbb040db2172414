"""What `coach` alone shows: what is unfinished, due or promised, and who has not been seen for long."""

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter

from coachcli.app.carrying import Brought, brought
from coachcli.app.context import Context
from coachcli.domain.cadence import Cadence, read_cadence
from coachcli.domain.carried import Carried
from coachcli.domain.client.model import Client
from coachcli.domain.gist import Gist
from coachcli.domain.overview import Due, Overview, Promised, Unfinished, Unseen, by_client, waiting
from coachcli.errors import CoachError
from coachcli.store.client import clients

_DAYS_AHEAD = 7

_Known = list[tuple[Client, Brought]]
_Still = list[tuple[str, Carried]]


def overview(context: Context) -> tuple[Overview, tuple[CoachError, ...]]:
    """The screen as of now, and what could not be read for it."""
    there = clients.known(context.practice)
    known = [(client, brought(context, client.id)) for client in there.found]
    today = context.clock.now().date()
    cadences = {client.id: _cadence(context, client) for client, _ in known}
    passed_over = [*there.passed_over, *(error for _, theirs in known for error in theirs.passed_over)]
    still = list(_open(known))
    screen = Overview(
        unfinished=tuple(_unfinished(known)),
        due=by_client(_due(still, today)),
        promised=tuple(_promised(still)),
        unseen=_unseen(known, cadences, today),
        is_new=not passed_over and not any(theirs.gists for _, theirs in known),
    )
    wrong = (cadence for cadence in cadences.values() if isinstance(cadence, CoachError))
    return screen, (*passed_over, *wrong)


def _unfinished(known: _Known) -> Iterator[Unfinished]:
    """The newest first."""
    held = [(gist, client) for client, theirs in known for gist in theirs.gists if gist.status != "ended"]
    for gist, client in sorted(held, key=lambda one: _newest(one[0]), reverse=True):
        yield Unfinished(gist.id, client.name, gist.framework.title, gist.started)


def _newest(gist: Gist) -> tuple[float, str]:
    return gist.started.timestamp(), gist.id


def _open(known: _Known) -> Iterator[tuple[str, Carried]]:
    """What is open, the clients' and what the coach chose when reflecting alone, each with whose it is."""
    for client, theirs in known:
        yield from ((client.name, thing) for thing in theirs.open("conversation"))
        yield from ((f"You, about {client.name}", thing) for thing in theirs.open("reflection"))


def _due(still: _Still, today: date) -> Iterator[Due]:
    for whose, thing in still:
        day = thing.due.on if thing.due else None
        if thing.kind == "action" and day is not None and (days := (day - today).days) <= _DAYS_AHEAD:
            yield Due(whose, thing.what, day, days)


def _promised(still: _Still) -> Iterable[Promised]:
    """What has a day first, then in the order in which it was promised."""
    found = [
        Promised(whose, thing.what, thing.due.on if thing.due else None)
        for whose, thing in still
        if thing.kind == "promise"
    ]
    return sorted(found, key=lambda one: one.day or date.max)


def _unseen(known: _Known, cadences: dict[str, Cadence | CoachError | None], today: date) -> tuple[Unseen, ...]:
    """Who has been waiting for longest first."""
    found = []
    for client, theirs in known:
        cadence = cadences[client.id]
        chosen = cadence if isinstance(cadence, Cadence) else None
        found.append(waiting(client.name, theirs.gists, chosen, today))
    return tuple(sorted(filter(None, found), key=attrgetter("days"), reverse=True))


def _cadence(context: Context, client: Client) -> Cadence | CoachError | None:
    """How often a client is to be seen, as their file says; the error where that cannot be read."""
    if not client.cadence:
        return None
    found = read_cadence(client.cadence)
    if found is not None:
        return found
    from coachcli.store.client import client_file  # noqa: PLC0415 only where something is wrong

    try:
        client_file.read(context.practice.clients / client.id)
    except CoachError as error:
        return error
    return None
