"""One terminal at a time."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from coachcli.errors import InUseError, NotSavedError
from coachcli.store.disk.primitives import in_words

if TYPE_CHECKING:
    from filelock import BaseFileLock


def lock_path(path: Path) -> Path:
    """The lock beside `path`. It stays when it is let go: removing it could let two terminals in."""
    return path.with_name(f".{path.name}.lock")


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold `path` for this terminal, or raise InUseError at once; the system lets go when the process dies."""
    lock = _taken(lock_path(path))
    try:
        yield
    finally:
        lock.release()


def _taken(path: Path) -> "BaseFileLock":
    """The lock at `path`, locked."""
    from filelock import FileLock, SoftFileLock, Timeout  # noqa: PLC0415 - start-up

    with in_words(path, "locked"):
        if not path.parent.is_dir():  # or it would be made, with whatever mode
            raise FileNotFoundError(errno.ENOENT, "no folder", str(path))
        if path.is_symlink():  # an older filelock follows it
            raise OSError(errno.ELOOP, "a link", str(path))
        lock = FileLock(path, mode=0o600, thread_local=False)
        try:
            lock.acquire(blocking=False)
        except Timeout as error:
            raise _in_use() from error
        except (NotImplementedError, UserWarning) as error:
            raise _no_locks(path) from error
    if isinstance(lock, SoftFileLock):
        # A mere file that says "taken" outlives a killed process, and would then keep the coach out.
        lock.release()
        raise _no_locks(path)
    return lock


def _in_use() -> InUseError:
    return InUseError("This session is open in another terminal.", "Close it there, or wait; nothing was changed.")


def _no_locks(path: Path) -> NotSavedError:
    return NotSavedError(f"{path} was not locked: the disk has no locks.", "Keep your practice on a disk of your own.")
