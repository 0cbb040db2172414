"""The folder into which what is erased goes first, in one step: from then on no list has half a client.

While it is there, the erasing is not finished. Doing it again goes on where it was; the client's file, which has the
name, goes last.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from coachcli.domain.client.model import Client, DamagedClientError
from coachcli.errors import CoachError, NotFoundError
from coachcli.store.client import client_file
from coachcli.store.disk import files, reader
from coachcli.store.disk.removal import is_gone, remove_whole
from coachcli.store.disk.status import is_folder, is_link
from coachcli.store.paths import Practice

_CLIENT, _DELETED = "client", "deleted"
_NAMED = "client.yaml"


def begun(practice: Practice) -> list[Client]:
    """The clients whose erasing was begun and not finished."""
    if not os.path.lexists(practice.erasing):
        return []
    with suppress(CoachError):
        return [_client(practice.erasing / entry.name) for entry in reader.entries(practice.erasing)]
    return []


def put_aside(practice: Practice, client_id: str) -> None:
    """Take all of a client's own out of every list, and make it what is being erased."""
    hold = practice.erasing / client_id
    files.make_folder(hold, inside=practice.root)
    try:
        for folder, name in ((practice.trash / client_id, _DELETED), (practice.clients / client_id, _CLIENT)):
            if os.path.lexists(folder) and not is_link(folder):
                files.move_to(folder, hold / name)
    except CoachError:
        give_up(practice, client_id)
        raise


def give_up(practice: Practice, client_id: str) -> None:
    """Forget that anything was begun, where nothing was put aside yet."""
    hold = practice.erasing / client_id
    with suppress(CoachError, OSError):
        if not any(map(is_folder, _inside(hold))):
            _hours_file(practice, client_id).unlink(missing_ok=True)
    _forget_if_empty(hold, practice.erasing)


def note_hours(practice: Practice, client_id: str, data: bytes) -> None:
    """Keep the hours that are to stay beside what is being erased, until they are where they belong."""
    path = _hours_file(practice, client_id)
    if is_gone(path):
        files.make_folder(path.parent, inside=practice.root)
        files.replace(path, data, expected=None)


def noted_hours(practice: Practice, client_id: str) -> bytes | None:
    """The hours that are to stay; None where none are."""
    try:
        return files.read_bytes(_hours_file(practice, client_id))
    except NotFoundError:
        return None


def hours_label(practice: Practice, client_id: str) -> str:
    """What stands for the client's name in the hours that are to stay; empty where none are."""
    data = noted_hours(practice, client_id)
    return str(json.loads(data)[0]["client"]) if data else ""


def _hours_file(practice: Practice, client_id: str) -> Path:
    return practice.erasing / client_id / "hours.json"


def empty(practice: Practice, client_id: str) -> list[CoachError]:
    """Remove all that is being erased of a client but their file, which has the name; errors for what is left."""
    try:
        inside = _inside(practice.erasing / client_id)
        rest = [path for folder in inside for path in (_inside(folder) or [folder]) if path.name != _NAMED]
    except CoachError as error:
        return [error]
    return [error for path in rest for error in remove_whole(path)]


def finish(practice: Practice, client_id: str) -> list[CoachError]:
    """Remove what is left of a client once all else is gone, their name too; errors for what could not be removed."""
    errors = remove_whole(practice.erasing / client_id)
    _forget_if_empty(practice.erasing)
    return errors


def _inside(folder: Path) -> list[Path]:
    """What is in a folder, without a link; empty for what is none."""
    return [] if is_link(folder) or not is_folder(folder) else [folder / entry.name for entry in reader.entries(folder)]


def _forget_if_empty(*folders: Path) -> None:
    for path in folders:
        with suppress(OSError):
            path.rmdir()


def _client(hold: Path) -> Client:
    """The client by what is left of them."""
    with suppress(NotFoundError, DamagedClientError):
        return Client(hold.name, client_file.read(hold / _CLIENT).name)
    return Client(hold.name, hold.name)
