"""Deleting a session, which only moves it, and bringing it back."""

from coachcli.app.context import Context
from coachcli.store import files, locks, session_files, trash
from coachcli.store.gists import gists
from coachcli.store.heads import remember
from coachcli.store.session_files import session_name


def delete_session(context: Context, wanted: str) -> str:
    """Move a session into the trash; returns what it is called there."""
    path = session_files.find(context.practice, wanted)
    files.make_folder(context.practice.locks, inside=context.practice.root)
    with locks.held(context.practice.lock_file(path)):
        name = session_name(path)
        trash.delete(context.practice, path)
    # What lists remember of it goes with it.
    remember(context.practice, path.parent.parent.name)
    gists(context.practice, path.parent.parent.name)
    return name


def restore_session(context: Context, wanted: str | None) -> str:
    """Bring a session back; returns what it is called."""
    return session_name(trash.restore(context.practice, wanted))
