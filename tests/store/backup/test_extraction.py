"""A restore writes nothing before all was looked through, and leaves all of it or nothing."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hostile.faults import asked, every_fault
from store.backup.boxes import Open, box, file, folder
from store.backup.conftest import FILES
from store.backup.test_members import HOSTILE

from coachcli.errors import CoachError, InUseError, NotSavedError, UnreadableError
from coachcli.store.backup import backup_file
from coachcli.store.backup.extraction import restore
from coachcli.store.disk import files
from coachcli.store.paths import Practice

assert sys.platform != "win32"
KILLED = """import os, signal, sys
from pathlib import Path
sys.path[:0] = sys.argv[3:]
from store.backup.boxes import Open
from coachcli.store.backup.extraction import restore
from coachcli.store.disk import primitives

real, calls = primitives.write, []
def write(fd, data):
    calls.append(1)
    if len(calls) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    real(fd, data)
primitives.write = write
restore(Path(sys.argv[1]), Path(sys.argv[2]), Open())
"""


class _Usage(NamedTuple):
    free: int


@pytest.fixture
def backup(filled: Practice, tmp_path: Path) -> Path:
    path = tmp_path / "out" / "b.age"
    path.parent.mkdir()
    backup_file.write(filled, path, Open())
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "new").mkdir()
    return tmp_path / "new" / "coaching"


def seen(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_everything_comes_back_for_the_coach_alone_with_its_times(backup: Path, target: Path, filled: Practice) -> None:
    before = os.umask(0)
    try:
        count = restore(backup, target, Open())
    finally:
        os.umask(before)

    assert (count, seen(target)) == (len(FILES), FILES)
    assert {path.stat().st_mode & 0o777 for path in target.rglob("*")} == {0o600, 0o700}
    assert (target.stat().st_mode & 0o777, (target / "frameworks").is_dir()) == (0o700, True)
    name = "clients/jane-example/client.yaml"
    assert int((target / name).stat().st_mtime) == int((filled.root / name).stat().st_mtime)
    assert [path.name for path in target.parent.iterdir()] == ["coaching"]


def test_an_empty_folder_will_do_and_folders_above_are_made(backup: Path, target: Path) -> None:
    target.mkdir()
    assert restore(backup, target, Open()) == len(FILES)

    assert restore(backup, target.parent / "a" / "b" / "c", Open()) == len(FILES)


@pytest.mark.parametrize("what", ["a file in it", "a hidden file in it", "a file", "a link", "a link to nothing"])
def test_where_anything_is_nothing_is_restored(what: str, backup: Path, target: Path, tmp_path: Path) -> None:
    if what.startswith("a link"):
        target.symlink_to(tmp_path / ("new" if what == "a link" else "nowhere"))
    elif what == "a file":
        target.write_bytes(b"theirs")
    else:
        target.mkdir()
        (target / (".x" if "hidden" in what else "x")).write_bytes(b"theirs")
    before = seen(tmp_path)

    with pytest.raises(InUseError, match=r"is no folder|is not empty"):
        restore(backup, target, Open())

    assert seen(tmp_path) == before


@pytest.mark.parametrize("what", HOSTILE)
def test_what_must_not_be_restored_is_refused_before_a_byte_is_written(
    what: str, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = tmp_path / "hostile.age"
    backup.write_bytes(box(folder("practice"), file("practice/good"), *HOSTILE[what]))
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.setattr(files, "make_folder", lambda *_, **__: pytest.fail("something was written"))

    with pytest.raises(UnreadableError, match="That is no backup of a practice"):
        restore(backup, target, Open())

    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("end", [0, 1, 50, 500, -1, -9])
def test_one_that_is_cut_leaves_nothing(end: int, backup: Path, target: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:end])

    with pytest.raises(UnreadableError, match="damaged, or not whole"):
        restore(backup, target, Open())

    assert list(target.parent.iterdir()) == []


def test_more_than_there_is_room_for_is_refused_as_soon_as_it_is_known(
    backup: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(60_000))

    with pytest.raises(NotSavedError, match="takes more than the 58 KiB that are free there"):
        restore(backup, target, Open())

    assert list(target.parent.iterdir()) == []


def test_whatever_the_disk_refuses_leaves_all_of_it_or_nothing(target: Path, tmp_path: Path) -> None:
    backup, all_of_it = tmp_path / "small.age", {"a/b": b"words", "c": b"more"}
    backup.write_bytes(box(folder("practice/a"), *(file(f"practice/{name}", data) for name, data in all_of_it.items())))
    with asked(target.parent) as watched:
        restore(backup, target, Open())
    shutil.rmtree(target)
    for fault in [one for one in every_fault(watched.counts) if one.call != "unlink"]:
        refused = False
        with asked(target.parent, fault):
            try:
                restore(backup, target, Open())
            except CoachError as error:
                refused = "Errno" not in error.message
        cannot_tidy = fault.call in {"scandir", "open", "stat"} and fault.for_good
        left = {path.name for path in target.parent.iterdir()}
        assert left <= {"coaching"} or cannot_tidy, (str(fault), left)
        assert refused or seen(target) == all_of_it, fault
        assert not target.exists() or seen(target) == all_of_it, fault
        shutil.rmtree(target.parent)
        target.parent.mkdir()


def test_one_that_was_killed_is_no_practice_and_the_next_one_tidies_up(backup: Path, target: Path) -> None:
    words = (str(backup), str(target), *(one for one in sys.path if one))
    done = subprocess.run([sys.executable, "-c", KILLED, *words], check=False)
    assert done.returncode == -signal.SIGKILL
    assert [path.name.startswith(".coaching.") for path in target.parent.iterdir()] == [True]

    restore(backup, target, Open())

    assert [path.name for path in target.parent.iterdir()] == ["coaching"]
