"""The lock of a session: while a process holds it, no other can change the session."""

from contextlib import AbstractContextManager
from pathlib import Path

from coachcli.app.context import Context
from coachcli.store.disk import files, locks


def locked(context: Context, path: Path) -> AbstractContextManager[None]:
    """Hold the session's lock; raises where its file is reached by a link, as nothing could be saved there."""
    files.refuse_links(path)
    files.make_folder(context.practice.locks, inside=context.practice.root)
    return locks.held(context.practice.lock_file(path))
