"""A file that is there already, and a disk on which one call fails."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

OLD, NEW = b"turns: [one]\n" * 100, b"turns: [one, two]\n" * 200


def temporaries(folder: Path) -> list[str]:
    """The names of what is being written in a folder."""
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def run(script: str, *args: str | Path) -> subprocess.Popen[str]:
    """Begin a program of Python's in a process of its own."""
    command = [sys.executable, "-c", script, *map(str, args)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that is there already; nothing else is in its folder."""
    folder = tmp_path / "sessions"
    folder.mkdir()
    (folder / "one.yaml").write_bytes(OLD)
    return folder / "one.yaml"


class Failing:
    """One system call that fails at its n-th use, and counts."""

    def __init__(self, patch: pytest.MonkeyPatch, name: str, nth: int, number: int) -> None:
        self._real = getattr(os, name)
        self._name, self._nth, self._number, self.calls = name, nth, number, 0
        patch.setattr(os, name, self)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.calls += 1
        if self.calls != self._nth:
            return self._real(*args, **kwargs)
        if self._name == "close":
            self._real(*args, **kwargs)
        raise OSError(self._number, os.strerror(self._number))
