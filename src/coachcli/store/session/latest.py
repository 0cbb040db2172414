"""Which session is the last: the one last held or written up on this machine, else the newest by its instant."""

from collections.abc import Sequence
from typing import NamedTuple

from coachcli.command_line import command, for_anybody
from coachcli.domain.client.model import Client
from coachcli.domain.room import is_call
from coachcli.errors import NotFoundError, Saying
from coachcli.store.index.facts import Head
from coachcli.store.index.heads import Heads, heads
from coachcli.store.paths import Practice
from coachcli.store.session import counter
from coachcli.store.session.place import age
from coachcli.store.session.records import DamagedSessionError

_UNREADABLE = 4


class Latest(NamedTuple):
    """The last session by the counter of this machine, and by the instants in the files."""

    counted: Head
    by_instant: Head

    @property
    def is_plain(self) -> bool:
        """Whether both are the same."""
        return self.counted.path == self.by_instant.path


def latest(practice: Practice, client: Client | None = None) -> Latest:
    """The last session, of one client if one is named; one without the client counts only where there is no other.

    Raises NotFoundError where there is none.
    """
    listing = heads(practice, client.id if client else None)
    sessions = [head for head in listing.found if is_call(head.room)] or list(listing.found)
    if not sessions:
        _refuse(listing, client)
    by_instant = max(sessions, key=lambda head: (head.held.timestamp(), age(head.path)))
    _refuse_behind_a_damaged_one(listing, by_instant)
    return Latest(_counted(practice, sessions) or by_instant, by_instant)


def _counted(practice: Practice, sessions: Sequence[Head]) -> Head | None:
    there = {counter.name_of(head.path): head for head in sessions}
    return next((there[name] for name in counter.load(practice).held if name in there), None)


def _refuse(listing: Heads, client: Client | None) -> None:
    unreadable = next((error for error in listing.passed_over if error.exit_code == _UNREADABLE), None)
    if unreadable is not None:
        raise unreadable
    whose, them = (f" with {client.name}", " with them") if client else ("", "")
    message = Saying(f"There is no session{whose} yet.", discreet=f"There is no session{them} yet.")
    error = next(iter(listing.passed_over), None)
    begin = for_anybody(f"{command('session', 'start')} begins one.")
    raise NotFoundError(message, f"{error.message} {error.hint}" if error else begin)


def _refuse_behind_a_damaged_one(listing: Heads, newest: Head) -> None:
    """Raise the error of a session that cannot be read where it may be the last: an older one must not stand for it."""
    for error in listing.passed_over:
        if isinstance(error, DamagedSessionError) and age(error.path) > age(newest.path):
            raise error
