"""The lowest layer: bytes on the disk, whole or not at all, for the coach's eyes only."""

import errno
import hashlib
import itertools
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from coachcli.errors import InUseError, NotFoundError, NotSavedError
from coachcli.store.disk import primitives, reader
from coachcli.store.disk.reader import LARGEST, entries, read_bytes, read_ends
from coachcli.store.disk.status import is_folder

__all__ = ["LARGEST", "entries", "read_bytes", "read_ends"]

_NO_PLAIN_FILE = frozenset({errno.ELOOP, errno.EISDIR, errno.EFBIG, errno.ENXIO})
_NO_LINKS = frozenset(
    {errno.EPERM, errno.EACCES, errno.EINVAL, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP},
)

# The digests of files that this process put in place, but that the disk did not confirm. Whoever saves again still has
# the digest from before, and must not be told that a stranger changed the file.
_unconfirmed: dict[Path, set[str]] = {}


class ChangedElsewhereError(InUseError):
    """The file is not as it was last read or written here, and was left alone."""

    in_general = "Another program changed a file meanwhile; nothing was overwritten."


def digest(data: bytes) -> str:
    """The digest that tells two versions of a file apart."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str | None:
    """The digest of the file at `path`, None where there is none; raises as `read_bytes` does."""
    try:
        return digest(read_bytes(path))
    except NotFoundError:
        return None


def make_folder(path: Path, *, inside: Path) -> None:
    """Make the folder `path` and those missing above it, for the coach alone; below `inside` none may be a link."""
    below = _below(path, inside)
    for folder in (*reversed(inside.parents), inside):
        if not is_folder(folder):
            with primitives.in_words(folder, "made"):
                folder.mkdir(mode=0o700, exist_ok=True)
                primitives.flush_folder(folder.parent)
    with primitives.in_words(path, "made"):
        # A folder with something in it is on the disk, and so are those around it: they were flushed before that.
        is_new = not _holds_something(path)
        step = inside
        for part in below:
            step /= part
            step.mkdir(mode=0o700, exist_ok=True)
            primitives.refuse_links(step)
            if is_new:  # or empty: the process that made it may have been killed before this
                primitives.flush_folder(step.parent)


def _below(path: Path, inside: Path) -> tuple[str, ...]:
    """The steps from `inside` down to `path`, which may not lead out again."""
    if path.is_relative_to(inside):
        parts = path.relative_to(inside).parts
        if ".." not in parts:
            return parts
    raise NotSavedError(f"{path} was not made: it is outside {inside}.", "Nothing was changed.")


def _holds_something(folder: Path) -> bool:
    """Whether a folder is there and has something in it."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is not None
    except (FileNotFoundError, NotADirectoryError):
        return False


def refuse_links(path: Path) -> None:
    """Raise NotSavedError where a link is on the way to `path`: nothing is written through one."""
    with primitives.in_words(path):
        primitives.refuse_links(path.parent)


def replace(
    path: Path,
    data: bytes,
    *,
    expected: str | None,
    like: os.stat_result | None = None,
    ready: Callable[[], None] | None = None,
) -> str:
    """Put all of `data` at `path` and flush it, if the file there still has the digest `expected`; returns the new one.

    With `expected=None` no file may be there. A file that was removed meanwhile is written anew.
    The new file is for the coach alone, or has the mode and the owner of `like`. `ready` is called once all of the data
    is on the disk, and before it gets its name.
    """
    new = digest(data)
    with primitives.in_words(path), _temporary(path, data, flushed=True, like=like) as temp:
        unconfirmed = _unconfirmed.setdefault(path, set())
        present = _digest_there(path)
        if present is not None and present != expected and present not in unconfirmed:
            raise _changed(path, expected)
        if ready is not None:
            ready()
        unconfirmed.add(new)
        if present is None:
            _link(temp, path, expected)
        else:
            primitives.rename(temp, path)
        primitives.flush_folder(path.parent)
    _unconfirmed.pop(path, None)
    return new


def put(path: Path, data: bytes) -> None:
    """Put all of `data` at `path`, over any file there. Only once `settle` flushed it does it survive a power cut."""
    with primitives.in_words(path), _temporary(path, data, flushed=False) as temp:
        primitives.rename(temp, path)


def settle(path: Path, target: Path) -> None:
    """Flush the file that `put` left at `path`, then let it take the place of `target`."""
    with primitives.in_words(target):
        primitives.refuse_links(target.parent)
        fd = os.open(path, os.O_RDWR | primitives.NO_FOLLOW | primitives.BINARY)
        try:
            primitives.flush(fd)
        finally:
            os.close(fd)
        primitives.rename(path, target)
        primitives.flush_folder(target.parent)


