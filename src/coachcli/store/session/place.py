"""Where a session lies: with which client, and of which moment. Its place says whose it is, and its words do not."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from coachcli.patterns import pattern
from coachcli.store.disk.status import is_folder

OWN = "own"
"""The folder of sessions that are about no client, beside the folder of the clients."""
UNKNOWN = "session"
"""The word in a file's name where its framework is not known."""
_CLIENTS = "clients"
_STEM = pattern(r"(?P<when>(?P<minute>\d{4}-\d\d-\d\d-\d{4})(?:-(?P<number>\d{1,6}))?)-(?P<framework>[a-z][a-z0-9_-]*)")


class Place(NamedTuple):
    """The place of a session: its client, its minute, and its framework."""

    client: str
    minute: str
    framework: str

    def when(self, number: int) -> str:
        """The minute, with a number for each further session in it."""
        return self.minute if number == 1 else f"{self.minute}-{number}"


def place_beside(path: Path) -> Place:
    """The place of one more session beside a session's file."""
    match = _STEM.fullmatch(path.stem)
    return Place(client_of(path), *((match["minute"], match["framework"]) if match else (path.stem[:15], UNKNOWN)))


def client_of(path: Path) -> str:
    """The client in whose folder a session's file lies."""
    return client_folder_of(path).name


def client_folder_of(path: Path) -> Path:
    """The folder of the client with whom a session's file lies."""
    return path.parent.parent


def frameworks_beside(path: Path) -> Path:
    """The folder of the coach's own frameworks in the practice of a session's file."""
    return _practice_of(path) / "frameworks"


def clients_beside(path: Path) -> Path:
    """The folder of all clients in the practice of a session's file."""
    return _practice_of(path) / _CLIENTS


def _practice_of(path: Path) -> Path:
    folder = client_folder_of(path)
    # In a practice of before, a client may be called own; and a practice itself may lie in a folder called clients.
    is_own = folder.name == OWN and (folder.parent.name != _CLIENTS or is_folder(folder.parent / _CLIENTS))
    return folder.parent if is_own else folder.parent.parent


def session_name(path: Path) -> str:
    """The name of a session by the place of its file: jane-doe/2026-11-20-1400."""
    return f"{client_of(path)}/{session_when(path)}"


def session_when(path: Path) -> str:
    """The time in a file's name, with the number of a second session in the same minute."""
    return when_in(path.stem)


def when_in(stem: str) -> str:
    """The time in a file's name without its ending."""
    match = _STEM.fullmatch(stem)
    return match["when"] if match else stem


def is_named_as_one(path: Path) -> bool:
    """Whether a file has the name of a session: a time, and a framework behind it."""
    return is_session_name(path.name)


def is_session_name(name: str) -> bool:
    """Whether a file of this name may be a session."""
    return name.endswith(".yaml") and _STEM.fullmatch(name, 0, len(name) - len(".yaml")) is not None


def age(path: Path) -> tuple[str, int, str, str]:
    """The key that sorts files by the times in their names."""
    match = _STEM.fullmatch(path.stem)
    minute, number = (match["minute"], int(match["number"] or 1)) if match else (path.stem[:15], 1)
    return minute, number, client_of(path), path.stem


def agrees(client: str, stem: str, said: tuple[str, str], frameworks: Iterable[str]) -> bool:
    """Whether the client and the id that a file says are those that its place says."""
    named, _, when = said[1].rpartition("/")
    begin, framework = stem[: len(when) + 1], stem[len(when) + 1 :]
    return client == said[0] == named and begin == f"{when}-" and framework in (*frameworks, UNKNOWN)
