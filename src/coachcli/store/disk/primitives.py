"""The single steps that the disk is asked to do, and its refusals in words."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from coachcli.errors import NotSavedError, Saying, harmless

BINARY = getattr(os, "O_BINARY", 0)
NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
CREATE = os.O_RDWR | os.O_CREAT | os.O_EXCL | NO_FOLLOW | BINARY

_RETRY_FOR = 2.5
_RETRY_EVERY = 0.05

# Windows: denied, sharing violation, lock violation. A virus scanner or a sync engine has the file open for a moment.
_BUSY = frozenset({5, 32, 33})
# Some file systems cannot flush a folder, and a folder above the practice may forbid us to try.
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
    errno.EISDIR: "something else has that name",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "a link to somewhere else is in its way",
    errno.EXDEV: "it would have to go to another disk",
}
_INTACT = "What was saved before is intact."
_WHAT_TO_DO = {
    errno.ENOSPC: f"Free some space, then try again. {_INTACT}",
    errno.EDQUOT: f"Free some space, then try again. {_INTACT}",
    errno.EIO: f"Copy your practice to another disk soon. {_INTACT}",
    errno.EACCES: f"Give yourself the right to write there, then try again. {_INTACT}",
    errno.EPERM: f"Give yourself the right to write there, then try again. {_INTACT}",
    errno.ELOOP: f"Nothing is written where a link leads: put the folder itself in its place. {_INTACT}",
    errno.EROFS: f"Make it writable, or keep your practice elsewhere. {_INTACT}",
}


@contextmanager
def in_words(path: Path, done: str = "saved") -> Iterator[None]:
    """Turn a refusal of the system into a NotSavedError with one plain sentence: `path` was not `done`."""
    try:
        yield
    except OSError as error:
        number = error.errno or 0
        why = _WHY.get(number, f"the system says “{error.strerror or type(error).__name__}”")
        message = Saying(f"{path} was not {done}: {why}.", discreet=f"{why[0].upper()}{why[1:]}.")
        raise NotSavedError(message, harmless(_WHAT_TO_DO.get(number, _INTACT))) from error


def refuse_links(folder: Path) -> None:
    """Raise an OSError where a step on the way to `folder` is a link: files must be written where they are looked for.

    The practice itself may be a link: its own path is made real when it is found.
    """
    if os.path.realpath(folder) != os.path.normpath(folder):
        raise OSError(errno.ELOOP, "a link", str(folder))


def write(fd: int, data: bytes) -> None:
    """Write all of `data`, as the system may take only a part at a time."""
    remainder = memoryview(data)
    while remainder:
        remainder = remainder[os.write(fd, remainder) :]


@contextmanager
def new_file(path: Path, modified: int | None = None) -> Iterator[Callable[[bytes], None]]:
    """Write a new file for the coach alone, piece by piece; at the end the disk itself has it.

    `modified` is the time, in billionths of a second, at which it is to have been changed last.
    """
    fd = os.open(path, CREATE, 0o600)
    try:
        yield partial(write, fd)
        if modified is not None and os.utime in os.supports_fd:
            os.utime(fd, ns=(modified, modified))
        flush(fd)
    finally:
        os.close(fd)


def make_like(fd: int, status: os.stat_result) -> None:
    """Give an open file the owner and the mode of another one."""
    if sys.platform == "win32":
        return  # there a file takes the rights of its folder
    own = os.fstat(fd)
    if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
        os.fchown(fd, status.st_uid, status.st_gid)
    os.fchmod(fd, stat.S_IMODE(status.st_mode))


def flush(fd: int) -> None:
    """Return once the disk itself has all that was written to `fd`."""
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


def flush_folder(folder: Path) -> None:
    """Return once the disk itself has the names in `folder`."""
    if sys.platform == "win32":
        return  # a folder cannot be opened there
    try:
        fd = os.open(folder, os.O_RDONLY)
        try:
            flush(fd)
        finally:
            os.close(fd)
    except OSError as error:
        if error.errno not in _CANNOT_FLUSH:
            raise


def rename(path: Path, target: Path) -> None:
    """Let `path` take the place of `target` in one step; on Windows wait while another program has it open."""
    _patiently(lambda: path.replace(target))


def take_away(path: Path, *, folder: bool = False) -> None:
    """Remove a file, a link or an empty folder; on Windows wait while another program has it open."""
    _patiently(path.rmdir if folder else path.unlink)


def _patiently(step: Callable[[], object]) -> None:
    give_up = time.monotonic() + _RETRY_FOR
    while True:
        try:
            step()
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY or time.monotonic() > give_up:
                raise
            time.sleep(_RETRY_EVERY)
        else:
            return


def reserve(path: Path, *, folder: bool = False) -> None:
    """Take the name `path` with an empty file or folder; raises FileExistsError where it is taken."""
    refuse_links(path.parent)
    if folder:
        path.mkdir(mode=0o700)
    else:
        os.close(os.open(path, CREATE, 0o600))


def rename_onto_reserved(path: Path, target: Path) -> None:
    """Let `path` take the place of what `reserve` made at `target`; if it cannot, remove that."""
    try:
        if sys.platform == "win32" and stat.S_ISDIR(target.lstat().st_mode):
            target.rmdir()  # there no folder takes the place of another, and no rename overwrites one
        rename(path, target)
    except BaseException:
        for take_away in (target.unlink, target.rmdir):  # to ask which of the two it is may be refused as well
            with suppress(OSError):
                take_away()
        raise