def put_new(temp: Path, target: Path) -> None:
    """Give a file that is on the disk the free name `target` beside it; it is never put over another one."""
    with primitives.in_words(target):
        primitives.refuse_links(target.parent)
        _link(temp, target, expected=None)
        temp.unlink(missing_ok=True)
        primitives.flush_folder(target.parent)


def temp_beside(path: Path) -> Path:
    """A name for what is to become `path`: it tells which process is writing it."""
    return path.with_name(f".{path.name[:40]}.{os.getpid()}.{os.urandom(4).hex()}.tmp")


def _digest_there(path: Path) -> str | None:
    """The digest of the file at `path` now, None where there is none."""
    try:
        return digest(reader.read(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno in _NO_PLAIN_FILE:
            return "no file of ours"
        raise


def _changed(path: Path, expected: str | None) -> ChangedElsewhereError:
    """The error where another file is at `path` than was expected."""
    if expected is None:
        return ChangedElsewhereError(f"{path} is there already.", "Nothing was overwritten.")
    return ChangedElsewhereError(f"{path} was changed by another program meanwhile.", "Nothing was overwritten.")


@contextmanager
def _temporary(path: Path, data: bytes, *, flushed: bool, like: os.stat_result | None = None) -> Iterator[Path]:
    """A new file beside `path` that holds `data`; it is removed afterwards, unless it got another name."""
    if len(data) > LARGEST:
        raise OSError(errno.EFBIG, "too large", str(path))
    primitives.refuse_links(path.parent)
    temp = temp_beside(path)
    try:
        fd = os.open(temp, primitives.CREATE, 0o600)
        try:
            if like is not None:
                primitives.make_like(fd, like)
            primitives.write(fd, data)
            if flushed:
                primitives.flush(fd)
        finally:
            os.close(fd)
        yield temp
    finally:
        with suppress(OSError):
            temp.unlink(missing_ok=True)


def _link(temp: Path, path: Path, expected: str | None) -> None:
    """Give `temp` the name `path`, which must be free: unlike a rename, a link never overwrites."""
    try:
        path.hardlink_to(temp)
    except FileExistsError as error:
        raise _changed(path, expected) from error
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _rename_to_free(temp, path, expected)


def _rename_to_free(temp: Path, path: Path, expected: str | None) -> None:
    """Give `temp` the free name `path` where the file system has no links: on a memory stick, some network disks."""
    try:
        primitives.reserve(path)
    except FileExistsError as error:
        raise _changed(path, expected) from error
    primitives.rename_onto_reserved(temp, path)


def remove(path: Path) -> None:
    """Remove the file `path`, if it is there."""
    with primitives.in_words(path, "removed"):
        primitives.refuse_links(path.parent)
        path.unlink(missing_ok=True)


def remove_folder(path: Path) -> None:
    """Remove the folder `path` with the files in it; one that holds a folder stays."""
    for entry in entries(path):
        remove(path / entry.name)
    with primitives.in_words(path, "removed"):
        path.rmdir()


def move(path: Path, folder: Path) -> Path:
    """Move a file or a folder into `folder`, never over another; returns its new path."""
    return move_to(path, folder / path.name)


def move_to(path: Path, wanted: Path) -> Path:
    """Give `path` the name `wanted`, or the next free one like it (`name-2.yaml`); returns its new path."""
    with primitives.in_words(path, "moved"):
        primitives.refuse_links(path.parent)
        try:
            is_folder = stat.S_ISDIR(path.lstat().st_mode)
        except FileNotFoundError as error:
            raise NotFoundError(f"There is no {path}.") from error
        target = _reserved_like(wanted, is_folder=is_folder)
        primitives.rename_onto_reserved(path, target)
        # The new name is flushed first: the disk must never have forgotten the old name and not yet know the new one.
        primitives.flush_folder(target.parent)
        primitives.flush_folder(path.parent)
    return target


def _reserved_like(wanted: Path, *, is_folder: bool) -> Path:
    """Take the first free name like `wanted`, and return it."""
    suffix = "" if is_folder else wanted.suffix
    stem = wanted.name.removesuffix(suffix)
    for number in itertools.count(1):
        target = wanted if number == 1 else wanted.with_name(f"{stem}-{number}{suffix}")
        with suppress(FileExistsError):
            primitives.reserve(target, folder=is_folder)
            break
    return target
