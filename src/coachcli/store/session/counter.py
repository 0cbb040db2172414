"""Which sessions were held on this machine, the last one first, and when one was last written here.

This is kept and not worked out from times, as clocks are set back and folders are synchronised.
"""

import json
import platform
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from coachcli.domain.value import Value
from coachcli.errors import CoachError
from coachcli.patterns import pattern
from coachcli.store.disk import files
from coachcli.store.paths import Practice
from coachcli.store.session.place import client_of

_UNSAFE = pattern(r"[^a-z0-9]+")


class Counter(Value, frozen=True):
    """`held` are names of files, `jane-doe/2026-11-20-1400-grow`; they are only compared, and never opened."""

    count: int = 0
    held: tuple[str, ...] = ()
    written: datetime | None = None


def load(practice: Practice) -> Counter:
    """The counter of this machine; an empty one where it cannot be read."""
    return _read(_file(practice))


def last_written(practice: Practice) -> datetime | None:
    """When a session of this practice was last written, on whichever machine."""
    try:
        names = [entry.name for entry in files.entries(practice.counters) if entry.name.endswith(".json")]
    except CoachError:
        return None
    times = [counter.written for counter in (_read(practice.counters / name) for name in names) if counter.written]
    return max(times, default=None)


def note(practice: Practice, session_file: Path, at: datetime, *, counts: bool = True) -> None:
    """Note that a session was written just now; with `counts` it is the last one held. If this fails, times decide."""
    path = _file(practice)
    name = name_of(session_file)
    try:
        files.make_folder(practice.counters, inside=practice.root)
        before, digest = _read(path), files.digest_of(path)
        others = tuple(one for one in before.held if _client(one) != client_of(session_file))
        held, is_new = ((name, *others), before.held[:1] != (name,)) if counts else (before.held, False)
        _write(path, Counter(before.count + is_new, written=at), held, digest)
    except CoachError:
        return


def follow(practice: Practice, before: str, after: str) -> None:
    """Have the sessions of a client be counted under their new id. If this fails, times decide."""
    try:
        paths = [practice.counters / entry.name for entry in files.entries(practice.counters)]
        for path in (path for path in paths if path.suffix == ".json"):
            counter, digest = _read(path), files.digest_of(path)
            held = [f"{after}/{name.rpartition('/')[2]}" if _client(name) == before else name for name in counter.held]
            if counter.written is not None and held != list(counter.held):
                _write(path, counter, held, digest)
    except CoachError:
        return


def naming(practice: Practice, client_id: str) -> list[Path]:
    """The counters, of whichever machine, in which sessions of a client stand; raises where one cannot be read."""
    paths = [practice.counters / entry.name for entry in files.entries(practice.counters)]
    return [path for path in paths if _names(path, client_id)]


def _names(path: Path, client_id: str) -> bool:
    """Whether a client is in a counter; a damaged one need only have the letters of their id in it."""
    is_there, counter = f"{client_id}/".encode() in files.read_bytes(path), _read(path)
    return is_there and (counter.written is None or client_id in map(_client, counter.held))


def forget(path: Path, client_id: str) -> list[CoachError]:
    """Take the sessions of a client out of a counter, or take it away where it is none that can be read."""
    try:
        counter, digest = _read(path), files.digest_of(path)
        if counter.written is None:  # times decide then
            files.remove(path)
            return []
        _write(path, counter, [name for name in counter.held if _client(name) != client_id], digest)
    except CoachError as error:
        return [error]
    return []


def _write(path: Path, counter: Counter, held: Sequence[str], digest: str | None) -> None:
    written = counter.written.isoformat() if counter.written else ""
    record = {"count": counter.count, "written": written, "held": list(held)}
    files.replace(path, json.dumps(record, indent=1, ensure_ascii=False).encode(), expected=digest)


def _file(practice: Practice) -> Path:
    machine = _UNSAFE.sub("-", platform.node().casefold()).strip("-")[:60]
    return practice.counters / f"{machine or 'here'}.json"


def name_of(session_file: Path) -> str:
    """The name by which a session is counted."""
    return f"{client_of(session_file)}/{session_file.stem}"


def _client(name: str) -> str:
    return name.rpartition("/")[0]


def _read(path: Path) -> Counter:
    try:
        record: dict[str, Any] = json.loads(files.read_bytes(path))
        count, held, written = int(record["count"]), list(record["held"]), datetime.fromisoformat(record["written"])
    except (CoachError, KeyError, TypeError, ValueError, RecursionError):
        return Counter()
    return Counter(count, tuple(map(str, held)), written) if written.tzinfo else Counter()
