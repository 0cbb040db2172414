"""The line being typed outlives whatever happens, never keeps the coach waiting, and goes when it is accepted."""

import errno
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from coachcli.store.disk import files
from coachcli.store.session import draft_writer, drafts
from coachcli.store.session.draft_writer import DraftFile
from coachcli.store.session.drafts import Draft, flushing_path, typing_path

NEVER = 1e6


def line(text: str) -> Draft:
    return Draft(text, len(text), "topic", "by", "5c1f")


def until(condition: Callable[[], object]) -> None:
    """Poll until `condition` holds."""
    give_up = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < give_up, "it never came to that"
        time.sleep(0.001)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.draft"


@pytest.fixture
def draft_file(path: Path) -> Iterator[DraftFile]:
    file = DraftFile(path)
    yield file
    file.close()


class Gate:
    """A system call that waits until it is let through."""

    def __init__(self, patch: pytest.MonkeyPatch, name: str) -> None:
        self._real: Callable[..., Any] = getattr(os, name)
        self.reached, self.open = threading.Event(), threading.Event()
        patch.setattr(os, name, self)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if not self.open.is_set():
            self.reached.set()
            assert self.open.wait(60)
        return self._real(*args, **kwargs)


def keep(file: DraftFile, draft: Draft | None) -> None:
    """Have it on the disk, or removed from there."""
    file.note(draft)
    file.settle()


