"""What is remembered of one client: a file with a line for each part. It can be deleted at any time."""

import json
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from enum import IntEnum
from pathlib import Path
from typing import Any, NamedTuple

from coachcli.errors import CoachError
from coachcli.store.disk.reader import LARGEST, entries, read_lines
from coachcli.store.paths import Practice, bounded

Facts = dict[str, Any]


class Part(IntEnum):
    """The parts by their lines: what lists show comes first, and what is long and seldom asked for last."""

    HEADS = 0
    ENGAGEMENTS = 1
    STANDING = 2
    GOALS = 3
    EXTRACTS = 4


class Remembered(NamedTuple):
    """The facts of one part, and the version of the code that made them."""

    version: str
    facts: Facts


_FOLDER, _ENDING = "sessions", ".jsonl"
_NOTHING = Remembered("", {})
_BY_FILE = (Part.HEADS, Part.EXTRACTS)
_OF_EARLIER_VERSIONS = frozenset({"sessions.json", "engagements.json", "gists"})


class Memory:
    """The file of one client. A part that nobody asks for is not decoded, and not read where it comes last."""

    def __init__(self, practice: Practice, client_id: str) -> None:
        self._root, self._index = practice.root, practice.index
        self._path = self._index / _FOLDER / _name(client_id)
        self._lines: list[bytes] = []

    def load(self, part: Part, version: str) -> Facts:
        """The facts remembered; none where they are of another version or cannot be read."""
        known = self._part(part)
        return known.facts if known.version == version else {}

    def line(self, part: Part) -> bytes:
        """A part as it is written, for whoever decodes it at once into values; empty where nothing is remembered."""
        if part >= len(self._lines):
            self._lines = self._read(part + 1)
        return self._lines[part]

    def update(self, read: Mapping[Part, Remembered], there: Container[str]) -> None:
        """Remember what was read of sessions, and forget those that are not there any more, and what they came to."""
        lines = [b"" for _ in Part]
        lines[Part.ENGAGEMENTS] = self.line(Part.ENGAGEMENTS)
        for part in _BY_FILE:
            before = self._part(part)
            version, more = read.get(part, Remembered(before.version, {}))
            facts = {**(before.facts if before.version == version else {}), **more}
            lines[part] = _line(Remembered(version, {name: facts[name] for name in facts if name in there}))
        self._save(lines)

    def put(self, part: Part, remembered: Remembered) -> None:
        """Remember one part; the others stay as they were."""
        lines = self._read(len(Part))
        lines[part] = _line(remembered)
        self._save(lines)

    def _read(self, count: int) -> list[bytes]:
        lines: list[bytes] = []
        with suppress(CoachError):
            lines = read_lines(self._path, count)
        return [*lines, *(b"" for _ in range(count - len(lines)))]

    def _part(self, part: Part) -> Remembered:
        try:
            data = json.loads(self.line(part))
            return Remembered(str(data["version"]), dict(data["facts"]))
        except (ValueError, TypeError, KeyError, RecursionError):
            return _NOTHING

    def _save(self, lines: list[bytes]) -> None:
        """Write it. Where it cannot be written, or is too large, that costs only time."""
        from coachcli.store.disk import files  # noqa: PLC0415 only where something changed

        data = b"\n".join(lines)
        if len(data) > LARGEST:
            data = lines[Part.HEADS][:LARGEST]  # one line can be read without the others; half of one is taken for none
        with suppress(CoachError):
            files.make_folder(self._path.parent, inside=self._root)
            files.replace(self._path, data, expected=files.digest_of(self._path))
            self._lines = []
            _forget_earlier_versions(self._index)


def forget_others(practice: Practice, client_ids: Iterable[str]) -> None:
    """Remove what is remembered of clients who are not there any more."""
    folder, names = practice.index / _FOLDER, {_name(client_id) for client_id in client_ids}
    with suppress(CoachError):
        for entry in entries(folder):
            if entry.name.endswith(_ENDING) and entry.name not in names:
                from coachcli.store.disk import files  # noqa: PLC0415 only where something changed

                files.remove(folder / entry.name)


def _forget_earlier_versions(index: Path) -> None:
    """Remove what earlier versions remembered: nobody reads it any more, and clients' words are in it."""
    from coachcli.store.disk import files  # noqa: PLC0415 only where something changed

    for entry in entries(index):
        if entry.name in _OF_EARLIER_VERSIONS:
            path = index / entry.name
            if entry.is_dir(follow_symlinks=False):
                files.remove_folder(path)
            else:
                files.remove(path)


def _name(client_id: str) -> str:
    return f"{bounded(client_id)}{_ENDING}"


def _line(part: Remembered) -> bytes:
    # The name of a file may be no text at all, and still is remembered.
    return json.dumps(part._asdict(), ensure_ascii=False).encode("utf-8", "surrogatepass")
