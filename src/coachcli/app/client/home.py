"""What `coach` shows when it is typed alone: what is unfinished, due, agreed or promised, and who is long unseen."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter

from coachcli.app.context import Context
from coachcli.app.framework.catalogue import titles
from coachcli.domain.client.cadence import read_cadence
from coachcli.domain.client.model import Client
from coachcli.domain.client.outlook_words import figures, open_stops
from coachcli.domain.client.overview import (
    Agreed,
    Due,
    Overview,
    Promised,
    ToPassOn,
    UnderWay,
    Unfinished,
    Unseen,
    by_client,
    waiting,
)
from coachcli.domain.client.own import OWN_WORK
from coachcli.domain.client.standing import Standing, UnfinishedSession, as_awaited
from coachcli.domain.engagement.outlook import agreed_rhythm, outlooks, spoken_of
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.voice import is_with_client, owner_words
from coachcli.domain.session.wording import with_said
from coachcli.errors import CoachError
from coachcli.store.client import clients, engagements
from coachcli.store.client.engagements import Engagements
from coachcli.store.index.standing import standing

_DAYS_AHEAD = 7

_Known = list[tuple[Client, Standing]]
_Work = Mapping[str, Engagements]
_Still = list[tuple[str, Carried]]


def overview(context: Context) -> tuple[Overview, tuple[CoachError, ...]]:
    """The values of the first screen, as of now, and what was passed over for them."""
    there = clients.known(context.practice)
    everyone = (*there.working, *clients.own_work(context.practice))
    found = [(client, standing(context.practice, client.id)) for client in everyone]
    today = context.clock.now().date()
    work = engagements.of_clients(context.practice, [client.id for client, _ in found])
    known = [(client, as_awaited(theirs.standing, work[client.id].found, today)) for client, theirs in found]
    passed_over = [
        *there.passed_over,
        *(error for client, theirs in found for error in (*theirs.passed_over, *work[client.id].passed_over)),
    ]
    still = list(_open(known))
    screen = Overview(
        unfinished=tuple(_unfinished(known)),
        due=by_client(_due(still, today)),
        promised=tuple(_promised(still)),
        unseen=_unseen(known, work, today),
        to_pass_on=tuple(_to_pass_on(known)),
        agreed=tuple(_agreed(known, today)),
        under_way=tuple(_under_way(context, known, work, today)),
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


def _agreed(known: _Known, today: date) -> list[Agreed]:
    """The days agreed that are near or just over, the earliest first."""
    near = [
        Agreed(client.name, one.name, day, (day - today).days, one.agreed)
        for client, theirs in known
        for one in theirs.dates
        if (day := one.when.on) is not None and (day - today).days <= _DAYS_AHEAD
    ]
    return sorted(near, key=lambda one: (one.day, one.client))


def _under_way(context: Context, known: _Known, work: _Work, today: date) -> Iterator[UnderWay]:
    """Each engagement under way; first those with something late or due."""
    theirs = [(client.name, one) for client, now in known for one in outlooks(work[client.id].found, now.held, today)]
    named = titles(context, spoken_of(one for _, one in theirs))
    for name, one in sorted(theirs, key=lambda pair: not pair[1].open):
        yield UnderWay(name, figures(one, named), open_stops(one, named, today))


def _unseen(known: _Known, work: _Work, today: date) -> tuple[Unseen, ...]:
    """The clients who were not seen for long; who has waited longest comes first."""
    waits = [
        waiting(client.name, theirs, read_cadence(agreed_rhythm(work[client.id].found, today) or client.cadence), today)
        for client, theirs in known
        if client != OWN_WORK
    ]
    return tuple(sorted(filter(None, waits), key=attrgetter("days"), reverse=True))
