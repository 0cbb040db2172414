"""The lowest layer: bytes on the disk, whole or not at all, for the coach's eyes only."""

import errno
import hashlib
import itertools
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from coachcli.errors import CoachError, InUseError, NotFoundError, NotSavedError, UnreadableError

LARGEST = 32 << 20
"""No file of a practice is larger: what is read and what is written are held to the same size."""

_BINARY = getattr(os, "O_BINARY", 0)
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
# A pipe that someone left in the practice must not keep us waiting for its other end.
_READ = os.O_RDONLY | _NO_FOLLOW | _BINARY | getattr(os, "O_NONBLOCK", 0)
_CREATE = os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY

_LEFTOVER = re.compile(r"\..*\.(\d{1,10})\.[0-9a-f]{8}\.tmp", re.DOTALL)
_LONG_AGO = 3600.0
_RETRY_FOR = 2.5
_RETRY_EVERY = 0.05

# Windows: denied, sharing violation, lock violation. A virus scanner or a sync engine has it open for a moment.
_BUSY = frozenset({5, 32, 33})
_NO_PLAIN_FILE = frozenset({errno.ELOOP, errno.EISDIR, errno.EFBIG, errno.ENXIO})
_NO_LINKS = frozenset(
    {errno.EPERM, errno.EACCES, errno.EINVAL, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP},
)
# Some file systems cannot flush a folder, and of a folder above the practice we may have no right to try.
_CANNOT_FLUSH = frozenset(
    {errno.EINVAL, errno.ENOTTY, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EACCES, errno.EPERM},
)

_WHY = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "it would be too large",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "there is no permission",
    errno.EPERM: "there is no permission",
    errno.EIO: "the disk is failing",
    errno.ENOENT: "its folder is gone",
    errno.ENOTDIR: "its folder is gone",
    errno.EEXIST: "something else has that name",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "it is a link to somewhere else",
    errno.EXDEV: "it would have to go to another disk",
}
_INTACT = "What was saved before is intact."
_WHAT_TO_DO = {
    errno.ENOSPC: f"Free some space, then try again. {_INTACT}",
    errno.EDQUOT: f"Free some space, then try again. {_INTACT}",
    errno.EIO: f"Copy your practice to another disk soon. {_INTACT}",
    errno.EACCES: f"Give yourself the right to write there, then try again. {_INTACT}",
    errno.EPERM: f"Give yourself the right to write there, then try again. {_INTACT}",
    errno.EROFS: f"Make it writable, or keep your practice elsewhere. {_INTACT}",
}
_WHY_NOT_READ = {
    errno.EACCES: "there is no permission",
    errno.EPERM: "there is no permission",
    errno.EIO: "the disk is failing",
    errno.ELOOP: "it is a link to somewhere else",
    errno.EISDIR: "it is not a plain file",
    errno.ENXIO: "it is not a plain file",
    errno.EFBIG: f"it is larger than {LARGEST >> 20} MB",
}
_MISSING = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG})

# What this process put in place without the disk confirming it. Who saves again still holds the digest from before
# that, and must not be told that a stranger changed the file.
_unconfirmed: dict[Path, set[str]] = {}


class ChangedElsewhereError(InUseError):
    """The file is not what was last read or written here; what is there now was left alone."""


@contextmanager
def in_words(path: Path, done: str = "saved") -> Iterator[None]:
    """What the system refuses, as one plain sentence about `path`."""
    try:
        yield
    except OSError as error:
        number = error.errno or 0
        why = _WHY.get(number, f"the system says “{error.strerror or type(error).__name__}”")
        raise NotSavedError(f"{path} was not {done}: {why}.", _WHAT_TO_DO.get(number, _INTACT)) from error


def digest(data: bytes) -> str:
    """By what two versions of a file are told apart."""
    return hashlib.sha256(data).hexdigest()


# Reading


def read_bytes(path: Path) -> bytes:
    """All of the plain file `path`; a link is never followed."""
    try:
        return _read(path)
    except (OSError, ValueError) as error:
        raise _unread(path, error) from error


