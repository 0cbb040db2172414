"""What lists need to know of each file, remembered until the file changes. It can be deleted at any time."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from coachcli.errors import CoachError
from coachcli.store.paths import Practice

Facts = dict[str, Any]
Known = TypeVar("Known")

_FORMAT = 2


class Index:
    """Facts about the files of one kind. A file that was replaced or touched is read again."""

    def __init__(self, practice: Practice, kind: str) -> None:
        self._root = practice.root
        self._path = practice.index / f"{kind}.json"
        self._known = _load(self._path)
        self._is_new = False

    def known(self, path: Path, read: Callable[[Path], Facts], made: Callable[[Path, Facts], Known]) -> Known:
        """What is `made` of what `read` says of a file, now or when it was last asked; errors are not remembered."""
        name, stamp = str(path.relative_to(self._root)), _stamp(path)
        known = self._known.get(name)
        if known is not None and known[0] == stamp:
            with suppress(KeyError, TypeError, ValueError, AttributeError):  # remembered wrongly: read again
                return made(path, known[1])
        facts = read(path)
        self._known[name] = (stamp, facts)
        self._is_new = True
        return made(path, facts)

    def save(self) -> None:
        """Remember for the next time, without what is gone; that it could not be written costs only time."""
        gone = any(not (self._root / name).exists() for name in self._known)
        if not (self._is_new or gone):
            return
        from coachcli.store.disk import files  # noqa: PLC0415 only where something changed

        there = {name: known for name, known in self._known.items() if (self._root / name).exists()}
        data = json.dumps({"format": _FORMAT, "files": there}, ensure_ascii=False).encode()
        try:
            files.make_folder(self._path.parent, inside=self._root)
            seen = files.digest(files.read_bytes(self._path)) if self._path.exists() else None
            files.replace(self._path, data, expected=seen)
        except CoachError:
            return


def _stamp(path: Path) -> str:
    """What changes whenever a file does: a replaced file is another one, an edited one has another time or size."""
    try:
        status = os.stat(path, follow_symlinks=False)  # noqa: PTH116 one call for all of it
    except OSError:
        return ""
    return f"{status.st_ino}-{status.st_size}-{status.st_mtime_ns}-{status.st_ctime_ns}"


def _load(path: Path) -> dict[str, tuple[str, Facts]]:
    """What was remembered; nothing, where that cannot be read."""
    try:
        data = json.loads(path.read_bytes())
        if data["format"] != _FORMAT:
            return {}
        return {str(name): (str(stamp), dict(facts)) for name, (stamp, facts) in data["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
