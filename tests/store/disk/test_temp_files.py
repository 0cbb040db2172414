"""What a killed process left half written goes, and nothing else does."""

import errno
import os
import sys
import time
from pathlib import Path

import pytest
from store.disk.conftest import NEW, OLD, Failing, run, temporaries

from coachcli.store.disk import files, temp_files

assert sys.platform != "win32"  # it has other signals, terminals and locks


def dead_pid() -> int:
    child = run("")
    child.communicate(timeout=60)
    return child.pid


def killed_while_saving(path: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; from coachcli.store.disk import files\n"
        "os.fsync = lambda fd: os.kill(os.getpid(), signal.SIGKILL)\n"
        "files.replace(Path(sys.argv[1]), b'new', expected=files.digest(Path(sys.argv[1]).read_bytes()))"
    )
    child = run(script, path)
    child.communicate(timeout=60)
    assert child.returncode == -9


def test_what_a_killed_process_left_is_swept(path: Path) -> None:
    killed_while_saving(path)
    assert len(temporaries(path.parent)) == 1
    assert path.read_bytes() == OLD
    assert temp_files.sweep(path.parent) == 1
    assert [each.name for each in path.parent.iterdir()] == ["one.yaml"]


def test_a_whole_folder_that_a_killed_process_left_is_swept_and_one_that_is_written_is_not(path: Path) -> None:
    for pid in (dead_pid(), os.getpid()):
        inside = path.parent / f".all-held.{pid}.0123abcd.tmp" / "sessions"
        inside.mkdir(parents=True)
        (inside / "one.md").write_text("words")

    assert temp_files.sweep(path.parent) == 1
    (there,) = path.parent.glob(".all-held*")
    assert str(os.getpid()) in there.name


def test_what_is_being_written_is_not_swept(path: Path) -> None:
    with files._temporary(path, NEW, flushed=False) as temp:
        assert temp_files.sweep(path.parent) == 0
        assert temp.read_bytes() == NEW


def test_after_an_hour_nobody_is_writing_any_more(path: Path) -> None:
    with files._temporary(path, NEW, flushed=False) as temp:
        long_ago = time.time() - 4000
        os.utime(temp, (long_ago, long_ago))
        assert temp_files.sweep(path.parent) == 1


def test_only_what_is_our_own_is_swept(path: Path) -> None:
    dead = dead_pid()
    keep = ["one.tmp", ".one.yaml.tmp", f".one.{dead}.tmp", f"one.{dead}.0123abcd.tmp", f".one.{dead}.0123abcd.tmp.txt"]
    for name in keep:
        path.with_name(name).write_bytes(b"someone's")
    path.with_name(f".b.{dead}.0123abcd.tmp").symlink_to(path)
    before = sorted(each.name for each in path.parent.iterdir())
    assert temp_files.sweep(path.parent) == 0
    assert sorted(each.name for each in path.parent.iterdir()) == before


def test_sweeping_what_is_not_there_is_no_failure(tmp_path: Path) -> None:
    assert temp_files.sweep(tmp_path / "gone") == 0


def test_a_number_no_process_can_have_is_nobody(path: Path) -> None:
    path.with_name(".one.yaml.9999999999.0123abcd.tmp").write_bytes(b"x")
    assert temp_files.sweep(path.parent) == 1


def test_a_process_of_somebody_else_is_running(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.with_name(".one.yaml.1.0123abcd.tmp").write_bytes(b"x")
    Failing(monkeypatch, "kill", 1, errno.EPERM)
    assert temp_files.sweep(path.parent) == 0
