"""What a client brings from earlier sessions, and from the time between them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coachcli.app.context import Context
from coachcli.domain.framework.model import Framework
from coachcli.domain.history.between import Entry
from coachcli.domain.history.chronology import held_at
from coachcli.domain.history.extract import SessionExtract, extract_of
from coachcli.domain.history.open_items import Followed, carried, followed
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Session, code_of
from coachcli.domain.value import Value, changed, field
from coachcli.errors import CoachError
from coachcli.store.disk.status import is_link, is_there
from coachcli.store.index.extracts import extracts
from coachcli.store.index.heads import heads
from coachcli.store.session.folder import NobodysError
from coachcli.store.session.place import client_of

if TYPE_CHECKING:
    from coachcli.store.session.sessions import Stored


class ClientHistory(Value, frozen=True):
    """The extracts of a client's sessions, oldest first, the entries between them, and what was passed over of both.

    `files` has the file of each session by its id.
    """

    extracts: tuple[SessionExtract, ...] = ()
    entries: tuple[Entry, ...] = ()
    passed_over: tuple[CoachError, ...] = ()
    files: Mapping[str, Path] = field(default_factory=dict)

    def open(self, framework: Framework, session: Session) -> tuple[Carried, ...]:
        """What is open and may come up in a session along a framework."""
        return carried(self.extracts, framework.rooms, self.entries, code_of(session))

    def whole(self, some: Iterable[SessionExtract]) -> tuple[Session, ...]:
        """The sessions of these extracts, each with all that is in it; reads their files."""
        from coachcli.store.session import sessions  # noqa: PLC0415 a call needs the extracts alone

        return tuple(sessions.load(self.files[one.id]).session for one in some)

    def before(self, session: Session) -> "ClientHistory":
        """The history as it was when a session began."""
        earlier = (extract for extract in self.extracts if held_at(extract) < held_at(session))
        entries = tuple(entry for entry in self.entries if entry.at < session.started)
        return changed(self, extracts=tuple(earlier), entries=entries)


def brought(context: Context, client_id: str) -> ClientHistory:
    """All that is known of a client's sessions and of the time between them. What is damaged is passed over."""
    there = extracts(context.practice, client_id)
    by_date = sorted((extract for _, extract in there.found), key=held_at)
    files = {extract.id: path for path, extract in there.found}
    between_calls = list(_between(context, client_id))
    entries = tuple(entry for entry in between_calls if isinstance(entry, Entry))
    errors = tuple(error for error in between_calls if isinstance(error, CoachError))
    passed_over = (*there.passed_over, *errors)
    if not by_date and not passed_over:
        passed_over = tuple(_elsewhere(context, client_id))
    return ClientHistory(tuple(by_date), entries, passed_over, files)


def follower(context: Context, client_id: str) -> Callable[[Session], tuple[Followed, ...]]:
    """A function that tells all there ever was to follow up, a session as it stands included; it reads files once."""

    @cache
    def known() -> ClientHistory:
        return brought(context, client_id)

    def follow(session: Session) -> tuple[Followed, ...]:
        others = (extract for extract in known().extracts if extract.id != session.id)
        return followed((*others, extract_of(session)), known().entries)

    return follow


def _elsewhere(context: Context, client_id: str) -> Iterator[CoachError]:
    """What lies in another folder, and says that it is of this client.

    It matters where they have nothing in their own: their next session would be taken for the first.
    """
    for error in heads(context.practice).passed_over:
        if isinstance(error, NobodysError) and client_id in error.claimed:
            yield error


def carried_into(context: Context, stored: "Stored", framework: Framework) -> tuple[Carried, ...]:
    """What is open when this session begins; nothing is read for a framework that never looks back."""
    if not any(place.question.type == "review" for place in framework.places):
        return ()
    return brought(context, client_of(stored.path)).before(stored.session).open(framework, stored.session)


def _between(context: Context, client_id: str) -> Iterator[Entry | CoachError]:
    path = context.practice.between_file(client_id)
    if not is_there(path) and not is_link(path):
        return
    from coachcli.store.session import between  # noqa: PLC0415 it loads YAML, of which most clients need none here

    try:
        yield from between.load(context.practice, client_id).entries
    except CoachError as error:
        yield error
