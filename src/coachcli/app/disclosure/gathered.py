"""What is held about a client, read from their folder and from the trash, with or without what others said."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.disclosure.contents import Held
from coachcli.domain.disclosure.own_voice import between_theirs, engagement_theirs, others_ids, theirs
from coachcli.domain.history.between import Between
from coachcli.domain.history.extract import extract_of
from coachcli.domain.history.goals import goals
from coachcli.domain.room import has_person
from coachcli.domain.session.model import Session
from coachcli.domain.value import changed
from coachcli.errors import CoachError
from coachcli.store.client import engagements
from coachcli.store.disk import files
from coachcli.store.disk.status import is_there
from coachcli.store.erase.others import Others
from coachcli.store.erase.places import EDITED, RESCUED
from coachcli.store.erase.whose import Whose
from coachcli.store.session import between, sessions
from coachcli.store.session.folder import belongs_to_nobody
from coachcli.store.session.rooms_before import rooms_in

_FOR_CLIENT = "-for-client"
_VERSIONS = (".yaml", ".yaml~", ".yaml.bak")
_OF_CLIENT = "client."
_KNOWN = frozenset({"client.yaml", "between.yaml", "sessions", "engagements", "exports"})
GIVEN_OUT = ("all-held-", "held-of-")
"""How the names begin of what was given out before: all that is held, and what one person said."""


class Gathered(NamedTuple):
    """What is held, and what was left out as it could not be read, or as nobody knows whose words are in it."""

    held: Held
    sessions: tuple[tuple[str, Session], ...]
    deleted: tuple[tuple[str, Session], ...]
    made: tuple[Path, ...]
    left_out: tuple[Path, ...]
    unread: tuple[CoachError, ...]


class Read(NamedTuple):
    """All sessions of a client by the names of their files, those that were deleted, and what could not be read."""

    sessions: tuple[tuple[str, Session], ...]
    deleted: tuple[tuple[str, Session], ...]
    unread: tuple[CoachError, ...]

    @property
    def all(self) -> tuple[Session, ...]:
        """Every one of them."""
        return tuple(session for _, session in (*self.sessions, *self.deleted))


def read_all(context: Context, client: Client) -> Read:
    """Read every session, and every version of one, that lies with a client or was deleted."""
    practice, unread = context.practice, list[CoachError]()
    found = tuple(_sessions(practice.sessions(client.id), client, unread))
    return Read(found, tuple(_sessions(practice.trash / client.id, client, unread)), tuple(unread))


def gathered(context: Context, client: Client, *, with_others: bool) -> Gathered:
    """All that is held about a client."""
    known, unread = read_all(context, client), list[CoachError]()
    others = frozenset[str]() if with_others else others_ids(known.all)

    def kept(pairs: tuple[tuple[str, Session], ...]) -> tuple[tuple[str, Session], ...]:
        shown = ((stem, session if with_others else theirs(session, others)) for stem, session in pairs)
        return tuple((stem, session) for stem, session in shown if session is not None)

    here, deleted = kept(known.sessions), kept(known.deleted)
    ids = {session.id for _, session in (*here, *deleted)}
    notes = _between(context, client, unread)
    if notes is not None and not with_others:
        notes = between_theirs(notes, ids)
    agreed = engagements.of_client(context.practice, client.id)
    work = agreed.found if with_others else tuple(engagement_theirs(one, _asks_others(context)) for one in agreed.found)
    entries = notes.entries if notes else ()
    own = sorted(once(here), key=lambda one: one.started.timestamp())
    made = tuple(_made(context, client))
    held = Held(
        client.name,
        tuple(own),
        tuple(session for _, session in deleted),
        notes if notes and notes.entries else None,
        goals([extract_of(session) for session in own], entries),
        work,
        tuple(path.name for path in made),
    )
    unread = [*known.unread, *agreed.passed_over, *unread]
    return Gathered(held, here, deleted, made, tuple(_left_out(context, client, made)), tuple(unread))


def once(pairs: tuple[tuple[str, Session], ...]) -> list[Session]:
    """Each session once, where there are several versions of it: that of the file with its plain name."""
    return list({session.id: session for _, session in sorted(pairs, key=lambda pair: -len(pair[0]))}.values())


def _asks_others(context: Context) -> Callable[[str], bool]:
    rooms = rooms_in(context.practice.frameworks)
    return lambda framework: has_person(rooms(framework, "").framework)


def _sessions(folder: Path, client: Client, unread: list[CoachError]) -> Iterator[tuple[str, Session]]:
    """Each session in a folder, and each version of one, by its file's name; what says it is another's is left out."""
    for entry in files.entries(folder):
        if entry.name.endswith(_VERSIONS) and not entry.name.startswith(_OF_CLIENT) and not entry.is_symlink():
            try:
                session = sessions.read(folder / entry.name).session
                if session.client != client.id:
                    raise belongs_to_nobody([folder / entry.name], [session.client])
                yield entry.name.replace(".yaml", "", 1), session
            except CoachError as error:
                unread.append(error)


def _between(context: Context, client: Client, unread: list[CoachError]) -> Between | None:
    if not is_there(context.practice.between_file(client.id)):
        return None
    try:
        return changed(between.load(context.practice, client.id), client=client.id)
    except CoachError as error:
        unread.append(error)
        return None


def earlier_records(context: Context, client: Client) -> Iterator[Path]:
    """The versions of a client's own file that were thrown away."""
    folder = context.practice.trash / client.id
    for entry in files.entries(folder):
        if entry.name.startswith(_OF_CLIENT) and entry.is_file(follow_symlinks=False):
            yield folder / entry.name


def _made(context: Context, client: Client) -> Iterator[Path]:
    """What was made of sessions for the client; of anything else there nobody knows whose words are in it."""
    folder = context.practice.exports(client.id)
    for entry in files.entries(folder):
        if _FOR_CLIENT in entry.name and entry.is_file(follow_symlinks=False):
            yield folder / entry.name


def _left_out(context: Context, client: Client, made: tuple[Path, ...]) -> Iterator[Path]:
    """Other files of a client's, which the coach has to look at: words of somebody else may be in them."""
    practice, whose = context.practice, Whose(context.practice, client.id)
    for path in (
        practice.engagements(client.id) / entry.name for entry in files.entries(practice.engagements(client.id))
    ):
        if not engagements.is_used(path.name):
            yield path
    for folder in (practice.folder(client.id), practice.exports(client.id), practice.sessions(client.id)):
        for entry in files.entries(folder):
            path = folder / entry.name
            is_known = entry.name in _KNOWN or path in made or entry.name.startswith((".", *GIVEN_OUT))
            if not is_known and not (folder.name == "sessions" and path.suffix in {".yaml", ".md"}):
                yield path
    for place in (RESCUED, EDITED):
        yield from place.find(whose, Others())
