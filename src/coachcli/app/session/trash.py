"""The trash: a session that is deleted is moved there, and can come back."""

from collections.abc import Sequence
from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.session.draft_recovery import is_empty
from coachcli.app.session.lock import locked
from coachcli.command_line import command, quoted
from coachcli.domain.client.model import Client
from coachcli.errors import CoachError, UsageError
from coachcli.store.client import clients
from coachcli.store.index.extracts import extracts
from coachcli.store.index.heads import remember
from coachcli.store.session import lookup, sessions, trash
from coachcli.store.session.folder import session_files
from coachcli.store.session.place import client_of, session_name

_TOLD = 5


def delete_session(context: Context, wanted: str | None) -> str:
    """Move a session into the trash; returns what it is called there. A client's name alone names no session."""
    if wanted is None:
        raise UsageError(
            "Which session?", f"Name one: {command('session', 'delete', 'ID')}. The ids: {command('session', 'list')}"
        )
    person = _client_alone(context, wanted)
    if person is not None:
        _refuse(person, session_files(context.practice, person.id).paths)
    path = lookup.find(context.practice, wanted)
    with locked(context, path):
        name = session_name(path)
        trash.delete(context.practice, path)
    _forget(context, path)
    return name


def let_go(context: Context, session_id: str) -> bool:
    """Move a session in which nothing was said into the trash; False where it stays."""
    try:
        path = lookup.find(context.practice, session_id)
        with locked(context, path):
            stored = sessions.load(path)
            if stored.session.status == "ended" or not is_empty(stored):
                return False
            trash.delete(context.practice, path)
    except CoachError:
        return False
    _forget(context, path)
    return True


def _client_alone(context: Context, wanted: str) -> Client | None:
    """The client who is named, where no session is named with them; None where one is."""
    there, words = clients.known(context.practice), wanted.strip()
    is_a_session = "/" in words.rstrip("/") and clients.named(words, there.found) is None
    if is_a_session or words.casefold() == "last":
        return None
    return clients.about(context.practice, words, there)


def _refuse(person: Client, theirs: Sequence[Path]) -> None:
    """Raise where a client alone was named: the coach may mean to delete the client."""
    if not theirs:
        return
    more = len(theirs) - _TOLD
    ids = [
        *(quoted(session_name(path)) for path in theirs[:_TOLD]),
        *([f"{more} more ({command('session', 'list', person.id)})"] if more > 0 else []),
    ]
    raise UsageError(
        f"{person.name} is a client. Which session with them?",
        f"{command('session', 'delete')}, and one of: {', '.join(ids)}",
    )


def _forget(context: Context, path: Path) -> None:
    """Take a session that is gone out of what lists remember."""
    remember(context.practice, client_of(path))
    extracts(context.practice, client_of(path))


def restore_session(context: Context, wanted: str | None) -> str:
    """Bring a session back; returns what it is called."""
    return session_name(trash.restore(context.practice, wanted))