def _read(path: Path) -> bytes:
    """All of `path`, or an OSError whose number says what it is instead."""
    if path.is_symlink():
        raise OSError(errno.ELOOP, "a link", str(path))
    fd = os.open(path, _READ)
    try:
        status = os.fstat(fd)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EISDIR, "not a plain file", str(path))
        if status.st_size > LARGEST:
            raise OSError(errno.EFBIG, "too large", str(path))
        with os.fdopen(fd, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(fd)


def _unread(path: Path, error: OSError | ValueError) -> CoachError:
    """Why `path` cannot be read, as one of our errors."""
    if not isinstance(error, OSError) or error.errno in _MISSING:
        return NotFoundError(f"There is no file {path}.")
    why = _WHY_NOT_READ.get(error.errno or 0, f"the system says “{error.strerror or type(error).__name__}”")
    return UnreadableError(f"{path} cannot be read: {why}.", "It is left as it is.")


# Folders


def make_folder(path: Path, *, inside: Path) -> None:
    """Make `path` and what is missing above it, for the coach alone; below `inside` every step is a real folder."""
    below = _below(path, inside)
    with in_words(path, "made"):
        for folder in (*reversed(inside.parents), inside):
            if not folder.is_dir():
                _make(folder)
        step = inside
        for part in below:
            step /= part
            _make(step)
            if step.is_symlink():
                raise OSError(errno.ELOOP, "a link", str(step))


def _below(path: Path, inside: Path) -> tuple[str, ...]:
    """The steps from `inside` down to `path`, which may not lead out again."""
    if path.is_relative_to(inside):
        parts = path.relative_to(inside).parts
        if ".." not in parts:
            return parts
    raise NotSavedError(f"{path} was not made: it is outside {inside}.", "Nothing was changed.")


def _make(folder: Path) -> None:
    """Make one folder, or find it there."""
    folder.mkdir(mode=0o700, exist_ok=True)
    # Also when it was there: whoever made it may have been killed before this.
    _flush_folder(folder.parent)


# Writing


def replace(path: Path, data: bytes, *, expected: str | None) -> str:
    """Put `data` at `path`, whole and flushed, if there is still what was last read or written: its digest.

    With `expected=None` nothing may be there. A file that went away meanwhile is written anew. Returns the new digest.
    """
    new = digest(data)
    with in_words(path), _temporary(path, data, flushed=True) as temp:
        unconfirmed = _unconfirmed.setdefault(path, set())
        there = _digest_there(path)
        if there is not None and there != expected and there not in unconfirmed:
            raise _changed(path, expected)
        unconfirmed.add(new)
        if there is None:
            _link(temp, path, expected)
        else:
            _rename(temp, path)
        _flush_folder(path.parent)
    _unconfirmed.pop(path, None)
    return new


def put(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole, unseen what was there and not flushed: only `settle` makes it last."""
    with in_words(path), _temporary(path, data, flushed=False) as temp:
        _rename(temp, path)


def settle(path: Path, target: Path) -> None:
    """Flush what `put` left at `path`, then let it take the place of `target`."""
    with in_words(target):
        fd = os.open(path, os.O_RDWR | _NO_FOLLOW | _BINARY)
        try:
            _flush(fd)
        finally:
            os.close(fd)
        _rename(path, target)
        _flush_folder(target.parent)


def _digest_there(path: Path) -> str | None:
    """The digest of what is at `path` now, None where nothing is."""
    try:
        return digest(_read(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno in _NO_PLAIN_FILE:
            return "no file of ours"
        raise


def _changed(path: Path, expected: str | None) -> ChangedElsewhereError:
    """What to say when something else is at `path`."""
    if expected is None:
        return ChangedElsewhereError(f"{path} is there already.", "Nothing was overwritten.")
    return ChangedElsewhereError(f"{path} was changed by another program meanwhile.", "Nothing was overwritten.")


@contextmanager
def _temporary(path: Path, data: bytes, *, flushed: bool) -> Iterator[Path]:
    """A new file beside `path` that holds `data`; gone afterwards, unless it was given another name."""
    if len(data) > LARGEST:
        raise OSError(errno.EFBIG, "too large", str(path))
    temp = path.with_name(f".{path.name[:40]}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    try:
        fd = os.open(temp, _CREATE, 0o600)
        try:
            _write(fd, data)
            if flushed:
                _flush(fd)
        finally:
            os.close(fd)
        yield temp
    finally:
        with suppress(OSError):
            temp.unlink(missing_ok=True)


def _write(fd: int, data: bytes) -> None:
    """Write all of `data`: the system may take less at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def _flush(fd: int) -> None:
    """Return when the disk itself has what was written to `fd`."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - not there on Windows

        try:
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)  # a Mac's fsync stops at the drive's own cache
        except OSError as error:
            if error.errno not in _CANNOT_FLUSH:
                raise
        else:
            return
    os.fsync(fd)


def _flush_folder(folder: Path) -> None:
    """Return when the disk itself has the names in `folder`."""
    if sys.platform == "win32":
        return  # a folder cannot be opened there
    try:
        fd = os.open(folder, os.O_RDONLY)
        try:
            _flush(fd)
        finally:
            os.close(fd)
    except OSError as error:
        if error.errno not in _CANNOT_FLUSH:
            raise


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
    """The same where the file system knows no links: a memory stick, some network disks."""
    try:
        _reserve(path)
    except FileExistsError as error:
        raise _changed(path, expected) from error
    _rename_onto_reserved(temp, path)


def _reserve(path: Path, *, folder: bool = False) -> None:
    """Take the name `path` with something empty of our own; FileExistsError where it is taken."""
    if folder:
        path.mkdir(mode=0o700)
    else:
        os.close(os.open(path, _CREATE, 0o600))


def _rename_onto_reserved(path: Path, target: Path) -> None:
    """Let `path` take the place of what `_reserve` made, which goes away if it cannot."""
    is_folder = stat.S_ISDIR(target.lstat().st_mode)
    try:
        if is_folder and sys.platform == "win32":
            target.rmdir()  # there no folder takes the place of another, and no rename overwrites one
        _rename(path, target)
    except BaseException:
        with suppress(OSError):
            target.rmdir() if is_folder else target.unlink()
        raise


def _rename(path: Path, target: Path) -> None:
    """Let `path` take the place of `target` in one step; on Windows wait for whoever has it open for a moment."""
    give_up = time.monotonic() + _RETRY_FOR
    while True:
        try:
            path.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY or time.monotonic() > give_up:
                raise
            time.sleep(_RETRY_EVERY)
        else:
            return


# Moving and removing


def move(path: Path, folder: Path) -> Path:
    """Take `path`, a file or a folder, into `folder`, never over what is there; returns where it is now."""
    return move_to(path, folder / path.name)


def move_to(path: Path, wanted: Path) -> Path:
    """Give `path` the name `wanted`, or the next free one like it (`name-2.yaml`); returns where it is now."""
    with in_words(path, "moved"):
        try:
            is_folder = stat.S_ISDIR(path.lstat().st_mode)
        except FileNotFoundError as error:
            raise NotFoundError(f"There is no {path}.") from error
        target = _reserved_like(wanted, is_folder=is_folder)
        _rename_onto_reserved(path, target)
        # In this order: at no moment may the disk have forgotten the old name and not yet know the new one.
        _flush_folder(target.parent)
        _flush_folder(path.parent)
    return target


def _reserved_like(wanted: Path, *, is_folder: bool) -> Path:
    """The first free name like `wanted`, taken."""
    suffix = "" if is_folder else wanted.suffix
    stem = wanted.name.removesuffix(suffix)
    for number in itertools.count(1):
        target = wanted if number == 1 else wanted.with_name(f"{stem}-{number}{suffix}")
        with suppress(FileExistsError):
            _reserve(target, folder=is_folder)
            break
    return target


def remove(path: Path) -> None:
    """Take the file `path` away, if it is there."""
    with in_words(path, "removed"):
        path.unlink(missing_ok=True)


def sweep(folder: Path) -> int:
    """Remove what a killed process of ours left half written in `folder`; returns how many files that were."""
    count = 0
    with suppress(OSError):
        for path in list(folder.iterdir()):
            with suppress(OSError):
                if _is_abandoned(path):
                    path.unlink()
                    count += 1
    return count


def _is_abandoned(path: Path) -> bool:
    """Whether `path` is a temporary file of ours that nobody is writing any more."""
    match = _LEFTOVER.fullmatch(path.name)
    if match is None:
        return False
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        return False
    # Numbers of processes come round again, and those of another machine say nothing. Should the clock have jumped,
    # whoever was writing is told that the file was not saved, and tries again.
    return not _is_running(int(match[1])) or time.time() - status.st_mtime > _LONG_AGO


def _is_running(pid: int) -> bool:
    """Whether there is such a process; yes when it cannot be told."""
    if sys.platform == "win32":
        return True  # there os.kill(pid, 0) is no question: it sends Ctrl-C
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
