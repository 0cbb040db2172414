"""What a killed process left half written goes, in every folder of a practice, and nothing else does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coachcli.store.disk import leftovers
from coachcli.store.paths import Practice
from coachcli.store.session import rescue

FOLDERS = [
    ".", "clients", "clients/jane-example", "clients/jane-example/sessions", "clients/jane-example/exports",
    "frameworks", ".snapshots", ".index", ".index/clients", ".trash", ".trash/jane-example", ".locks", ".editing",
]  # fmt: skip


@pytest.fixture(scope="module")
def dead() -> int:
    """The number of a process that is over."""
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def half_written(folder: Path, process: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f".2026-11-20-1400-grow.yaml.{process}.0123abcd.tmp"
    path.write_text("half a sen", encoding="utf-8")
    return path


@pytest.mark.parametrize("folder", FOLDERS)
def test_it_goes_wherever_something_is_written(practice: Practice, dead: int, folder: str) -> None:
    path = half_written(practice.root / folder, dead)

    assert leftovers.sweep(practice) == 1
    assert not path.exists()


def test_it_goes_from_the_folder_of_what_was_rescued(practice: Practice, dead: int) -> None:
    path = half_written(rescue.folder(), dead)

    assert leftovers.sweep(practice) == 1
    assert not path.exists()


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_being_saved_and_what_is_somebody_else_s_stays(practice: Practice, dead: int, folder: str) -> None:
    under_way = half_written(practice.root / folder, os.getpid())
    theirs = practice.root / folder / f"notes.{dead}.0123abcd.tmp"
    theirs.write_text("mine", encoding="utf-8")

    assert leftovers.sweep(practice) == 0
    assert under_way.exists()
    assert theirs.exists()


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if folder != "."])
def test_a_folder_that_is_a_link_is_passed_over(practice: Practice, tmp_path: Path, dead: int, folder: str) -> None:
    path = half_written(tmp_path / "elsewhere", dead)
    link = practice.root / folder
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "elsewhere")

    assert leftovers.sweep(practice) == 0
    assert path.exists()


def test_the_practice_itself_may_be_a_link(practice: Practice, tmp_path: Path, dead: int) -> None:
    paths = [half_written(tmp_path / "elsewhere" / folder, dead) for folder in (".", "clients/jane-example")]
    practice.root.symlink_to(tmp_path / "elsewhere")

    assert leftovers.sweep(practice) == len(paths)


def test_of_a_practice_that_is_not_there_nothing_is_swept(practice: Practice) -> None:
    assert leftovers.sweep(practice) == 0
    assert not practice.root.exists()
