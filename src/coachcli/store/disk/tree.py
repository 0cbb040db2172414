"""All that lies in a folder and below it, looked at and never followed."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from coachcli.errors import CoachError
from coachcli.store.disk import reader


class Found(NamedTuple):
    """Something in a folder: its path below the first folder with slashes, and what the system says of it.

    `status` is None where that cannot be asked; `wrong` is why a folder cannot be looked into.
    """

    name: str
    path: Path
    status: os.stat_result | None
    wrong: CoachError | None = None

    @property
    def is_file(self) -> bool:
        """Whether it is a plain file."""
        return self.status is not None and stat.S_ISREG(self.status.st_mode)

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.status is not None and stat.S_ISDIR(self.status.st_mode)

    @property
    def is_link(self) -> bool:
        """Whether it is a link, wherever that leads."""
        return self.status is not None and stat.S_ISLNK(self.status.st_mode)

    @property
    def last(self) -> str:
        """Its own name."""
        return self.path.name

    @property
    def folder(self) -> str:
        """The name of the folder in which it lies; empty for the first one."""
        return self.name.rpartition("/")[0]


def walk(root: Path, is_entered: Callable[[Found], bool] = lambda found: found.is_folder) -> Iterator[Found]:
    """Everything below `root`, each folder before what is in it, by name.

    A link for which `is_entered` says yes is looked into like a folder.
    """
    waiting = [Found("", root, None)]
    while waiting:
        found = waiting.pop()
        if found.name and not is_entered(found):
            yield found
            continue
        try:
            inside = reader.entries(Path(os.path.realpath(found.path)) if found.is_link else found.path)
        except CoachError as error:
            yield found._replace(wrong=error)
            continue
        if found.name:
            yield found
        waiting += reversed([_found(found, entry) for entry in inside])


def _found(above: Found, entry: os.DirEntry[str]) -> Found:
    name = f"{above.name}/{entry.name}" if above.name else entry.name
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        status = None
    return Found(name, above.path / entry.name, status)
