"""The clients' folders. A link counts as one only where coach.yaml lists its target, and it is only read."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from coachcli.domain.client.model import Client
from coachcli.errors import CoachError, PassedOverError, Saying, UsageError, harmless
from coachcli.store.disk import reader
from coachcli.store.disk.status import is_folder, is_link
from coachcli.store.paths import Practice
from coachcli.store.session.place import OWN


class Folders(NamedTuple):
    """The folders of clients, and errors for what was passed over."""

    found: tuple[Path, ...]
    passed_over: tuple[CoachError, ...]


def client_folders(practice: Practice) -> Folders:
    """Every client's folder, by name."""
    try:
        entries = reader.entries(practice.clients)
    except CoachError as error:
        return Folders((), (error,))
    folders: list[Path] = []
    passed_over: list[CoachError] = []
    for entry in entries:
        folder = practice.clients / entry.name
        wrong = _wrong_link(practice, folder) if entry.is_symlink() else _no_clients_folder(practice, folder)
        if wrong is not None:
            passed_over.append(wrong)
        elif is_folder(folder) and not entry.name.startswith("."):
            folders.append(folder)
    return Folders(tuple(folders), tuple(passed_over))


def own_folder(practice: Practice) -> Folders:
    """The folder of the coach's own work that is about nobody, if there is any."""
    return client_folder(practice, OWN) if practice.has_own_work and os.path.lexists(practice.own) else Folders((), ())


def client_folder(practice: Practice, client_id: str) -> Folders:
    """One client's folder, or that of the coach's own work, if it may be read."""
    folder = practice.folder(client_id)
    wrong = next(_wrong(practice, folder), None)
    return Folders((), (wrong,)) if wrong is not None else Folders((folder,), ())


def refuse_linked(practice: Practice, client: Client) -> None:
    """Raise UsageError where a client's folder is a link: it is only read, so no session can be held."""
    if is_link(practice.folder(client.id)):
        message = f"The folder of {client.name} is a link: it is read, and never written."
        hint = "Put the folder itself in its place to hold a session."
        raise UsageError(
            Saying(message, discreet="Their folder is a link: it is read, and never written."), harmless(hint)
        )


def _wrong(practice: Practice, folder: Path) -> Iterator[CoachError]:
    if is_link(practice.clients) and folder != practice.own:
        yield reader.passed_over_link(practice.clients)
    if is_link(folder):
        wrong = _wrong_link(practice, folder)
        if wrong is not None:
            yield wrong


def _no_clients_folder(practice: Practice, path: Path) -> CoachError | None:
    """The error for what can be no client's folder."""
    if path == practice.clients / OWN and practice.has_own_work:
        hint = "Give the folder another name; every list then says how its sessions follow."
        return PassedOverError(f"{path} was passed over: {OWN} stands for your own work, and for no client.", hint)
    return _no_folder(path)


def _no_folder(path: Path) -> CoachError | None:
    """The error for a file with a name like that of a client's folder; None for other files, which nobody misses."""
    if is_folder(path) or "." in path.name:
        return None
    return PassedOverError(f"{path} is not a folder, and was passed over.", "A client has a folder: put it elsewhere.")


def _wrong_link(practice: Practice, folder: Path) -> CoachError | None:
    """The error for a link whose target is not read as a client's folder."""
    from coachcli.store import settings  # noqa: PLC0415 only where there is a link

    target = Path(os.path.realpath(folder))
    if target.is_relative_to(practice.root):
        hint = "It leads to another folder of this practice. Take the link away."
        return PassedOverError(f"{folder} is a link, and was passed over.", hint)
    try:
        is_listed = target in settings.load(practice).linked
    except CoachError as error:
        return error
    if is_listed:
        return None
    hint = "To have it read, never written, put what it leads to into coach.yaml, below  linked:"
    return PassedOverError(f"{folder} is a link, and was passed over.", hint)
