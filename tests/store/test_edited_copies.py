"""Copies that are open in an editor, told from those that are left of one."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coachcli.store import edited_copies
from coachcli.store.disk import files
from coachcli.store.paths import Practice

BASE, OTHER_BASE = "a" * 64, "b" * 64


@pytest.fixture
def session_file(practice: Practice) -> Path:
    practice.editing.mkdir(parents=True)
    return practice.session_file("jane-example", "2026-11-20-1400-grow")


def laid_out(path: Path) -> Path:
    path.write_text("text", encoding="utf-8")
    return path


def abandoned(path: Path) -> Path:
    """The same, by a process that is over."""
    with subprocess.Popen([sys.executable, "-c", ""]) as done:
        done.wait()
    return laid_out(path.with_name(path.name.replace(f".{os.getpid()}.", f".{done.pid}.")))


def test_what_is_open_is_not_left(practice: Practice, session_file: Path) -> None:
    laid_out(edited_copies.path_for_session(practice, session_file, BASE))
    laid_out(edited_copies.path_for_line(practice))

    assert edited_copies.left(practice) == []


def test_what_a_process_that_is_over_had_open_is_left(practice: Practice, session_file: Path) -> None:
    line = abandoned(edited_copies.path_for_line(practice))
    copy = abandoned(edited_copies.path_for_session(practice, session_file, BASE))
    unnamed = laid_out(practice.editing / "0123456789ab.yaml")

    assert set(edited_copies.left(practice)) == {line, copy, unnamed}
    assert edited_copies.left_of(practice, session_file, BASE) == (copy,)


def test_it_is_of_no_other_session_and_of_no_other_version(practice: Practice, session_file: Path) -> None:
    abandoned(edited_copies.path_for_session(practice, session_file, BASE))
    for other in ("2026-11-20-1400-gro", "2026-11-20-1400-grow-2"):
        assert edited_copies.left_of(practice, session_file.with_name(f"{other}.yaml"), BASE) == ()

    assert edited_copies.left_of(practice, session_file, OTHER_BASE) == ()
    assert edited_copies.left_of(practice, practice.session_file("jane", session_file.stem), BASE) == ()


def test_one_in_which_nothing_was_saved_goes_when_the_same_is_opened_again(
    practice: Practice, session_file: Path
) -> None:
    base, other = files.digest(b"text"), practice.session_file("bo-sample", session_file.stem)
    untouched = abandoned(edited_copies.path_for_session(practice, session_file, base))
    kept = [
        abandoned(edited_copies.path_for_session(practice, session_file, BASE)),
        abandoned(edited_copies.path_for_session(practice, other, base)),
        laid_out(edited_copies.path_for_session(practice, session_file, base)),
    ]

    assert edited_copies.is_untouched(untouched)
    edited_copies.sweep_untouched(practice, edited_copies.path_for_session(practice, session_file, base))

    assert sorted(practice.editing.iterdir()) == sorted(kept)


def test_a_link_and_a_folder_are_no_copies(practice: Practice, session_file: Path) -> None:
    copy = edited_copies.path_for_session(practice, session_file, BASE)
    copy.with_name("0123456789ab.yaml").symlink_to(practice.root)
    copy.with_name("0123456789ac.yaml").mkdir()

    assert edited_copies.left(practice) == []


def test_where_the_disk_refuses_to_say_nothing_is_left(
    practice: Practice, session_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    abandoned(edited_copies.path_for_session(practice, session_file, BASE))
    assert len(edited_copies.left(practice)) == 1

    def refuse(path: object) -> object:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert edited_copies.left(practice) == []


def test_the_copy_of_a_line_says_of_which_session_it_is_and_is_none_of_the_session(
    practice: Practice, session_file: Path
) -> None:
    line = abandoned(edited_copies.path_for_line(practice, session_file))

    assert line.name.startswith("jane-example--2026-11-20-1400-grow.line.")
    assert edited_copies.left(practice) == [line]
    assert edited_copies.left_of(practice, session_file, BASE) == ()
