"""A backup put back: looked through whole before anything is written, laid out aside, and then one rename."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from coachcli.errors import InUseError, NotSavedError
from coachcli.patterns import pattern
from coachcli.store.backup.age import Opener
from coachcli.store.backup.backup_file import reading
from coachcli.store.backup.members import Member
from coachcli.store.disk import files, primitives, reader
from coachcli.store.disk.reader import size_in_words
from coachcli.store.disk.status import is_folder, is_link, is_there
from coachcli.store.disk.temp_files import is_running
from coachcli.store.index.census import watch

_BLOCK = 4096
_ASIDE = pattern(r"\..*\.(?P<pid>\d{1,10})\.[0-9a-f]{8}\.tmp")
_SECOND = 10**9


def refuse_what_is_there(target: Path) -> None:
    """Raise InUseError unless a practice can be put there: nothing is there, or an empty folder."""
    if is_link(target) or (is_there(target) and not is_folder(target)):
        raise InUseError(f"{target} is no folder.", "Nothing was restored. Name a folder that is empty, or not there.")
    if is_folder(target) and reader.entries(target):
        raise InUseError(
            f"{target} is not empty: there is something in it already.",
            "Nothing was restored. Name a folder that is empty, or not there yet:  --into FOLDER",
        )


def restore(backup: Path, target: Path, opener: Opener) -> int:
    """Put everything in a backup into the folder `target`; returns how many files these are.

    Where anything is wrong nothing is left behind.
    """
    refuse_what_is_there(target)
    _refuse_too_much(target, _looked_through(backup, target, opener))
    with _made_above(target), _aside(target) as aside, primitives.in_words(target, "restored"):
        with reading(backup, opener) as members:
            count = sum(_laid_out(aside, member) for member in members)
        for folder in (Path(above) for above, _, _ in os.walk(aside, topdown=False)):
            primitives.flush_folder(folder)
        refuse_what_is_there(target)
        if is_folder(target):
            target.rmdir()
        primitives.rename(aside, target)
        primitives.flush_folder(target.parent)
    return count


def _looked_through(backup: Path, target: Path, opener: Opener) -> int:
    """The room that everything in a backup takes; raises at the first thing that must not be restored."""
    room = 0
    with reading(backup, opener) as members:
        for member in members:
            room += _BLOCK + member.size
            _refuse_too_much(target, room)
            for _ in member.pieces:
                pass
            watch.get()()
    return room


def _refuse_too_much(target: Path, room: int) -> None:
    there = next(folder for folder in (target, *target.parents) if is_folder(folder))
    free = shutil.disk_usage(there).free
    if room > free:
        raise NotSavedError(
            f"It was not restored: it takes more than the {size_in_words(free)} that are free there.",
            "Nothing was written. Make some room, or name a folder on another disk.",
        )


def _laid_out(aside: Path, member: Member) -> int:
    """Write one member; returns whether it is a file."""
    path = aside / member.name
    folder = path if member.is_folder else path.parent
    files.make_folder(folder, inside=aside)
    if member.is_folder:
        return 0
    with primitives.new_file(path, member.modified * _SECOND or None) as put:
        for piece in member.pieces:
            put(piece)
    watch.get()()
    return 1


@contextmanager
def _made_above(target: Path) -> Iterator[None]:
    """Make the folders above `target` that are missing; they go again where anything fails."""
    made: list[Path] = []
    try:
        with primitives.in_words(target, "restored"):
            for folder in reversed([folder for folder in target.parents if not is_there(folder)]):
                with suppress(FileExistsError):
                    folder.mkdir(mode=0o700)
                    made.append(folder)
                    primitives.flush_folder(folder.parent)
        yield
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def _aside(target: Path) -> Iterator[Path]:
    """A folder beside `target`, for the coach alone, which is gone afterwards unless it got another name."""
    _sweep(target)
    aside = files.temp_beside(target)
    with primitives.in_words(target, "restored"):
        primitives.refuse_links(target.parent)
        aside.mkdir(mode=0o700)
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _sweep(target: Path) -> None:
    """Remove what a restore to the same place left that was killed: words in plain text."""
    with suppress(OSError):
        for path in target.parent.iterdir():
            match = _ASIDE.fullmatch(path.name)
            is_ours = match is not None and path.name.startswith(f".{target.name[:40]}.") and not is_link(path)
            if match is not None and is_ours and is_folder(path) and not is_running(int(match["pid"])):
                shutil.rmtree(path, ignore_errors=True)
