"""The folders of sessions: the files that may be sessions by their names, and those that are passed over."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from coachcli.command_line import command
from coachcli.errors import CoachError, PassedOverError
from coachcli.store.client.folders import Folders, client_folder, client_folders, own_folder
from coachcli.store.disk import copies, reader
from coachcli.store.disk.status import is_file
from coachcli.store.index.by_stamp import stamp_of
from coachcli.store.paths import Practice
from coachcli.store.session.place import (
    age,
    client_of,
    clients_beside,
    is_named_as_one,
    is_session_name,
    session_name,
)

_OF_A_CLIENT = frozenset({"client.yaml", "between.yaml"})


class SessionFiles(NamedTuple):
    """The files that may be sessions by their names, the newest first, and errors for those passed over."""

    paths: tuple[Path, ...]
    passed_over: tuple[CoachError, ...]


class SessionFolder(NamedTuple):
    """One client's folder of sessions: the stamp of each file that may be one by its name; errors for the others."""

    client: str
    path: Path
    stamps: dict[str, str]
    passed_over: tuple[CoachError, ...]


class SessionFolders(NamedTuple):
    """The folders of clients with the files in them, and errors for those passed over."""

    found: tuple[SessionFolder, ...]
    passed_over: tuple[CoachError, ...]


def session_files(practice: Practice, client_id: str | None = None) -> SessionFiles:
    """The files of one client, or of all. Links and second versions are no sessions, and have errors."""
    folders = session_folders(practice, client_id)
    paths = (folder.path / name for folder in folders.found for name in folder.stamps)
    within = (error for folder in folders.found for error in folder.passed_over)
    return SessionFiles(tuple(sorted(paths, key=age, reverse=True)), (*folders.passed_over, *within))


def session_folders(practice: Practice, client_id: str | None = None) -> SessionFolders:
    """The folders of one client, or of all, each read once."""
    folders = _all_folders(practice) if client_id is None else client_folder(practice, client_id)
    return SessionFolders(tuple(_looked_into(folder) for folder in folders.found), folders.passed_over)


def _all_folders(practice: Practice) -> Folders:
    """The folders of all clients, and that of the coach's own work."""
    theirs, own = client_folders(practice), own_folder(practice)
    return Folders((*theirs.found, *own.found), (*theirs.passed_over, *own.passed_over))


def _looked_into(folder: Path) -> SessionFolder:
    path, stamps, passed_over = folder / "sessions", dict[str, str](), list(_second_versions(folder))
    try:
        entries = reader.entries(path)
    except CoachError as error:
        return SessionFolder(folder.name, path, stamps, (*passed_over, error))
    for entry in entries:
        is_link = entry.is_symlink()
        if is_session_name(entry.name) and not is_link and not is_conflict(entry.name):
            stamps[entry.name] = stamp_of(entry)
        elif (wrong := _not_a_session(path / entry.name, is_link=is_link)) is not None:
            passed_over.append(wrong)
    return SessionFolder(folder.name, path, stamps, tuple(passed_over))


def is_conflict(name: str) -> bool:
    """Whether a file with the name of a session is a second version of one; only one program names them so."""
    return "conflict" in name and copies.original_of(name) is not None


def _not_a_session(path: Path, *, is_link: bool) -> CoachError | None:
    """The error for a file that is no session, where a coach may take it for one."""
    if path.name.startswith("."):
        return None
    if is_link and path.suffix == ".yaml":
        return reader.passed_over_link(path)
    original = copies.original_of(path.name)
    if original is not None and original.endswith(".yaml"):
        return second_version(path, path.with_name(original))
    if path.suffix in {".yaml", ".yml"} and not is_named_as_one(path):
        hint = "A session's file is called, for example, 2026-11-20-1400-grow.yaml"
        return PassedOverError(f"{path} has not the name of a session, and was passed over.", hint)
    return None


def _second_versions(folder: Path) -> Iterator[CoachError]:
    """The errors for second versions of a client's own files; one for an unreadable folder comes later."""
    with suppress(CoachError):
        for entry in reader.entries(folder):
            original = copies.original_of(entry.name)
            if original in _OF_A_CLIENT:
                text = f"There are two versions of {folder / original}: {entry.name} is not used."
                yield PassedOverError(text, "Keep in the one what is right of the other, then put that one elsewhere.")


class SecondVersionError(PassedOverError):
    """There is another version of a session beside it."""

    def __init__(self, original: Path, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.original = original


def second_version(path: Path, original: Path) -> PassedOverError:
    """The error for a second version of a session."""
    if is_file(original):
        hint = f"What only one of them has: {command('session', 'compare', session_name(original))}"
        message = f"There are two versions of {session_name(original)}: {path} is not used."
        return SecondVersionError(original, message, hint)
    hint = f"There is no first one. If it is the right one, call it {original.name}"
    return PassedOverError(f"{path} is a second version of a session, and was passed over.", hint)


_DISAGREE = "where it lies and what it says disagree"


class NobodysError(PassedOverError):
    """Sessions that belong to nobody, in one client's folder; `claimed` are the clients they say they are of."""

    def __init__(self, paths: Sequence[Path], claimed: frozenset[str], message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.paths = tuple(paths)
        self.claimed = claimed


def belongs_to_nobody(paths: Sequence[Path], claimed: Iterable[str] = ()) -> NobodysError:
    """The error for files that lie with one client and say that they are of another, or of another moment."""
    first, client, claimed = paths[0], client_of(paths[0]), frozenset(claimed)
    if len(paths) == 1:
        likely = _likely(first, claimed)
        move = command("session", "move", f"{client}/sessions/{first.name}", likely or "CLIENT")
        says = f"it lies with {client} and says that it is {likely}'s" if likely else _DISAGREE
        message = f"{first} belongs to nobody: {says}."
        return NobodysError(paths, claimed, message, f"Say whose it is: {move}")
    hint = f"If they are all this client's: {command('session', 'move', f'{client}/sessions', client)}"
    message = f"{len(paths)} sessions in {first.parent} belong to nobody: where they lie and what they say disagree."
    return NobodysError(paths, claimed, message, hint)


def _likely(path: Path, claimed: frozenset[str]) -> str:
    """The other client of this practice that a file claims; empty where there is none, as no other word is repeated."""
    there = {entry.name for entry in reader.entries(clients_beside(path))} - {client_of(path)}
    return next(iter(sorted(claimed & there)), "")
