"""The facts that lists need of each file, remembered until the file changes. They can be deleted at any time."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from coachcli.errors import CoachError, NotFoundError
from coachcli.store.disk.reader import read_bytes
from coachcli.store.paths import Practice

Facts = dict[str, Any]
Known = TypeVar("Known")

_FORMAT = 2
# As many bytes as forty thousand sessions take. Beyond that nothing is remembered, and lists take longer.
_LARGEST = 16 << 20


class Index:
    """Facts about the files of one kind. A file that was replaced or touched is read again."""

    def __init__(self, practice: Practice, kind: str) -> None:
        self._root = practice.root
        self._path = practice.index / f"{kind}.json"
        self._known = _load(self._path)
        self._there = set[str]()
        self._is_new = False

    def known(self, path: Path, read: Callable[[Path], Facts], made: Callable[[Path, Facts], Known]) -> Known:
        """What `made` makes of the facts that `read` finds in a file, now or earlier; errors are not remembered."""
        name, stamp = str(path.relative_to(self._root)), stamp_of(path)
        entry = self._known.get(name)
        if entry is not None and stamp and entry[0] == stamp:
            self._there.add(name)
            with suppress(KeyError, TypeError, ValueError, AttributeError):  # remembered wrongly: read again
                return made(path, entry[1])
        facts = read(path)
        self._known[name] = (stamp, facts)
        self._there.add(name)
        self._is_new = True
        return made(path, facts)

    def save(self) -> None:
        """Write the facts of files that are still there for the next time; a failure costs only time."""
        if not self._is_new and all(self._is_there(name) for name in self._known):
            return
        from coachcli.store.disk import files  # noqa: PLC0415 only where something changed

        there = {name: entry for name, entry in self._known.items() if self._is_there(name)}
        # A name on the disk may be no text at all, and still is remembered.
        data = json.dumps({"format": _FORMAT, "files": there}, ensure_ascii=False).encode("utf-8", "surrogatepass")
        if len(data) > _LARGEST:
            return
        with suppress(CoachError):
            files.make_folder(self._path.parent, inside=self._root)
            files.replace(self._path, data, expected=self._digest())

    def _digest(self) -> str | None:
        """The digest of what was remembered before, None where nothing was."""
        from coachcli.store.disk import files  # noqa: PLC0415 only where something changed

        try:
            return files.digest(files.read_bytes(self._path))
        except NotFoundError:
            return None

    def _is_there(self, name: str) -> bool:
        """Whether a file is there; those that were asked for are not looked at twice."""
        return name in self._there or os.path.exists(self._root / name)  # noqa: PTH110 whatever the name is, this raises nothing


def stamp_of(file: "Path | os.DirEntry[str]") -> str:
    """A text that changes whenever a file does: a replaced file is another one, an edited one has another time or size.

    It is empty where the file cannot be looked at; a file without a stamp is read each time.
    """
    try:
        status = file.stat(follow_symlinks=False)
    except (OSError, ValueError):
        return ""
    return f"{status.st_ino}-{status.st_size}-{status.st_mtime_ns}-{status.st_ctime_ns}"


def _load(path: Path) -> dict[str, tuple[str, Facts]]:
    """The remembered facts; empty where they cannot be read."""
    try:
        data = json.loads(read_bytes(path, _LARGEST))
        if data["format"] != _FORMAT:
            return {}
        return {str(name): (str(stamp), dict(facts)) for name, (stamp, facts) in data["files"].items()}
    except (CoachError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
