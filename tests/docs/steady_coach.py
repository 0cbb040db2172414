"""`coach` on a day that is given: its clock starts there, and every look at it takes as long as a line of a call does.

So that what the pages show is what the program says, and says again tomorrow. While the file named by
COACH_DOCS_FULL_DISK is there, no file of the practice can be written, as on a disk that is full.
"""

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from coachcli.app import context
from coachcli.cli.main import main

_STEP = timedelta(seconds=int(os.environ.get("COACH_DOCS_STEP", "45")))


class SteadyClock:
    """Time that passes with what is done, and not while one waits."""

    def __init__(self) -> None:
        self._begun = self._now = datetime.fromisoformat(os.environ["COACH_DOCS_NOW"])

    def now(self) -> datetime:
        shown = self._now
        self._now += _STEP
        return shown

    def monotonic(self) -> float:
        return (self._now - self._begun).total_seconds()


def _on_a_full_disk() -> None:
    """Let the practice be on a disk that is full while there is a file that says so."""
    sign, practice = Path(os.environ["COACH_DOCS_FULL_DISK"]), Path(os.environ["COACH_PRACTICE"])
    open_file, write = os.open, os.write
    inside: dict[int, bool] = {}

    def opened(path: Any, *how: Any, **more: Any) -> int:
        fd = open_file(path, *how, **more)
        inside[fd] = isinstance(path, str | Path) and Path(path).is_relative_to(practice)
        return fd

    def written(fd: int, data: Any) -> int:
        if inside.get(fd) and sign.exists():
            raise OSError(errno.ENOSPC, "full")
        return write(fd, data)

    vars(os).update(open=opened, write=written)


if __name__ == "__main__":
    vars(context)["SystemClock"] = SteadyClock
    if "COACH_DOCS_FULL_DISK" in os.environ:
        _on_a_full_disk()
    main()
