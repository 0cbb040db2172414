"""Every place that can hold something of a client. One that is new is a row here, and erasing then knows it."""

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from coachcli.errors import CoachError, NotFoundError
from coachcli.store.disk import reader
from coachcli.store.disk.removal import plain_files, remove_whole
from coachcli.store.erase import hold
from coachcli.store.erase.others import Others
from coachcli.store.erase.whose import Whose
from coachcli.store.hours.nameless_rows import has_name, take_name_out
from coachcli.store.index import checked_frameworks
from coachcli.store.paths import bounded
from coachcli.store.session import counter, rescue

_KEYED = frozenset({"clients.json", "frameworks.json"})
"""The files of the index with a line for each file of the practice, by its path."""
Find = Callable[[Whose, Others], Sequence[Path]]
Remove = Callable[[Whose, Path], list[CoachError]]


def _removed(_whose: Whose, path: Path) -> list[CoachError]:
    return remove_whole(path)


def _uncounted(whose: Whose, path: Path) -> list[CoachError]:
    return counter.forget(path, whose.client_id)


class Place(NamedTuple):
    """A kind of place: what is told of it, the paths there that hold something of a client, and how one is emptied.

    `find` raises CoachError where nobody can look. With `stays` a file is there afterwards, without the client.
    """

    told: str
    find: Find
    remove: Remove = _removed
    stays: bool = False


def _named(folder: Callable[[Whose], Path]) -> Find:
    """A function that finds the files of a client, by their names, in a folder that all clients share."""

    def find(whose: Whose, _others: Others) -> list[Path]:
        return [path for path in _in(folder(whose)) if whose.is_in_name(path.name)]

    return find


def _in(folder: Path) -> list[Path]:
    """What lies in a folder; raises where it is a link, or cannot be listed."""
    return [folder / entry.name for entry in reader.entries(folder)]


def _rescued(whose: Whose, _others: Others) -> list[Path]:
    """What was rescued of their sessions; files there may be of a client of the same id in another practice."""
    there = (path for path in _in(rescue.folder()) if whose.is_in_name(path.name))
    return [path for path in there if _stem_of(path.name, whose) in whose.sessions or not _has_id(path.name, whose)]


def _stem_of(name: str, whose: Whose) -> str:
    return name.lstrip(".").removeprefix(f"{whose.client_id}--").partition(".")[0]


def _has_id(name: str, whose: Whose) -> bool:
    return name.lstrip(".").startswith(whose.client_id)


def _snapshots(whose: Whose, others: Others) -> list[Path]:
    """Frameworks that were kept for their sessions alone; all stay where a session of others cannot be read."""
    theirs = set[str]().union(*(others.hashes_in(path) for path in whose.files)) - others.hashes
    return [path for path in _in(whose.practice.snapshots) if path.stem in theirs and others.is_whole]


def _half_made(whose: Whose, _others: Others) -> list[Path]:
    """A folder that was being made for them when the process was killed."""
    folder = whose.practice.clients / ".new"
    with suppress(NotFoundError):
        words = reader.read_bytes(folder / "client.yaml").decode("utf-8", "replace").split()
        return [folder] if whose.client_id in words else []
    return []


def _earlier_hours(whose: Whose, _others: Others) -> list[Path]:
    return [whose.practice.earlier_hours] if whose.name and has_name(whose.practice, whose.name) else []


def _nameless(whose: Whose, _path: Path) -> list[CoachError]:
    label = hold.hours_label(whose.practice, whose.client_id)
    try:
        take_name_out(whose.practice, whose.name, label, keeps_hours=whose.keeps_hours)
    except CoachError as error:
        return [error]
    return []


def _counters(whose: Whose, _others: Others) -> list[Path]:
    return counter.naming(whose.practice, whose.client_id)


def _index(whose: Whose, _others: Others) -> list[Path]:
    """All that lists remember, where this client is in it: it is made anew at once, by any command."""
    folder = whose.practice.index
    _in(folder)
    return [folder] if any(_is_indexed(whose, path) for path in plain_files(folder)) else []


def _is_indexed(whose: Whose, path: Path) -> bool:
    """Whether a client is in a file of the index; nobody knows what is in one that this version does not write."""
    if path.suffix == ".jsonl":
        return path.stem == bounded(whose.client_id)
    theirs = json.dumps(f"clients{os.sep}{whose.client_id}{os.sep}")[1:-1].encode()
    return path.name not in _KEYED or theirs in reader.read_bytes(path)


def _checked(_whose: Whose, _others: Others) -> list[Path]:
    return checked_frameworks.entries()


RESCUED = Place("rescued because the disk did not take it", _rescued)
EDITED = Place("left of an editor", _named(lambda whose: whose.practice.editing))
PLACES = (
    RESCUED,
    EDITED,
    Place("frameworks kept for their sessions alone", _snapshots),
    Place("a folder that was never wholly made", _half_made),
    Place("their rows of hours from before", _earlier_hours, _nameless, stays=True),
    Place("which sessions were held last", _counters, _uncounted, stays=True),
    Place("what lists remember; it is made anew", _index, stays=True),
    Place("what was checked of frameworks; it is made anew", _checked),
)
"""The places beside a client's own folders, in the order in which they are emptied: the first need those folders."""
LOCKS = Place("locks", _named(lambda whose: whose.practice.locks))
"""Their locks go last, once nobody holds them."""
