"""Moving files and folders, never over what is there."""

import itertools
import stat
from contextlib import suppress
from pathlib import Path

from coachcli.errors import NotFoundError
from coachcli.store import disk


def move(path: Path, folder: Path) -> Path:
    """Take `path`, a file or a folder, into `folder`, never over what is there; returns where it is now."""
    return move_to(path, folder / path.name)


def move_to(path: Path, wanted: Path) -> Path:
    """Give `path` the name `wanted`, or the next free one like it (`name-2.yaml`); returns where it is now."""
    with disk.in_words(path, "moved"):
        try:
            is_folder = stat.S_ISDIR(path.lstat().st_mode)
        except FileNotFoundError as error:
            raise NotFoundError(f"There is no {path}.") from error
        target = _reserved_like(wanted, is_folder=is_folder)
        disk.rename_onto_reserved(path, target)
        # In this order: at no moment may the disk have forgotten the old name and not yet know the new one.
        disk.flush_folder(target.parent)
        disk.flush_folder(path.parent)
    return target


def _reserved_like(wanted: Path, *, is_folder: bool) -> Path:
    """The first free name like `wanted`, taken."""
    suffix = "" if is_folder else wanted.suffix
    stem = wanted.name.removesuffix(suffix)
    for number in itertools.count(1):
        target = wanted if number == 1 else wanted.with_name(f"{stem}-{number}{suffix}")
        with suppress(FileExistsError):
            disk.reserve(target, folder=is_folder)
            break
    return target
