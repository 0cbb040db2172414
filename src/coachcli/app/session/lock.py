"""Holding a session, so that nobody else changes it meanwhile."""

from contextlib import AbstractContextManager
from pathlib import Path

from coachcli.app.context import Context
from coachcli.store.disk import files, locks


def locked(context: Context, path: Path) -> AbstractContextManager[None]:
    """Nobody else opens this session meanwhile; raises where it could not be saved, as a link is in its way."""
    files.refuse_links(path)
    files.make_folder(context.practice.locks, inside=context.practice.root)
    return locks.held(context.practice.lock_file(path))
