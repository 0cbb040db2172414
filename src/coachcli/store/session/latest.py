"""Which session is the last: the one last held or written up on this machine, else the newest by its instant."""

from collections.abc import Sequence
from typing import NamedTuple

from coachcli.command_line import command, for_anybody
from coachcli.domain.client.model import Client
from coachcli.errors import NotFoundError, Saying
from coachcli.store.index.facts import Head
from coachcli.store.index.heads import Heads, heads
from coachcli.store.paths import Practice
from coachcli.store.session import counter
from coachcli.store.session.place import age
from coachcli.store.session.records import DamagedSessionError

_UNREADABLE = 4


class Latest(NamedTuple):
    """The last session as counted here, and as the instants in the files have it."""

    counted: Head
    by_instant: Head

    @property
    def is_plain(self) -> bool:
        """Whether both are the same."""
        return self.counted.path == self.by_instant.path


def latest(practice: Practice, client: Client | None = None) -> Latest:
    """The last session, with one client if one is named; what the coach did alone is none where there is another.

    Raises NotFoundError where there is none.
    """
    known = heads(practice, client.id if client else None)
    held = [head for head in known.found if head.kind != "reflection"] or list(known.found)
    if not held:
        _refuse(known, client)
    by_instant = max(held, key=lambda head: (head.held.timestamp(), age(head.path)))
    _refuse_behind_a_damaged_one(known, by_instant)
    return Latest(_counted(practice, held) or by_instant, by_instant)


def _counted(practice: Practice, held: Sequence[Head]) -> Head | None:
    there = {counter.name_of(head.path): head for head in held}
    return next((there[name] for name in counter.load(practice).held if name in there), None)


def _refuse(known: Heads, client: Client | None) -> None:
    unreadable = next((error for error in known.passed_over if error.exit_code == _UNREADABLE), None)
    if unreadable is not None:
        raise unreadable
    whose, them = (f" with {client.name}", " with them") if client else ("", "")
    said = Saying(f"There is no session{whose} yet.", discreet=f"There is no session{them} yet.")
    told = next(iter(known.passed_over), None)
    begin = for_anybody(f"{command('session', 'start')} begins one.")
    raise NotFoundError(said, f"{told.message} {told.hint}" if told else begin)


def _refuse_behind_a_damaged_one(known: Heads, newest: Head) -> None:
    """One that cannot be read may be the last: an older one is not handed on in its stead."""
    for error in known.passed_over:
        if isinstance(error, DamagedSessionError) and age(error.path) > age(newest.path):
            raise error
