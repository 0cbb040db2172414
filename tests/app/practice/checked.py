"""What a check finds, in rows to be compared."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.practice.check import check
from coachcli.app.practice.kinds import is_known_folder, kind_of
from coachcli.store.disk.tree import walk
from coachcli.store.paths import Practice

Check = Callable[..., list[str]]
TODAY = datetime(2026, 11, 29, 12, tzinfo=UTC)


class At:
    """A clock that stands."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return 0.0


def context_of(practice: Practice, on: datetime | None = None) -> Context:
    """The practice on a day."""
    return Context(practice, At(on or TODAY))


def checked(practice: Practice, on: datetime | None = None) -> list[str]:
    """Each thing that is wrong: its file with its line, and what it is."""
    found = check(context_of(practice, on)).findings
    return [f"{one.file}{f':{one.line}' if one.line else ''} {one.text}" for one in found]


def stamps(root: Path) -> dict[Path, tuple[int, int, int, bytes]]:
    """Everything in a folder: what it is, when it was changed, its other times, and what is in it."""
    found = {}
    for path in (root, *root.rglob("*")):
        status = path.lstat()
        data = path.read_bytes() if path.is_file() else b""
        found[path] = status.st_mode, status.st_mtime_ns, status.st_ctime_ns, data
    return found


def unknown(root: Path) -> Iterator[str]:
    """What lies in a practice and is of no kind that a check knows."""
    for found in walk(root):
        is_known = is_known_folder(found.name) if found.is_folder else kind_of(found.folder, found.last)
        if not is_known:
            yield found.name
