"""Temporary files that a killed process left half written: plain text that nobody needs."""

import os
import re
import shutil
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from coachcli.patterns import pattern

# As `files` names what it is writing: the process in it tells whether it still does.
_LEFTOVER = pattern(r"\..*\.(\d{1,10})\.[0-9a-f]{8}\.tmp", re.DOTALL)
_LONG_AGO = 3600.0


def sweep(folder: Path) -> int:
    """Remove what a killed process of ours left half written in `folder`, files or folders; returns their number."""
    count = 0
    with suppress(OSError):
        # The names alone are looked at first, as there may be thousands of sessions.
        names = [name for name in os.listdir(folder) if name.endswith(".tmp")]  # noqa: PTH208 no path for each
        for path in map(folder.joinpath, names):
            with suppress(OSError):
                if _is_abandoned(path):
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
                    count += 1
    return count


def is_leftover(name: str) -> bool:
    """Whether this is the name of a file that a process of ours is writing, or was."""
    return _LEFTOVER.fullmatch(name) is not None


def _is_abandoned(path: Path) -> bool:
    """Whether `path` is a temporary file of ours that nobody is writing any more."""
    match = _LEFTOVER.fullmatch(path.name)
    if match is None:
        return False
    status = path.lstat()
    if stat.S_ISDIR(status.st_mode):  # its time says nothing of what is written in it
        return not is_running(int(match[1]))
    if not stat.S_ISREG(status.st_mode):
        return False
    # Numbers of processes are used again, and those of another machine mean nothing. If the clock jumped, the process
    # that was writing is told that the file was not saved, and tries again.
    return not is_running(int(match[1])) or time.time() - status.st_mtime > _LONG_AGO


def is_running(pid: int) -> bool:
    """Whether a process with this number runs; True where that cannot be told."""
    if sys.platform == "win32":
        return True  # there os.kill(pid, 0) does not ask, but sends Ctrl-C
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
