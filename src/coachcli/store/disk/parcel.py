"""Several files as one thing to hand over: a folder or a zip, whole or not at all, and never over anything."""

import io
import os
import stat
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from coachcli.errors import CoachError, InUseError, UsageError
from coachcli.store.disk import files, primitives, temp_files
from coachcli.store.disk.background import nothing
from coachcli.store.disk.removal import is_gone, remove_whole
from coachcli.store.disk.status import is_folder

Contents = Mapping[str, bytes]


def write(target: Path, contents: Contents, day: date, before: Callable[[], None] = nothing) -> None:
    """Write a zip where the name ends in .zip, else a folder; `before` is called once nothing is in the way.

    Raises InUseError where something is there already.
    """
    temp_files.sweep(target.parent)
    if not is_gone(target):
        raise InUseError(f"{target} is there already.", "Nothing was overwritten: name another one.")
    if not is_folder(target.parent):
        raise UsageError(f"There is no folder {target.parent}.", "Make it first, or name another.")
    if target.suffix.lower() == ".zip":
        data = zipped(contents, day)
        before()
        files.replace(target, data, expected=None)
    else:
        _write_folder(target, contents, before)


def zipped(contents: Contents, day: date) -> bytes:
    """The files in a zip: all of this day, for their owner alone, and with nothing of this machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(contents):
            info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            info.create_system = 3  # Unix, on whichever system: only there a mode is kept
            info.external_attr = (stat.S_IFREG | 0o600) << 16
            archive.writestr(info, contents[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _write_folder(target: Path, contents: Contents, before: Callable[[], None]) -> None:
    """Write it under a hidden name at first: a process that is killed leaves nothing that looks whole."""
    hidden = target.with_name(f".{target.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    try:
        for name, data in contents.items():
            path = hidden / name
            files.make_folder(path.parent, inside=hidden.parent)
            files.replace(path, data, expected=None)
        before()
        with primitives.in_words(target):
            primitives.refuse_links(target.parent)
            if not is_gone(target):
                raise InUseError(f"{target} is there already.", "Nothing was overwritten: name another one.")
            primitives.rename(hidden, target)
            primitives.flush_folder(target.parent)
    finally:
        with suppress(CoachError):
            remove_whole(hidden)