def refuse(patch: pytest.MonkeyPatch, name: str, number: int) -> None:
    def refusing(*_args: object, **_kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    patch.setattr(os, name, refusing)


# When


def test_a_key_is_written_at_once(path: Path, draft_file: DraftFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_writer, "PAUSE", NEVER)
    monkeypatch.setattr(draft_writer, "AT_LEAST", NEVER)
    draft_file.note(line("I wan"))
    until(lambda: drafts.read(path) == line("I wan"))
    assert not path.exists()


def test_a_pause_flushes(path: Path, draft_file: DraftFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_writer, "AT_LEAST", NEVER)
    draft_file.note(line("I wan"))
    until(path.exists)
    assert drafts.read(path) == line("I wan")
    assert not typing_path(path).exists()


def test_typing_on_and_on_is_flushed_meanwhile(
    path: Path,
    draft_file: DraftFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(draft_writer, "PAUSE", NEVER)

    def typing() -> bool:
        draft_file.note(line("I wan"))
        return path.exists()

    until(typing)


def test_the_latest_is_written_and_none_before_it_again(
    path: Path,
    draft_file: DraftFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written: list[str] = []
    put = files.put

    def watched(path: Path, data: bytes) -> None:
        written.append(json.loads(data)["text"])
        put(path, data)

    monkeypatch.setattr(files, "put", watched)
    gate = Gate(monkeypatch, "write")
    draft_file.note(line("first"))
    assert gate.reached.wait(60)
    for number in range(1000):
        draft_file.note(line(f"{number}"))
    gate.open.set()
    until(lambda: drafts.read(path) == line("999"))
    assert written == ["first", "999"]


def test_no_key_waits_for_the_disk(draft_file: DraftFile, monkeypatch: pytest.MonkeyPatch) -> None:
    for call in ("write", "fsync", "replace"):
        with monkeypatch.context() as patch:
            gate = Gate(patch, call)
            draft_file.note(line(call))
            assert gate.reached.wait(60)
            draft_file.note(line(f"{call} again"))  # would never return if it waited
            gate.open.set()
            draft_file.settle()
            assert drafts.read(draft_file.path) == line(f"{call} again")


@pytest.mark.parametrize("kind", ["line", "nothing"])
def test_what_is_typed_while_the_disk_is_busy_with_what_came_before_survives_a_kill(
    path: Path, draft_file: DraftFile, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    gate = Gate(monkeypatch, "fsync")
    draft_file.note(line("I wan"))
    assert gate.reached.wait(60)

    then = line("I want") if kind == "line" else None
    draft_file.note(then)
    until(lambda: (drafts.read(path) if then else typing_path(path).exists() or None) == then)
    assert not gate.open.is_set()

    gate.open.set()
    draft_file.close()
    assert drafts.read(path) == then
    assert {each.name for each in path.parent.iterdir()} == ({path.name} if then else set())


def test_no_thread_without_a_key(path: Path) -> None:
    before = threading.active_count()
    file = DraftFile(path)
    file.settle()
    file.close()
    assert threading.active_count() == before


# Enter


def test_a_line_is_flushed_once_it_is_settled(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_writer, "PAUSE", NEVER)
    monkeypatch.setattr(draft_writer, "AT_LEAST", NEVER)
    calls: list[str] = []
    for name in ("write", "fsync", "replace"):
        real = getattr(os, name)

        def watched(*args: object, name: str = name, real: Callable[..., Any] = real) -> Any:
            calls.append(name)
            return real(*args)

        monkeypatch.setattr(os, name, watched)
    file = DraftFile(path)
    keep(file, line("one"))
    assert calls == ["write", "replace", "replace", "fsync", "replace", "fsync"]
    assert drafts.read(path) == line("one")
    file.close()


def test_a_line_is_not_overtaken_by_an_earlier_key(
    path: Path,
    draft_file: DraftFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = Gate(monkeypatch, "write")
    draft_file.note(line("I wan"))
    assert gate.reached.wait(60)
    draft_file.note(line("I want"))
    draft_file.note(line("I want it"))
    gate.open.set()
    draft_file.settle()
    assert drafts.read(path) == line("I want it")


def test_a_line_that_cannot_be_kept_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str | None] = []
    file = DraftFile(path, lambda: heard.append(file.failed))
    with monkeypatch.context() as patch:
        refuse(patch, "fsync", errno.EIO)
        keep(file, line("I am afraid"))
        assert file.failed
        assert "the disk is failing" in file.failed
        assert "afraid" not in file.failed
    failed = file.failed
    keep(file, line("I am afraid"))
    assert file.failed is None
    assert heard == [failed, None]
    file.close()


# Accepted


def test_a_cleared_draft_is_gone(path: Path, draft_file: DraftFile) -> None:
    keep(draft_file, line("one"))
    draft_file.note(line("one more"))
    keep(draft_file, None)
    assert list(path.parent.iterdir()) == []
    keep(draft_file, None)


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_no_late_write_brings_a_cleared_draft_back(
    path: Path,
    draft_file: DraftFile,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
) -> None:
    gate = Gate(monkeypatch, call)
    draft_file.note(line("I wan"))
    assert gate.reached.wait(60)
    draft_file.note(line("I want"))
    draft_file.note(None)
    gate.open.set()
    draft_file.settle()
    assert list(path.parent.iterdir()) == []
    draft_file.close()
    assert list(path.parent.iterdir()) == []


def test_what_another_process_left_half_flushed_goes_too(path: Path, draft_file: DraftFile) -> None:
    drafts.put(path, line("one"))
    typing_path(path).rename(flushing_path(path))
    keep(draft_file, None)
    assert list(path.parent.iterdir()) == []


def test_after_clearing_the_next_line_is_kept(path: Path, draft_file: DraftFile) -> None:
    draft_file.note(line("one"))
    draft_file.note(None)
    draft_file.note(line("two"))
    until(path.exists)
    assert drafts.read(path) == line("two")


def test_a_draft_that_cannot_be_cleared_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = DraftFile(path)
    keep(file, line("one"))
    with monkeypatch.context() as patch:
        refuse(patch, "unlink", errno.EROFS)
        keep(file, None)
    assert file.failed
    assert "was not removed: the disk is read-only" in file.failed
    file.close()
    assert file.failed is None
    assert list(path.parent.iterdir()) == []


# Leaving


def test_closing_flushes_the_last_key(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_writer, "PAUSE", NEVER)
    monkeypatch.setattr(draft_writer, "AT_LEAST", NEVER)
    file = DraftFile(path)
    for number in range(50):
        file.note(line(f"{number}"))
    file.close()
    assert path.exists()
    assert drafts.read(path) == line("49")


def test_closing_twice_or_unused_is_no_failure(path: Path) -> None:
    file = DraftFile(path)
    file.close()
    file.close()
    file.note(line("too late"))
    assert list(path.parent.iterdir()) == []


def test_closing_never_raises(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "write", errno.ENOSPC)
    file = DraftFile(path)
    file.note(line("one"))
    file.close()
    assert file.failed
    assert "the disk is full" in file.failed


KILLED = """
import os, signal, sys, time
from pathlib import Path
from coachcli.store.session import draft_writer, drafts

path = Path(sys.argv[1])
draft_writer.PAUSE = draft_writer.AT_LEAST = 1e6
file = draft_writer.DraftFile(path)
file.note(drafts.Draft("I am afr", 8, "topic", None, "5c1f"))
give_up = time.monotonic() + 60
while not drafts.typing_path(path).exists() and time.monotonic() < give_up:
    pass
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_key_survives_a_kill(path: Path) -> None:
    child = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False, timeout=60)
    assert child.returncode == -9
    assert drafts.read(path) == Draft("I am afr", 8, "topic", None, "5c1f")


# A failing disk


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_a_failing_disk_is_remembered_and_tried_again_at_the_next_key(
    path: Path,
    draft_file: DraftFile,
    call: str,
    number: int,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        refuse(patch, call, number)
        draft_file.note(line("I am afraid"))
        until(lambda: draft_file.failed)
        assert draft_file.failed
        assert "afraid" not in draft_file.failed
    draft_file.note(line("I am afraid of"))
    until(lambda: draft_file.failed is None)
    assert drafts.read(path) == line("I am afraid of")
    assert {each.name for each in path.parent.iterdir()} == {path.name}


def test_a_key_that_failed_is_tried_again_when_leaving(path: Path, draft_file: DraftFile) -> None:
    with pytest.MonkeyPatch.context() as patch:
        refuse(patch, "write", errno.ENOSPC)
        draft_file.note(line("one"))
        until(lambda: draft_file.failed)
    draft_file.close()
    assert (drafts.read(path), draft_file.failed) == (line("one"), None)


def test_flushing_what_came_before_does_not_hide_a_failed_key(
    path: Path, draft_file: DraftFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        gate = Gate(patch, "fsync")
        draft_file.note(line("one"))
        assert gate.reached.wait(60)
        refuse(patch, "write", errno.ENOSPC)
        draft_file.note(line("two"))
        until(lambda: draft_file.failed)
        gate.open.set()
        draft_file.settle()
        assert drafts.read(path) == line("one")
        assert draft_file.failed


def test_a_failure_nobody_thought_of_does_not_end_the_keeping(
    path: Path,
    draft_file: DraftFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def out_of_memory(_path: Path, _data: bytes) -> None:
        raise MemoryError

    said: list[object] = []
    monkeypatch.setattr(threading, "excepthook", said.append)
    with monkeypatch.context() as patch:
        patch.setattr(files, "put", out_of_memory)
        keep(draft_file, line("one"))
    keep(draft_file, line("two"))
    assert drafts.read(path) == line("two")
    assert len(said) == 1


LIMITED = """
import resource, sys
from pathlib import Path
from coachcli.errors import NotSavedError
from coachcli.store.session import drafts

path = Path(sys.argv[1])
old, new = (drafts.Draft(letter * 900, 3, None, None, "5c1f") for letter in "on")
for limit in range(0, 1100, 23):
    drafts.write(path, old)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        drafts.write(path, new)
    except NotSavedError:
        expected = old
    else:
        expected = new
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert drafts.read(path) == expected, limit
print("done")
"""


def test_a_disk_that_ends_at_any_byte_leaves_the_draft_before(path: Path) -> None:
    child = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)],
        check=False,
        timeout=60,
        capture_output=True,
        text=True,
    )
    assert (child.stdout, child.stderr) == ("done\n", "")
