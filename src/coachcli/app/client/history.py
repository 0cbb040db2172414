"""What a client brings from earlier sessions, and from the time between them."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from coachcli.app.context import Context
from coachcli.domain.client.between import Entry
from coachcli.domain.client.chronology import held_at
from coachcli.domain.client.extract import SessionExtract, gist_of
from coachcli.domain.client.open_items import Followed, carried, followed
from coachcli.domain.framework.model import Framework
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Session
from coachcli.domain.terms import FrameworkKind
from coachcli.domain.value import Value, changed, field
from coachcli.errors import CoachError
from coachcli.store.index.extracts import gists
from coachcli.store.index.heads import heads
from coachcli.store.session import between
from coachcli.store.session.folder import NobodysError
from coachcli.store.session.place import client_of
from coachcli.store.session.sessions import Stored


class ClientHistory(Value, frozen=True):
    """The gists of a client's sessions, oldest first, the entries between them, and what was passed over of both.

    `files` has the file of each session by its id.
    """

    gists: tuple[SessionExtract, ...] = ()
    entries: tuple[Entry, ...] = ()
    passed_over: tuple[CoachError, ...] = ()
    files: Mapping[str, Path] = field(default_factory=dict)

    def open(self, into: FrameworkKind) -> tuple[Carried, ...]:
        """What is open for a session of this kind."""
        return carried(self.gists, into, self.entries)

    def before(self, session: Session) -> "ClientHistory":
        """What there was when a session began."""
        earlier = (gist for gist in self.gists if held_at(gist) < held_at(session))
        entries = tuple(entry for entry in self.entries if entry.at < session.started)
        return changed(self, gists=tuple(earlier), entries=entries)


def brought(context: Context, client_id: str) -> ClientHistory:
    """All that is known of a client's sessions and of the time between them; damage stops no call."""
    known = gists(context.practice, client_id)
    held = sorted((gist for _, gist in known.found), key=held_at)
    files = {gist.id: path for path, gist in known.found}
    said = list(_between(context, client_id))
    entries = tuple(entry for entry in said if isinstance(entry, Entry))
    wrong = tuple(error for error in said if isinstance(error, CoachError))
    passed_over = (*known.passed_over, *wrong)
    if not held and not passed_over:
        passed_over = tuple(_elsewhere(context, client_id))
    return ClientHistory(tuple(held), entries, passed_over, files)


def follower(context: Context, client_id: str) -> Callable[[Session], tuple[Followed, ...]]:
    """What tells of everything there ever was to follow up, and of a session as it stands; files are read once."""

    @cache
    def known() -> ClientHistory:
        return brought(context, client_id)

    def follow(session: Session) -> tuple[Followed, ...]:
        others = (gist for gist in known().gists if gist.id != session.id)
        return followed((*others, gist_of(session)), known().entries)

    return follow


def _elsewhere(context: Context, client_id: str) -> Iterator[CoachError]:
    """What lies with somebody else and says it is of this client: else theirs would be called a first session."""
    for error in heads(context.practice).passed_over:
        if isinstance(error, NobodysError) and client_id in error.claimed:
            yield error


def carried_into(context: Context, stored: Stored, framework: Framework) -> tuple[Carried, ...]:
    """What is open when this session begins; read only where the framework looks back at all."""
    if not any(place.question.type == "review" for place in framework.places):
        return ()
    return brought(context, client_of(stored.path)).before(stored.session).open(framework.kind)


def _between(context: Context, client_id: str) -> Iterator[Entry | CoachError]:
    try:
        yield from between.load(context.practice, client_id).entries
    except CoachError as error:
        yield error
