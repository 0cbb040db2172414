"""Locks, for one terminal at a time; the system itself releases one when its process dies."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from coachcli.errors import InUseError, NotSavedError, Saying, harmless
from coachcli.store.disk import primitives
from coachcli.store.disk.status import is_link

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE = 5.0
"""Seconds to wait for another process that writes something short; in a call nobody waits for a lock."""

# A hundred processes that wait, and look more often, would keep the one they wait for from its work.
_POLL_EVERY = 0.025
# Opening a pipe that lies there must not wait for its other end.
_OPEN = os.O_RDWR | os.O_CREAT | primitives.NO_FOLLOW | primitives.BINARY | getattr(os, "O_NONBLOCK", 0)
_TAKEN = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


def lock_path(path: Path) -> Path:
    """The lock file beside `path`. It stays when the lock is released: its removal could let two terminals in."""
    return path.with_name(f".{path.name}.lock")


@contextmanager
def held(path: Path, *, wait: float = 0.0, refusal: InUseError | None = None) -> Iterator[None]:
    """Hold the lock of `path`; raises InUseError where another terminal keeps it for longer than `wait` seconds.

    The error is `refusal` where one says better what is being changed there.
    """
    lock = lock_path(path)
    with primitives.in_words(lock, "locked"):
        fd = _opened(lock)
    try:
        try:
            with primitives.in_words(lock, "locked"):
                _take(fd, lock, wait)
        except InUseError:
            if refusal is None:
                raise
            raise refusal from None
        yield
    finally:
        _let_go(fd)


def _opened(path: Path) -> int:
    """The descriptor of a lock file, made where there is none: a plain file, and no link."""
    if is_link(path):  # Windows has no O_NOFOLLOW
        raise OSError(errno.ELOOP, "a link", str(path))
    fd = os.open(path, _OPEN, 0o600)
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        os.close(fd)
        raise OSError(errno.EEXIST, "not a plain file", str(path))
    return fd


def _take(fd: int, path: Path, wait: float) -> None:
    """Lock `fd`; where others take turns at it, `wait` starts again with each turn."""
    turn, give_up = _turn(fd), monotonic() + wait
    while not _is_locked(fd, path):
        now = _turn(fd)
        if now != turn:
            turn, give_up = now, monotonic() + wait
        elif monotonic() >= give_up:
            raise _in_use()
        sleep(_POLL_EVERY)
    if wait:
        with suppress(OSError):  # a full disk: others only do not see this turn
            os.write(fd, b".")


def _turn(fd: int) -> int:
    """A number that differs once another process has had the lock in between."""
    return os.fstat(fd).st_mtime_ns


def _is_locked(fd: int, path: Path) -> bool:
    """Lock `fd` if nobody else has it locked; whether it is locked now. It never waits."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            raise _no_locks(path) from error
        if error.errno not in _TAKEN:
            raise
        return False
    return True


def _let_go(fd: int) -> None:
    """Unlock and close. The work is done, so an error here must not say otherwise; the system unlocks anyway."""
    with suppress(OSError):
        if sys.platform == "win32":
            msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)
        else:
            fcntl.flock(fd, fcntl.LOCK_UN)
    with suppress(OSError):
        os.close(fd)


def _in_use() -> InUseError:
    hint = harmless("Close it there, or wait; nothing was changed.")
    return InUseError(harmless("This session is open in another terminal."), hint)


def _no_locks(path: Path) -> NotSavedError:
    message = Saying(f"{path} was not locked: the disk has no locks.", discreet="The disk has no locks.")
    return NotSavedError(message, harmless("Keep your practice on a disk of your own."))
