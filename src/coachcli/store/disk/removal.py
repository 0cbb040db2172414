"""Removes things for good: whole folders, and no link is ever followed. Whoever only deletes moves to the trash."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from coachcli.errors import CoachError, NotSavedError
from coachcli.store.disk import primitives


def remove_whole(path: Path) -> list[CoachError]:
    """Remove what is at a path, with all that is in it; errors for what could not be removed.

    What lies before a link is removed, and what the link leads to is left.
    """
    if is_gone(path):
        return []
    try:
        with primitives.in_words(path, "removed"):
            primitives.refuse_links(path.parent)
            errors = list(_removed(path))
            primitives.flush_folder(path.parent)
    except CoachError as error:
        return [error]
    return errors


def plain_files(path: Path) -> Iterator[Path]:
    """All that lies at a path or below it and is no folder; links are among them, and are not followed."""
    if not _is_real_folder(path):
        if os.path.lexists(path):
            yield path
        return
    for name in _names_there(path):
        yield from plain_files(path / name)


def is_gone(path: Path) -> bool:
    """Whether nothing at all is at a path; not where nobody may look."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _removed(path: Path) -> Iterator[CoachError]:
    is_folder = _is_real_folder(path)
    try:
        with primitives.in_words(path, "removed"):
            names = _names(path) if is_folder else []
    except NotSavedError as error:
        yield error
        return
    for name in names:
        yield from _removed(path / name)
    try:
        with primitives.in_words(path, "removed"), suppress(FileNotFoundError):
            primitives.take_away(path, folder=is_folder)
    except NotSavedError as error:
        if not _names_there(path):  # what is left inside was told already
            yield error


def _names(folder: Path) -> list[str]:
    with os.scandir(folder) as scan:
        return sorted(entry.name for entry in scan)


def _names_there(folder: Path) -> list[str]:
    with suppress(OSError):
        return _names(folder)
    return []


def _is_real_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False
