"""What `coach` shows when it is typed alone: what is unfinished, due or promised, and who was not seen for long."""

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter

from coachcli.app.context import Context
from coachcli.domain.client.cadence import read_cadence
from coachcli.domain.client.model import Client
from coachcli.domain.client.overview import Due, Overview, Promised, ToPassOn, Unfinished, Unseen, by_client, waiting
from coachcli.domain.client.own import OWN_WORK
from coachcli.domain.client.standing import Standing, UnfinishedSession
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.voice import is_with_client, owner_words
from coachcli.domain.session.wording import with_said
from coachcli.errors import CoachError
from coachcli.store.client import clients
from coachcli.store.index.standing import standing

_DAYS_AHEAD = 7

_Known = list[tuple[Client, Standing]]
_Still = list[tuple[str, Carried]]


def overview(context: Context) -> tuple[Overview, tuple[CoachError, ...]]:
    """The values of the first screen, as of now, and what was passed over for them."""
    there = clients.known(context.practice)
    everyone = (*there.working, *clients.own_work(context.practice))
    found = [(client, standing(context.practice, client.id)) for client in everyone]
    known = [(client, theirs.standing) for client, theirs in found]
    today = context.clock.now().date()
    passed_over = [*there.passed_over, *(error for _, theirs in found for error in theirs.passed_over)]
    still = list(_open(known))
    screen = Overview(
        unfinished=tuple(_unfinished(known)),
        due=by_client(_due(still, today)),
        promised=tuple(_promised(still)),
        unseen=_unseen(known, today),
        to_pass_on=tuple(_to_pass_on(known)),
        is_new=not passed_over and there.found == there.working and not any(theirs.sessions for _, theirs in known),
    )
    return screen, tuple(passed_over)


def _unfinished(known: _Known) -> Iterator[Unfinished]:
    """The unfinished sessions of all clients, the newest first."""
    pairs = [(session, client) for client, theirs in known for session in theirs.unfinished]
    for session, client in sorted(pairs, key=lambda one: _newest(one[0]), reverse=True):
        yield Unfinished(session.id, client.name, session.framework, session.started)


def _newest(session: UnfinishedSession) -> tuple[float, str]:
    return session.started.timestamp(), session.id


def _open(known: _Known) -> Iterator[tuple[str, Carried]]:
    """What is open, each with whose it is: first the clients' own."""
    for client, theirs in known:
        for one in sorted(theirs.open, key=lambda one: not one.is_clients):
            yield _whose(client, one.thing), one.thing


def _whose(client: Client, thing: Carried) -> str:
    """Whose a thing is: the client's name, or somebody else with what they have to do with the client."""
    if is_with_client(thing):
        return client.name
    owner = owner_words(thing)
    return owner if client == OWN_WORK else f"{owner}, about {client.name}"


def _due(still: _Still, today: date) -> Iterator[Due]:
    for whose, thing in still:
        day = thing.due.on if thing.due else None
        is_due = thing.kind == "action" and not _is_promised(thing)
        if is_due and day is not None and (days := (day - today).days) <= _DAYS_AHEAD:
            yield Due(whose, _told(thing), day, days)


def _told(thing: Carried) -> str:
    """The words of a thing, and what was said beside its day: a row shows no more than that."""
    aside = with_said(thing.due) if thing.due and thing.due.on else ""
    return f"{thing.what} ({aside})" if aside else thing.what


def _promised(still: _Still) -> Iterable[Promised]:
    """What the coach promised: first what has a day, by that day; then the rest, in the order of the promises."""
    promises = [
        Promised(whose, _told(thing), thing.due.on if thing.due else None)
        for whose, thing in still
        if _is_promised(thing)
    ]
    return sorted(promises, key=lambda one: one.day or date.max)


def _to_pass_on(known: _Known) -> Iterator[ToPassOn]:
    """How many things each client may hear from their sponsor; what they are stands on the card before the call."""
    for client, theirs in known:
        if count := sum(1 for one in theirs.open if one.thing.kind == "message"):
            yield ToPassOn(client.name, count)


def _is_promised(thing: Carried) -> bool:
    """Whether the coach owes it to somebody; what they resolved alone is due like anybody's action."""
    return thing.kind == "promise" or (thing.is_promise and thing.room != "alone")


def _unseen(known: _Known, today: date) -> tuple[Unseen, ...]:
    """The clients who were not seen for long; who has waited longest comes first."""
    people = [(client, theirs) for client, theirs in known if client != OWN_WORK]
    waits = [waiting(client.name, theirs, read_cadence(client.cadence), today) for client, theirs in people]
    return tuple(sorted(filter(None, waits), key=attrgetter("days"), reverse=True))
