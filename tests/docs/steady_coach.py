"""`coach` on a day that is given: its clock starts there, and every look at it takes as long as a line of a call does.

So that what the pages show is what the program says, and says again tomorrow. While the file named by
COACH_DOCS_FULL_DISK is there, no file of the practice can be written, as on a disk that is full.
"""

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path

from coachcli.app import context
from coachcli.cli.main import main
from coachcli.store import files

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
    replace = files.replace

    def refuse(path: Path, data: bytes, *, expected: str | None) -> str:
        if sign.exists() and path.is_relative_to(practice):
            with files.in_words(path):
                raise OSError(errno.ENOSPC, "full")
        return replace(path, data, expected=expected)

    vars(files)["replace"] = refuse


if __name__ == "__main__":
    vars(context)["SystemClock"] = SteadyClock
    if "COACH_DOCS_FULL_DISK" in os.environ:
        _on_a_full_disk()
    main()
