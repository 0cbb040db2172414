"""What there is of a client, place by place; and apart from it, where their name stands in what is not theirs."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.client.own import OWN_WORK
from coachcli.domain.disclosure.name_search import sought
from coachcli.domain.text import folded
from coachcli.errors import CoachError, UsageError
from coachcli.store.client import clients
from coachcli.store.disk import reader
from coachcli.store.disk.removal import is_gone, plain_files
from coachcli.store.disk.status import is_link
from coachcli.store.erase import hold
from coachcli.store.erase.others import Mention, Others, others
from coachcli.store.erase.places import LOCKS, PLACES, Place
from coachcli.store.erase.whose import Whose
from coachcli.store.hours import nameless_rows
from coachcli.store.index.heads import heads
from coachcli.store.paths import Practice
from coachcli.store.session.folder import NobodysError


class Found(NamedTuple):
    """Something of a client's: where it is, how many files that are, and what it is where the path does not tell.

    With `stays` the file is there afterwards, without the client.
    """

    path: Path
    files: int
    told: str = ""
    stays: bool = False


class Survey(NamedTuple):
    """All that there is of a client, where others' files have the name, and what could not be looked through.

    `alone` is how many of the sessions are the coach's own work about them; `is_begun`: an erasing broke off before.
    """

    client: Client
    found: tuple[Found, ...]
    others: Others
    unread: tuple[CoachError, ...] = ()
    alone: int = 0
    is_begun: bool = False

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Where the name stands in what is not theirs."""
        return self.others.mentions


def survey(context: Context, name: str) -> Survey:
    """All there is of the client of this name; raises where it lies elsewhere, or is somebody else's."""
    practice = context.practice
    there, begun = clients.known(practice), hold.begun(practice)
    everyone = {one.id: one for one in (*_deleted(practice), *begun, *there.found)}
    client = clients.existing(name, everyone.values(), there.passed_over)
    _refuse_elsewhere(practice, client)
    alone = _sessions_alone(practice, client)
    return of_client(practice, client)._replace(alone=alone, is_begun=client.id in {one.id for one in begun})


def _deleted(practice: Practice) -> Iterator[Client]:
    """Those of whom something was deleted, by their ids: their folder may have been removed by hand."""
    with suppress(CoachError):
        for entry in reader.entries(practice.trash):
            if entry.is_dir(follow_symlinks=False) and entry.name != OWN_WORK.id:
                yield Client(entry.name, entry.name)


def of_client(practice: Practice, client: Client) -> Survey:
    """All there is of a client now."""
    whose = Whose(practice, client.id, client.name)
    known = look_through(whose, client)
    looks: list[Callable[[], Iterable[Found]]] = [partial(_own, folder) for folder in whose.folders]
    looks += [partial(_elsewhere, place, whose, known) for place in (*PLACES, LOCKS)]
    found, unread = list[Found](), list(known.unread)
    for look in looks:
        try:
            found += look()
        except CoachError as error:
            unread.append(error)
    return Survey(client, tuple(found), _without(practice, client, known, found), tuple(unread))


def look_through(whose: Whose, client: Client) -> Others:
    """All that is not this client's."""
    return others(whose.practice, whose.folders, sought(client.name), client.id)


def _own(folder: Path) -> Iterator[Found]:
    """What lies in a folder of their own, a row for each file or folder there."""
    inside = [] if is_link(folder) else [folder / entry.name for entry in reader.entries(folder)]
    for path in inside or ([] if is_gone(folder) else [folder]):
        yield Found(path, sum(1 for _ in plain_files(path)))


def _elsewhere(place: Place, whose: Whose, known: Others) -> Iterator[Found]:
    for path in place.find(whose, known):
        yield Found(path, sum(1 for _ in plain_files(path)), place.told, place.stays)


def _without(practice: Practice, client: Client, known: Others, found: Iterable[Found]) -> Others:
    """What is not theirs, without files of theirs that lie among others', and names that are another client's own."""
    theirs, name = {one.path for one in found if not one.stays}, folded(client.name)
    names = {one.id: folded(one.name) for one in clients.clients(practice) if folded(one.name) != name}
    apart = (one for one in known.mentions if theirs.isdisjoint((one.path, *one.path.parents)))
    kept = (_beside_their_rows(practice, one, client.name) for one in apart)
    told = (_of_nobody_else(one, names.get(client_beside(practice, one.path), "")) for one in kept if one)
    return known._replace(mentions=tuple(one for one in told if one is not None))


def client_beside(practice: Practice, path: Path) -> str:
    """The id of the client with whom a file lies, or of whom it was deleted; empty where it lies with none."""
    for folder in (practice.clients, practice.trash):
        if path.is_relative_to(folder):
            return path.relative_to(folder).parts[0]
    return ""


def _beside_their_rows(practice: Practice, mention: Mention, name: str) -> Mention | None:
    """A mention without their own rows of hours, which become numbers; None where nothing else is in it."""
    if mention.path != practice.earlier_hours:
        return mention
    with suppress(CoachError):  # said where it is looked for their rows
        rows = nameless_rows.lines_of(practice, name)
        places = tuple(place for place in mention.places if place.line not in rows)
        return mention._replace(places=places) if places else None
    return mention


def _of_nobody_else(mention: Mention, owner: str) -> Mention | None:
    """A mention without what is the name of the client with whom it lies; None where nothing else is in it."""
    words = owner.replace("-", " ").split()
    places = tuple(place for place in mention.places if folded(place.told) not in words)
    return mention._replace(places=places) if places or not mention.places else None


def _refuse_elsewhere(practice: Practice, client: Client) -> None:
    """Raise where their folder is a link: what it leads to is in no practice of ours."""
    folder = practice.clients / client.id
    if is_link(folder):
        target = os.path.realpath(folder)
        raise UsageError(
            f"The folder of {client.name} is a link: their notes lie elsewhere, in {target}.",
            "Nothing was erased. Delete that folder yourself, then take the link away.",
        )


def _sessions_alone(practice: Practice, client: Client) -> int:
    """How many sessions are the coach's own work; raises where one with them may be another client's."""
    listing = heads(practice, client.id)
    everyone = {one.id for one in clients.clients(practice)} - {client.id}
    for error in listing.passed_over:
        if isinstance(error, NobodysError) and error.claimed & everyone:
            raise error
    return sum(head.room == "alone" for head in listing.found)
