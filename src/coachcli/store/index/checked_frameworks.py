"""Checked frameworks, remembered in the user's cache folder. Without it everything only takes longer.

An entry is named by the hash of everything it was made from, the program included. A change makes another name, so the
framework is checked anew. So no entry has to be found out of date; the oldest ones are removed.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from coachcli import __version__
from coachcli.errors import CoachError
from coachcli.patterns import pattern
from coachcli.store import paths
from coachcli.store.disk import files, reader, temp_files
from coachcli.store.framework.files import ENDINGS, PACKS, Source, shipped_folder

MOST = 300
"""So many entries are kept."""
_ENTRY = pattern("[a-z]+-[0-9a-f]{64}")
_OURS = pattern(r"[a-z]+-[0-9a-f]{64}|\.[a-z]+-[0-9a-f]+\.\d+\.[0-9a-f]{8}\.tmp")
_PACKAGE = Path(__file__).parents[2]
# The code that decides what a framework is. Whoever changes a file in these folders works on the program.
_CODE = ("domain", "domain/framework", "store/framework", "store/index", "store/yaml_io")


def name_of(kind: str, *parts: bytes | str) -> str:
    """The name of the entry that this program makes from these parts."""
    content = hashlib.sha256()
    for part in (kind, *_program(), *parts):
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        content.update(b"%d:" % len(data) + data)
    return f"{kind}-{content.hexdigest()}"


def of_source(kind: str, source: Source, *parts: str) -> str:
    """The name of the entry made from a framework's file, and from anything that it may draw on."""
    return name_of(kind, source.id, str(source.shipped), _bytes(source.path), *of_own(source.own), *parts)


def of_own(own: Path | None) -> Iterator[bytes | str]:
    """The names and the bytes of all files in a folder of a coach's own frameworks."""
    for folder in (own, own / PACKS) if own is not None else ():
        for name in _names(folder, ENDINGS):
            yield name
            yield _bytes(folder / name)


def recall(name: str) -> bytes | None:
    """What this user remembers under a name; None where nothing is, or not to the letter what was put there."""
    with suppress(OSError, ValueError):
        path = paths.cache_folder() / name
        digest, _, data = reader.read(path).partition(b"\n")
        if digest == files.digest(data).encode() and _is_ours(path):
            return data
    return None


def remember(name: str, data: bytes) -> None:
    """Remember data under a name for the next time, if the disk takes it."""
    with suppress(CoachError, OSError):
        folder = paths.cache_folder()
        files.make_folder(folder, inside=folder)
        files.put(folder / name, files.digest(data).encode() + b"\n" + data)
        _forget_the_oldest(folder)


def entries() -> list[Path]:
    """All that is remembered, of whichever practice, and what killed processes left of it; raises CoachError."""
    folder = paths.cache_folder()
    return [folder / entry.name for entry in reader.entries(folder) if _OURS.fullmatch(entry.name)]


def _is_ours(path: Path) -> bool:
    """Whether this user wrote a file: in a folder that others may write to, they could put frameworks of their own."""
    return sys.platform == "win32" or path.lstat().st_uid == os.getuid()


def _forget_the_oldest(folder: Path) -> None:
    temp_files.sweep(folder)
    with os.scandir(folder) as entries:
        # The folder that a user named may hold other things as well.
        ours = (entry for entry in entries if _ENTRY.fullmatch(entry.name))
        there = [(entry.stat(follow_symlinks=False).st_mtime_ns, entry.path) for entry in ours]
    for _, path in sorted(there)[:-MOST]:
        files.remove(Path(path))


def _program() -> Iterator[str]:
    """What tells this program, with all that is shipped, from another: its version, and the size and time of each file.

    The version does not change while somebody works on the program; the sizes and times of its files do.
    """
    yield __version__
    frameworks = shipped_folder()
    for folder in (*(_PACKAGE / part for part in _CODE), frameworks, frameworks / PACKS):
        for name in _names(folder, (".py", *ENDINGS)):
            with suppress(OSError):
                status = os.stat(folder / name)  # noqa: PTH116 there are a hundred of them
                yield f"{name} {status.st_size} {status.st_mtime_ns}"


def _names(folder: Path, endings: tuple[str, ...]) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(endings))  # noqa: PTH208
    except OSError:
        return []


def _bytes(path: Path) -> bytes:
    """The bytes of a file. For one that cannot be read they do not matter, as nothing is made from it."""
    try:
        return reader.read(path)
    except (OSError, ValueError):
        return b"\0"
