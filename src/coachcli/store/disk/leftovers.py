"""The files that killed processes leave in a practice: plain text that nobody is writing any more."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from coachcli.store.disk import temp_files
from coachcli.store.disk.status import is_link
from coachcli.store.paths import Practice
from coachcli.store.session import rescue

# clients/NAME/sessions is the deepest folder.
_DEPTH = 2


def sweep(practice: Practice) -> int:
    """Remove such files from every folder that is written to; returns their number. Links are passed over."""
    parts = (
        practice.clients,
        practice.own,
        practice.frameworks,
        practice.snapshots,
        practice.trash,
        practice.locks,
        practice.counters,
        practice.index,
        practice.editing,
    )
    below = (folder for part in parts for folder in _folders(part, _DEPTH))
    return sum(temp_files.sweep(folder) for folder in (practice.root, *below, rescue.folder()))


def _folders(folder: Path, depth: int) -> Iterator[Path]:
    """A folder and those below it, so many levels deep."""
    if is_link(folder):
        return
    yield folder
    if depth:
        with suppress(OSError):
            for entry in list(os.scandir(folder)):
                if entry.is_dir(follow_symlinks=False):
                    yield from _folders(Path(entry.path), depth - 1)
