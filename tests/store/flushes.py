"""What the disk is asked to have before the program goes on, by name and in order."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_TEMPORARY = re.compile(r"\.(?P<name>.+)\.\d+\.[0-9a-f]{8}\.tmp")


@contextmanager
def flushed_below(root: Path) -> Iterator[list[str]]:
    """Each file and folder below `root` that is flushed meanwhile; what lists remember, which is derived, left out."""
    flushed: list[str] = []
    opened: dict[int, Path] = {}
    real_open, real_fsync = os.open, os.fsync

    def watched_open(path: str | Path, *args: Any, **kwargs: Any) -> int:
        fd = real_open(path, *args, **kwargs)
        opened[fd] = Path(path)
        return fd

    def watched_fsync(fd: int) -> None:
        real_fsync(fd)
        path = opened.get(fd, root.parent)
        if path.is_relative_to(root) and not path.is_relative_to(root / ".index"):
            flushed.append(_name(path.relative_to(root)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", watched_open)
        patch.setattr(os, "fsync", watched_fsync)
        yield flushed


def _name(path: Path) -> str:
    """A file goes by the name that it is to have."""
    match = _TEMPORARY.fullmatch(path.name)
    return str(path.with_name(match["name"]) if match else path)
