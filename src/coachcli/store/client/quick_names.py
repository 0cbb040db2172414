"""The names of clients, at a glance: each is remembered or picked from its line, and nothing is ever written."""

import os
import re
from itertools import islice
from pathlib import Path

from coachcli.domain.client.model import Client
from coachcli.domain.text import clean, folded, one_line
from coachcli.errors import CoachError
from coachcli.patterns import pattern
from coachcli.store.disk.status import is_folder, is_link
from coachcli.store.index.by_stamp import Facts, Index
from coachcli.store.paths import Practice
from coachcli.store.session.place import age, is_named_as_one

# A value on one line, and not further on the next.
_LINES = {
    name: pattern(rb"^%s:[ \t]+([^\r\n]++)(?![\r\n]+[ \t])" % name.encode(), re.MULTILINE)
    for name in ("name", "archived")
}
_SINGLE = pattern(r"'((?:[^']|'')*)'")
_DOUBLE = pattern(r'"([^"\\]*)"')
_PLAIN = pattern(r"[^\s\"'|>&*!%@`\[\]{}#,?-](?:(?! #|: ).)*")


def people(practice: Practice) -> list[Client]:
    """All clients by name; one whose name cannot be told at a glance goes by their folder."""
    index = Index(practice, "clients")
    clients = [_person(path, index) for path in _folders(practice)]
    return sorted(clients, key=lambda client: (folded(client.name), client.id))


def last_seen(practice: Practice) -> list[str]:
    """The ids of clients with sessions, the last seen first; the names of sessions begin with the time."""
    newest = {path.name: _newest(path / "sessions") for path in _with_own(practice)}
    return sorted(filter(newest.get, newest), key=lambda client_id: (newest[client_id], client_id), reverse=True)


def sessions_with(practice: Practice, client_id: str) -> list[Path]:
    """The files with a client that have the name of a session, the newest first."""
    folder = practice.sessions(client_id)
    if is_link(folder) or is_link(folder.parent):
        return []
    return sorted((folder / name for name in _names(folder)), key=age, reverse=True)


def session_count(practice: Practice, most: int) -> int:
    """The number of files with the name of a session, counted up to `most`; `most` where folders cannot be listed."""
    try:
        folders = _with_own(practice)
    except OSError:
        return most
    names = (name for folder in folders for name in _names(folder / "sessions"))
    return sum(1 for _ in islice(names, most))


def deleted(practice: Practice) -> list[Path]:
    """The files in the trash that have the name of a session, the last deleted first."""
    paths = practice.trash.glob("*/*.yaml")
    sessions = [path for path in paths if is_named_as_one(path) and not is_link(path)]
    return sorted(sessions, key=lambda path: path.lstat().st_ctime_ns, reverse=True)


def _folders(practice: Practice) -> list[Path]:
    if not is_folder(practice.clients):
        return []
    with os.scandir(practice.clients) as entries:
        names = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
    return [practice.clients / name for name in names if not name.startswith(".")]


def _with_own(practice: Practice) -> list[Path]:
    """The folders of clients, and that of the coach's own work, where it is one."""
    own = [practice.own] if practice.has_own_work and not is_link(practice.own) else []
    return [*(folder for folder in _folders(practice) if folder == practice.folder(folder.name)), *own]


def _newest(folder: Path) -> str:
    """The name of the newest session; empty where there is none, or no such folder."""
    return max(_names(folder), default="")


def _names(folder: Path) -> list[str]:
    """The names of the files in a folder that may be sessions."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 names alone, for hundreds of files
    except OSError:
        return []
    return [name for name in names if is_named_as_one(folder / name)]


def _person(folder: Path, index: Index) -> Client:
    try:
        return index.known(folder / "client.yaml", _facts, _named)
    except CoachError:
        return Client(folder.name, folder.name)


def _facts(path: Path) -> Facts:
    from coachcli.store.disk import files  # noqa: PLC0415 only where a file is not known yet

    data = files.read_bytes(path)
    lines = {name: line.search(data) for name, line in _LINES.items()}
    facts = {name: _value(line[1].decode(errors="replace").strip()) if line else "" for name, line in lines.items()}
    return {**facts, "name": one_line(clean(facts["name"])) or path.parent.name}


def _value(text: str) -> str:
    """The value behind a name; empty where only a reader of YAML could tell it."""
    if match := _SINGLE.fullmatch(text):
        return match[1].replace("''", "'")
    match = _DOUBLE.fullmatch(text) or _PLAIN.fullmatch(text)
    return match[match.lastindex or 0] if match else ""


def _named(path: Path, facts: Facts) -> Client:
    return Client(path.parent.name, one_line(facts["name"]), archived=one_line(facts["archived"]))
