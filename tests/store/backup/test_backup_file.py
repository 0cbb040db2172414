"""A backup is there whole and read back, or not at all; and the practice is as it was."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hostile.faults import Fault, asked, every_fault
from store.backup.boxes import Open
from store.backup.conftest import FILES

from coachcli.errors import CoachError, InUseError, NotSavedError
from coachcli.store.backup import backup_file
from coachcli.store.backup.age import ByKey, ForKey, new_key
from coachcli.store.backup.tarball import Tarball
from coachcli.store.disk import primitives
from coachcli.store.index.census import watch
from coachcli.store.paths import Practice

assert sys.platform != "win32"
KEY = new_key()
KILLED = """import os, signal, sys
from pathlib import Path
from coachcli.store.backup import backup_file
from coachcli.store.backup.age import ForKey
from coachcli.store.disk import primitives
from coachcli.store.paths import Practice

real, calls = primitives.write, []
def write(fd, data):
    calls.append(1)
    if len(calls) == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    real(fd, data)
primitives.write = write
backup_file.write(Practice(Path(sys.argv[1])), Path(sys.argv[2]), ForKey(sys.argv[3]))
"""


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def seen(folder: Path) -> dict[str, tuple[int, bytes]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def read(path: Path) -> dict[str, bytes]:
    with backup_file.reading(path, ByKey(KEY.secret)) as members:
        return {one.name: b"".join(one.pieces) for one in members if not one.is_folder}


def test_everything_is_in_one_file_for_the_coach_alone(filled: Practice, stick: Path) -> None:
    before = seen(filled.root)

    written = backup_file.write(filled, stick / "b.age", ForKey(KEY.public))

    assert (written.path, written.files, written.left_out) == (stick / "b.age", len(FILES), ())
    assert read(stick / "b.age") == FILES
    assert written.size == (stick / "b.age").stat().st_size
    assert (stick / "b.age").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in stick.iterdir()] == ["b.age"]
    assert seen(filled.root) == before


def test_no_word_of_it_can_be_read_without_the_key(filled: Practice, stick: Path) -> None:
    backup_file.write(filled, stick / "b.age", ForKey(KEY.public))

    data = (stick / "b.age").read_bytes()

    assert not [word for word in (b"Jane", b"jane-example", b"client.yaml", b"practice") if word in data]


def test_what_is_there_is_never_overwritten(filled: Practice, stick: Path) -> None:
    (stick / "b.age").write_bytes(b"theirs")

    with pytest.raises(InUseError, match="is there already"):
        backup_file.write(filled, stick / "b.age", ForKey(KEY.public))

    assert seen(stick).keys() == {"b.age"}
    assert (stick / "b.age").read_bytes() == b"theirs"


def test_a_disk_without_links_has_it_as_well(filled: Practice, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", none)

    backup_file.write(filled, stick / "b.age", ForKey(KEY.public))

    assert seen(stick).keys() == {"b.age"}
    assert read(stick / "b.age") == FILES


@pytest.mark.parametrize("what", ["a bit", "the end", "a file more", "a file less", "other words"])
def test_what_is_read_back_otherwise_is_not_kept(
    what: str, filled: Practice, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk says that it has it, and has something else."""
    real = primitives.flush
    lock = ForKey(KEY.public)

    def flush(fd: int) -> None:
        path = Path(f"/proc/self/fd/{fd}").resolve()
        if what == "a bit":
            os.pwrite(fd, bytes([os.pread(fd, 1, 600)[0] ^ 1]), 600)
        elif what == "the end":
            os.ftruncate(fd, os.fstat(fd).st_size - 40)
        elif path.parent == stick:
            other = Practice(filled.root.with_name("other"))
            change(what, filled, other)
            out = bytearray()
            lock.encrypt(Tarball(other).pieces(), out.extend)
            os.ftruncate(fd, 0)
            os.pwrite(fd, bytes(out), 0)
        real(fd)

    monkeypatch.setattr(primitives, "flush", flush)

    with pytest.raises(NotSavedError, match="was read back, and is not what was written; it was not kept"):
        backup_file.write(filled, stick / "b.age", lock)

    assert list(stick.iterdir()) == []


def change(what: str, practice: Practice, other: Practice) -> None:
    subprocess.run(["cp", "-r", practice.root, other.root], check=True)
    readme = other.root / "README.md"
    if what == "a file less":
        readme.unlink()
    elif what == "a file more":
        readme.with_name("more").write_bytes(b"x")
    else:
        readme.write_bytes(b"other")


def test_whatever_the_disk_refuses_leaves_a_whole_one_or_nothing(filled: Practice, stick: Path) -> None:
    before = seen(filled.root)
    with asked(stick) as watched:
        backup_file.write(filled, stick / "b.age", ForKey(KEY.public))
    (stick / "b.age").unlink()
    faults = every_fault(watched.counts)
    assert {fault.call for fault in faults} >= {"open", "write", "fsync", "link"}
    for fault in faults:
        refused = False
        with asked(stick, fault):
            try:
                backup_file.write(filled, stick / "b.age", ForKey(KEY.public))
            except CoachError as error:
                refused = "Errno" not in error.message
        there = seen(stick)
        unlinked = fault.call == "unlink"  # what cannot be removed is an encrypted file, and swept the next time
        assert unlinked or there.keys() <= {"b.age"}, fault
        assert refused or "b.age" in there, fault
        if "b.age" in there:
            assert read(stick / "b.age") == FILES, fault
        for path in stick.iterdir():
            path.unlink()
    assert seen(filled.root) == before


def test_a_full_disk_is_told_in_words(filled: Practice, stick: Path) -> None:
    fault = Fault("write", 1, errno.ENOSPC, for_good=True)

    with asked(stick, fault), pytest.raises(NotSavedError) as told:
        backup_file.write(filled, stick / "b.age", ForKey(KEY.public))

    assert told.value.message == f"{stick / 'b.age'} was not saved: the disk is full."
    assert list(stick.iterdir()) == []


def test_one_that_was_killed_leaves_no_backup_and_the_next_one_tidies_up(filled: Practice, stick: Path) -> None:
    words = (str(filled.root), str(stick / "b.age"), KEY.public)
    done = subprocess.run([sys.executable, "-c", KILLED, *words], check=False)
    assert done.returncode == -signal.SIGKILL
    assert [path.suffix for path in stick.iterdir()] == [".tmp"]

    backup_file.write(filled, stick / "b.age", ForKey(KEY.public))

    assert [path.name for path in stick.iterdir()] == ["b.age"]


def test_every_file_is_told_twice_to_whoever_waits(filled: Practice, stick: Path) -> None:
    told = list[int]()
    before = watch.set(lambda: told.append(1))
    try:
        backup_file.write(filled, stick / "b.age", Open())
    finally:
        watch.reset(before)

    assert len(told) == 2 * len(FILES)
