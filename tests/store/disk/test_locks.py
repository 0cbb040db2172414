"""One terminal at a time, whoever is killed."""

import errno
import fcntl
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from coachcli.errors import InUseError, NotSavedError
from coachcli.store.disk import locks
from coachcli.store.disk.locks import held, lock_path

assert sys.platform != "win32"  # it has other signals, terminals and locks

HOLD = """
import sys
from pathlib import Path
from coachcli.store.disk.locks import held

with held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

COUNT = """
import sys
from pathlib import Path
from coachcli.store.disk import files
from coachcli.store.disk.locks import held

path = Path(sys.argv[1])
for _ in range(50):
    with held(path, wait=60):
        data = files.read_bytes(path)
        files.replace(path, str(int(data) + 1).encode(), expected=files.digest(data))
"""


def run(script: str, path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, str(path)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "session.yaml"
    path.write_bytes(b"0")
    return path


@pytest.fixture
def other(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds it."""
    child = run(HOLD, path)
    assert child.stdout
    assert child.stdout.readline() == "held\n"
    yield child
    child.kill()
    child.communicate(timeout=60)


def test_the_second_terminal_is_refused_at_once(path: Path, other: subprocess.Popen[str]) -> None:
    with pytest.raises(InUseError) as caught, held(path):
        pytest.fail("two terminals at once")
    assert caught.value.message == "This session is open in another terminal."
    assert caught.value.hint == "Close it there, or wait; nothing was changed."
    assert other.poll() is None


def test_the_second_terminal_gets_it_afterwards(path: Path, other: subprocess.Popen[str]) -> None:
    other.communicate("", timeout=60)
    with held(path):
        pass


def test_a_killed_terminal_lets_go(path: Path, other: subprocess.Popen[str]) -> None:
    other.kill()
    other.wait(60)
    with held(path):
        pass


def test_two_processes_lose_nothing_of_each_other(path: Path) -> None:
    children = [run(COUNT, path) for _ in range(2)]
    for child in children:
        child.communicate(timeout=60)
        assert child.returncode == 0
    assert path.read_bytes() == b"100"


def test_it_is_refused_within_one_process_too(path: Path) -> None:
    with held(path):
        with pytest.raises(InUseError), held(path):
            pytest.fail("twice at once")
        with pytest.raises(InUseError), held(path):
            pytest.fail("a refusal let it go")
    with held(path):
        pass


def test_it_is_let_go_whatever_happens(path: Path) -> None:
    with pytest.raises(OSError, match="mine"), held(path):
        raise OSError("mine")
    with held(path):
        pass


def test_what_is_held_is_not_touched(path: Path) -> None:
    with held(path):
        assert path.read_bytes() == b"0"
        os.replace(path, path.with_name("moved.yaml"))  # noqa: PTH105
        with pytest.raises(InUseError), held(path):
            pytest.fail("a save let it go")


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_a_lock_is_for_the_coach_alone(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with held(path):
            assert stat.S_IMODE(lock_path(path).stat().st_mode) == 0o600
    finally:
        os.umask(before)


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_a_practice_that_cannot_be_written_is_said(path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with (
        pytest.raises(NotSavedError, match=r"was not locked: (the disk is read-only|there is no permission)"),
        held(path),
    ):
        pytest.fail("no lock")


def test_a_link_in_place_of_the_lock_is_not_followed(path: Path) -> None:
    lock_path(path).symlink_to(path)
    with pytest.raises(NotSavedError, match="a link"), held(path):
        pytest.fail("no lock")
    assert path.read_bytes() == b"0"


def test_no_folder_is_made_for_a_lock(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError, match="its folder is gone"), held(tmp_path / "gone" / "session.yaml"):
        pytest.fail("no lock")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP])
def test_a_disk_without_locks_is_said_and_nothing_stands_in_for_one(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def no_locks(*_args: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", no_locks)
    for _ in range(2):
        with pytest.raises(NotSavedError, match="the disk has no locks"), held(path):
            pytest.fail("no lock")


def test_any_other_refusal_is_said_in_words(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(fcntl, "flock", fail)
    with pytest.raises(NotSavedError, match="was not locked: the disk is failing"), held(path):
        pytest.fail("no lock")


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_only_a_plain_file_is_locked(path: Path, make: Callable[[Path], None]) -> None:
    make(lock_path(path))
    with pytest.raises(NotSavedError, match="something else has that name"), held(path):
        pytest.fail("no lock")


@pytest.mark.parametrize("call", [(fcntl, "flock", fcntl.LOCK_UN), (os, "close", None)], ids=["unlock", "close"])
def test_what_was_done_is_done_though_letting_go_fails(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[ModuleType, str, int | None]
) -> None:
    module, name, only_for = call
    real = getattr(module, name)

    def fail(fd: int, *how: int) -> None:
        if list(how) in ([], [only_for]):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(fd, *how)

    with held(path):
        done = True
        monkeypatch.setattr(module, name, fail)
    monkeypatch.undo()
    assert done
    with held(path):
        pass


class TestWaiting:
    def test_nobody_waits_who_does_not_say_so(
        self, path: Path, other: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(locks, "sleep", lambda _seconds: pytest.fail("it waited"))
        with pytest.raises(InUseError), held(path):
            pytest.fail("two terminals at once")
        assert other.poll() is None

    def test_who_waits_gets_it_as_soon_as_the_other_lets_go(
        self, path: Path, other: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(locks, "sleep", lambda _seconds: other.communicate("", timeout=60))
        with held(path, wait=1000):
            assert other.poll() == 0

    def test_there_is_an_end_to_it(
        self, path: Path, other: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        slept: list[float] = []
        monkeypatch.setattr(locks, "monotonic", lambda: sum(slept))
        monkeypatch.setattr(locks, "sleep", slept.append)
        with pytest.raises(InUseError), held(path, wait=0.1):
            pytest.fail("two terminals at once")
        assert sum(slept) == pytest.approx(0.1, abs=0.01)
        assert other.poll() is None

    def test_it_begins_anew_with_each_turn_that_another_takes(
        self, path: Path, other: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        slept: list[float] = []

        def sleep(seconds: float) -> None:
            slept.append(seconds)
            if len(slept) < 20:
                os.utime(lock_path(path), ns=(0, len(slept)))
            else:
                other.communicate("", timeout=60)

        monkeypatch.setattr(locks, "monotonic", lambda: sum(slept))
        monkeypatch.setattr(locks, "sleep", sleep)
        with held(path, wait=0.1):
            assert sum(slept) > 0.1

    def test_who_waits_is_seen_to_take_a_turn(self, path: Path) -> None:
        with held(path, wait=1):
            pass
        os.utime(lock_path(path), ns=(0, 0))
        with held(path):
            assert lock_path(path).stat().st_mtime_ns == 0
        with held(path, wait=1):
            assert lock_path(path).stat().st_mtime_ns > 0


def test_what_is_being_changed_elsewhere_can_be_said_better_and_an_error_of_the_work_itself_is_left(
    tmp_path: Path,
) -> None:
    better, own = InUseError("The framework grow is being edited."), InUseError("Something else.")
    with held(tmp_path / "grow"), pytest.raises(InUseError) as refused, held(tmp_path / "grow", refusal=better):
        pass
    with pytest.raises(InUseError) as raised, held(tmp_path / "egan", refusal=better):
        raise own

    assert (refused.value, raised.value) == (better, own)
