"""What a client brings from earlier sessions, and from the time between them."""

from collections.abc import Iterator
from dataclasses import dataclass

from coachcli.app.context import Context
from coachcli.domain.between import Entry
from coachcli.domain.carried import Carried, carried, held_at
from coachcli.domain.framework import Framework
from coachcli.domain.gist import Gist
from coachcli.domain.session.model import Session
from coachcli.domain.words import FrameworkKind
from coachcli.errors import UnreadableError
from coachcli.store.session import between
from coachcli.store.session.extracts import gists
from coachcli.store.session.sessions import Stored


@dataclass(frozen=True, slots=True)
class Brought:
    """The gists of a client's sessions, oldest first, the entries between them, and what could not be read of both."""

    gists: tuple[Gist, ...] = ()
    entries: tuple[Entry, ...] = ()
    damaged: tuple[UnreadableError, ...] = ()

    def open(self, into: FrameworkKind) -> tuple[Carried, ...]:
        """What is open for a session of this kind."""
        return carried(self.gists, into, self.entries)

    def before(self, session: Session) -> "Brought":
        """What there was when a session began."""
        earlier = (gist for gist in self.gists if held_at(gist) < held_at(session))
        return Brought(tuple(earlier), tuple(entry for entry in self.entries if entry.at < session.started))


def brought(context: Context, client_id: str) -> Brought:
    """All that is known of a client's sessions and of the time between them; damage stops no call."""
    known = gists(context.practice, client_id)
    held = sorted((gist for _, gist in known.found), key=held_at)
    said = list(_between(context, client_id))
    entries = tuple(entry for entry in said if isinstance(entry, Entry))
    damaged = tuple(error for error in said if isinstance(error, UnreadableError))
    return Brought(tuple(held), entries, (*known.damaged, *damaged))


def carried_into(context: Context, stored: Stored, framework: Framework) -> tuple[Carried, ...]:
    """What is open when this session begins; read only where the framework looks back at all."""
    if not any(place.question.type == "review" for place in framework.places):
        return ()
    client_id = stored.path.parent.parent.name
    return brought(context, client_id).before(stored.session).open(framework.kind)


def _between(context: Context, client_id: str) -> Iterator[Entry | UnreadableError]:
    try:
        yield from between.load(context.practice, client_id).entries
    except UnreadableError as error:
        yield error
