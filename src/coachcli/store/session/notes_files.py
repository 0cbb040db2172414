"""Looks for notes in the files of sessions and of the time between them, with no index: most are never read as YAML."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from coachcli.domain.find.occasion import Occasion, between_sessions, of_session
from coachcli.domain.find.query import Query
from coachcli.domain.find.raw_text import may_hold
from coachcli.domain.value import changed
from coachcli.errors import CoachError, NotFoundError
from coachcli.store.disk import reader
from coachcli.store.disk.status import is_link, is_there
from coachcli.store.index.census import session_in
from coachcli.store.paths import Practice
from coachcli.store.session import between
from coachcli.store.session.folder import belongs_to_nobody, session_folders
from coachcli.store.session.records import END
from coachcli.store.session.sessions import is_in_place
from coachcli.store.session.trash import trashed
from coachcli.store.yaml_io.strict_reader import RECORD

_TAIL = 16
_DAY = len("2026-11-20")


class NotesFile(NamedTuple):
    """A file with notes. `day` is the one in its name; empty for that of the time between sessions."""

    path: Path
    client: str
    day: str = ""
    in_trash: bool = False


class NotesFiles(NamedTuple):
    """The files, the newest first, after those of the time between sessions; and errors for those passed over."""

    found: tuple[NotesFile, ...]
    passed_over: tuple[CoachError, ...]


def notes_files(practice: Practice, client_ids: Iterable[str]) -> NotesFiles:
    """The files of these clients."""
    between: list[NotesFile] = []
    sessions: list[NotesFile] = []
    passed_over: list[CoachError] = []
    for client in client_ids:
        path = practice.between_file(client)
        if is_there(path) or is_link(path):
            between.append(NotesFile(path, client))
        folders = session_folders(practice, client)
        passed_over += folders.passed_over
        for folder in folders.found:
            passed_over += folder.passed_over
            sessions += (NotesFile(folder.path / name, client, name[:_DAY]) for name in folder.stamps)
    sessions.sort(key=lambda file: file.day, reverse=True)
    return NotesFiles((*between, *sessions), tuple(passed_over))


def files_in_trash(practice: Practice) -> list[NotesFile]:
    """The files of sessions that were deleted, the newest first."""
    there = sorted(trashed(practice), key=lambda one: one.path.name, reverse=True)
    return [NotesFile(one.path, one.client, one.path.name[:_DAY], in_trash=True) for one in there]


def occasions(
    practice: Practice, file: NotesFile, name: str, query: Query, pieces: frozenset[bytes]
) -> Iterator[Occasion]:
    """What is found in a file of which the text has to have these pieces; `name` is what the client is called.

    Raises where it cannot be read, or is nobody's.
    """
    try:
        if _may_hold(file.path, pieces):
            yield from _read(practice, file, name, query)
    except NotFoundError:  # gone since the folder was listed
        return


def _may_hold(path: Path, pieces: frozenset[bytes]) -> bool:
    """Whether a file may hold what is looked for; one that has lost its end is read as well, so that it is told."""
    raw = reader.read_bytes(path, RECORD.bytes)
    return may_hold(raw, pieces) or not raw[-_TAIL:].rstrip().endswith(END)


def _read(practice: Practice, file: NotesFile, name: str, query: Query) -> Iterator[Occasion]:
    if not file.day:
        yield from between_sessions(between.load(practice, file.client), name, query)
        return
    session = session_in(file.path)
    if not file.in_trash and not is_in_place(file.path, session):
        raise belongs_to_nobody([file.path], [session.client])
    yield from (changed(one, in_trash=file.in_trash) for one in of_session(session, name, query))
