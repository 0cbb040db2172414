"""The one way to read a file or a folder: it is plain, no link, not too large, and never waited for."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from coachcli.errors import CoachError, InUseError, NotFoundError, PassedOverError, Saying, UnreadableError, harmless
from coachcli.store.disk import primitives
from coachcli.store.disk.status import is_link

LARGEST = 16 << 20
"""The most bytes of a file in a practice, for reading and writing alike."""

_PIECE = 256 << 10
_LINES = 32 << 10
"""So many bytes are read at once where the first lines are wanted."""
ENDS = 8192
"""So many bytes at the beginning and at the end of a file tell what kind of file it is."""

# Opening a pipe that somebody left in the practice must not wait for its other end.
_READ = os.O_RDONLY | primitives.NO_FOLLOW | primitives.BINARY | getattr(os, "O_NONBLOCK", 0)

_WHY = {
    errno.EACCES: "there is no permission",
    errno.EPERM: "there is no permission",
    errno.EIO: "the disk is failing",
    errno.ELOOP: "it is a link to somewhere else",
    errno.EISDIR: "it is not a plain file",
    errno.ENXIO: "it is not a plain file",
}
_MISSING = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG})


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of the plain file `path`; a link is never followed."""
    try:
        return read(path, largest)
    except (OSError, ValueError) as error:
        raise _unread(path, error, largest) from error


def read_lines(path: Path, count: int) -> list[bytes]:
    """The first lines of the plain file `path`, without their ends; what follows them is not read."""
    try:
        _refuse_unless_plain(path, path.lstat())
        fd = os.open(path, _READ)
        with os.fdopen(fd, "rb", buffering=_LINES) as file:
            status = os.fstat(fd)
            _refuse_unless_plain(path, status)
            _refuse_if_large(path, status)
            return [line.removesuffix(b"\n") for line in islice(iter(partial(file.readline, LARGEST), b""), count)]
    except (OSError, ValueError) as error:
        raise _unread(path, error, LARGEST) from error


def read_ends(path: Path, size: int = ENDS) -> bytes:
    """The first and the last bytes of a plain file, however large it is: they tell what kind of file it is."""
    try:
        _refuse_unless_plain(path, path.lstat())
        fd = os.open(path, _READ)
        try:
            status = os.fstat(fd)
            _refuse_unless_plain(path, status)
            beginning = os.read(fd, size)
            os.lseek(fd, max(len(beginning), status.st_size - size), os.SEEK_SET)
            return beginning + os.read(fd, size)
        finally:
            os.close(fd)
    except (OSError, ValueError) as error:
        raise _unread(path, error, LARGEST) from error


def read(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of the plain file `path`; raises an OSError whose number says what it is instead."""
    _refuse_unless_plain(path, path.lstat())  # a device may start something when it is only opened
    fd = os.open(path, _READ)
    try:
        status = os.fstat(fd)
        _refuse_unless_plain(path, status)
        if status.st_size <= largest:
            with os.fdopen(fd, "rb", closefd=False) as file:
                # Room for the largest file would be made each time, which takes longer than to read a usual one.
                data = file.read(status.st_size + 1)
                if len(data) > status.st_size:  # it has grown meanwhile
                    data += file.read(largest + 1 - len(data))
            if len(data) <= largest:
                return data
        raise OSError(errno.EFBIG, "too large", str(path))
    finally:
        os.close(fd)


class Opened(NamedTuple):
    """A plain file, however large: its size and when it was changed last, and its bytes in pieces."""

    size: int
    modified: int
    pieces: Iterator[bytes]


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Open a plain file to read it piece by piece; raises InUseError where it is not the same at the end."""
    with _in_our_words(path):
        _refuse_unless_plain(path, path.lstat())
        fd = os.open(path, _READ)
    try:
        with _in_our_words(path):
            status = os.fstat(fd)
            _refuse_unless_plain(path, status)
        yield Opened(status.st_size, status.st_mtime_ns, _pieces(fd, path, status))
    finally:
        os.close(fd)


def _pieces(fd: int, path: Path, before: os.stat_result) -> Iterator[bytes]:
    left = before.st_size
    while left:
        with _in_our_words(path):
            piece = os.read(fd, min(left, _PIECE))
        if not piece:
            break
        left -= len(piece)
        yield piece
    with _in_our_words(path):
        after = os.fstat(fd)
    if left or (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise InUseError(f"{path} was changed while it was read.", "Say it again once nobody writes there.")


@contextmanager
def _in_our_words(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise _unread(path, error, LARGEST) from error


def entries(folder: Path) -> list[os.DirEntry[str]]:
    """The entries of a folder of the practice, by name; empty where there is no folder. A link is never followed."""
    if is_link(folder):
        raise passed_over_link(folder)
    try:
        with os.scandir(folder) as scan:
            return sorted(scan, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        if not os.path.lexists(folder):
            return []
        raise UnreadableError(f"{folder} cannot be read: it is not a folder.", "It is left as it is.") from None
    except OSError as error:
        raise _unread(folder, error, LARGEST) from error


def passed_over_link(path: Path) -> PassedOverError:
    """The error for a link where none is followed."""
    return PassedOverError(f"{path} is a link, and was passed over.", "Put what it leads to in its place to have it.")


def _refuse_unless_plain(path: Path, status: os.stat_result) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise OSError(errno.ELOOP, "a link", str(path))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EISDIR, "not a plain file", str(path))


def _refuse_if_large(path: Path, status: os.stat_result) -> None:
    if status.st_size > LARGEST:
        raise OSError(errno.EFBIG, "too large", str(path))


def _unread(path: Path, error: OSError | ValueError, largest: int) -> CoachError:
    """The error that says why `path` cannot be read."""
    if not isinstance(error, OSError) or error.errno in _MISSING:
        return NotFoundError(Saying(f"There is no file {path}.", discreet="There is no such file."))
    why = _WHY.get(error.errno or 0, f"the system says “{error.strerror or type(error).__name__}”")
    if error.errno == errno.EFBIG:
        why = f"it is larger than {size_in_words(largest)}"
    message = Saying(f"{path} cannot be read: {why}.", discreet=f"A file cannot be read: {why}.")
    return UnreadableError(message, harmless("It is left as it is."))


def size_in_words(size: int) -> str:
    """A size in bytes, in the words of a person."""
    return f"{size >> 20} MB" if size >> 20 else f"{size >> 10} KiB"
