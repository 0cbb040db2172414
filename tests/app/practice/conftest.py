"""A practice of two clients, copied for each test, and its check."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from app.practice.checked import Check, checked
from hostile.world import build

from coachcli.store.paths import Practice


@pytest.fixture(scope="session")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """It takes a while to hold its sessions."""
    root = tmp_path_factory.mktemp("held") / "practice"
    build(root)
    return root


@pytest.fixture
def filled(held: Path, practice: Practice) -> Practice:
    """A practice of this test, in which nothing is wrong."""
    shutil.copytree(held, practice.root, symlinks=True)
    return practice


@pytest.fixture
def check(filled: Practice) -> Check:
    """What a check finds in it."""

    def run(on: datetime | None = None) -> list[str]:
        return checked(filled, on)

    return run


Write = Callable[[str, str], None]


@pytest.fixture
def write(filled: Practice) -> Write:
    """Write a file of it."""

    def run(name: str, text: str) -> None:
        path = filled.root / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)

    return run
