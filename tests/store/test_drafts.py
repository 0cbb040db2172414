"""The line being typed outlives whatever happens, never keeps the coach waiting, and goes when it is accepted."""

import errno
import json
import os
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachcli.errors import NotSavedError
from coachcli.store import drafts, files
from coachcli.store.drafts import Draft, DraftFile, typing_path

NEVER = 1e6


def line(text: str) -> Draft:
    return Draft(text, len(text), "topic", "by", "5c1f")


def until(condition: Callable[[], object]) -> None:
    """Poll until `condition` holds."""
    give_up = time.monotonic() + 10
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
            assert self.open.wait(10)
        return self._real(*args, **kwargs)


def refuse(patch: pytest.MonkeyPatch, name: str, number: int) -> None:
    def refusing(*_args: object, **_kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    patch.setattr(os, name, refusing)


# What is kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I want",
        "ä ß 漢 🙂",
        'a "quote" and a \\',
        "two\nlines\u0085\u2028",
        "half \ud83d and byte \udcff",
        "\0\x1b[2J",
    ],
)
def test_every_character_comes_back(path: Path, text: str) -> None:
    draft = Draft(text, len(text) // 2, None, None, "5c1f")
    DraftFile(path).keep(draft)
    assert drafts.read(path) == draft


def test_a_megabyte_comes_back(path: Path) -> None:
    draft = line("漢" * (1 << 20))
    DraftFile(path).keep(draft)
    assert drafts.read(path) == draft


def test_no_file_is_no_draft(path: Path) -> None:
    assert drafts.read(path) is None


def test_a_draft_never_shows_its_words() -> None:
    assert repr(line("I am afraid")) == "Draft(11 characters)"
    assert f"{line('I am afraid')}" == "Draft(11 characters)"


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_drafts_are_for_the_coach_alone(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        file = DraftFile(path)
        file._write(line("one"))
        modes = [stat.S_IMODE(typing_path(path).stat().st_mode)]
        file.keep(line("two"))
        modes.append(stat.S_IMODE(path.stat().st_mode))
    finally:
        os.umask(before)
    assert modes == [0o600, 0o600]


# When


def test_a_key_is_written_at_once(path: Path, draft_file: DraftFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "PAUSE", NEVER)
    monkeypatch.setattr(drafts, "AT_LEAST", NEVER)
    draft_file.note(line("I wan"))
    until(lambda: drafts.read(path) == line("I wan"))
    assert not path.exists()


def test_a_pause_flushes(path: Path, draft_file: DraftFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "AT_LEAST", NEVER)
    draft_file.note(line("I wan"))
    until(path.exists)
    assert drafts.read(path) == line("I wan")
    assert not typing_path(path).exists()


def test_typing_on_and_on_is_flushed_meanwhile(
    path: Path,
    draft_file: DraftFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(drafts, "PAUSE", NEVER)

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
    assert gate.reached.wait(10)
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
            assert gate.reached.wait(10)
            draft_file.note(line(f"{call} again"))  # would never return if it waited
            gate.open.set()
            until(lambda: draft_file._waiting is None)


def test_no_thread_without_a_key(path: Path) -> None:
    file = DraftFile(path)
    file.keep(line("one"))
    file.clear()
    file.close()
    assert file._thread is None


# Enter


def test_a_line_kept_is_flushed_when_it_returns(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for name in ("write", "fsync", "replace"):
        real = getattr(os, name)

        def watched(*args: object, name: str = name, real: Callable[..., Any] = real) -> Any:
            calls.append(name)
            return real(*args)

        monkeypatch.setattr(os, name, watched)
    DraftFile(path).keep(line("one"))
    assert calls == ["write", "replace", "fsync", "replace", "fsync"]
    assert drafts.read(path) == line("one")


def test_a_line_kept_is_not_overtaken_by_an_earlier_key(
    path: Path,
    draft_file: DraftFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = Gate(monkeypatch, "write")
    draft_file.note(line("I wan"))
    assert gate.reached.wait(10)
    draft_file.note(line("I want"))
    keeping = threading.Thread(target=draft_file.keep, args=(line("I want it"),))
    keeping.start()
    gate.open.set()
    keeping.join(10)
    draft_file.close()
    assert drafts.read(path) == line("I want it")


def test_a_line_that_cannot_be_kept_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = DraftFile(path)
    with monkeypatch.context() as patch:
        refuse(patch, "fsync", errno.EIO)
        with pytest.raises(NotSavedError, match="the disk is failing") as caught:
            file.keep(line("I am afraid"))
    assert "afraid" not in caught.value.message + caught.value.hint
    assert file.failed == caught.value.message
    file.keep(line("I am afraid"))
    assert file.failed is None


# Accepted


def test_a_cleared_draft_is_gone(path: Path, draft_file: DraftFile) -> None:
    draft_file.keep(line("one"))
    draft_file._write(line("one more"))
    draft_file.clear()
    assert list(path.parent.iterdir()) == []
    draft_file.clear()


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_no_late_write_brings_a_cleared_draft_back(
    path: Path,
    draft_file: DraftFile,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
) -> None:
    gate = Gate(monkeypatch, call)
    draft_file.note(line("I wan"))
    assert gate.reached.wait(10)
    draft_file.note(line("I want"))
    gone: list[bool] = []

    def clear() -> None:
        draft_file.clear()
        gone.append(drafts.read(path) is None)

    clearing = threading.Thread(target=clear)
    clearing.start()
    gate.open.set()
    clearing.join(10)
    draft_file.close()  # whatever the thread had to do, it has done
    assert gone == [True]
    assert list(path.parent.iterdir()) == []


class Announced:
    """A lock that tells when the thread of the drafts is about to wait for it."""

    def __init__(self) -> None:
        self._lock, self.wanted = threading.RLock(), threading.Event()

    def __enter__(self) -> None:
        if threading.current_thread().name == "draft":
            self.wanted.set()
        self._lock.acquire()

    def __exit__(self, *_args: object) -> None:
        self._lock.release()


def test_a_draft_about_to_be_written_is_not_written_once_cleared(
    path: Path,
    draft_file: DraftFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    disk = Announced()
    monkeypatch.setattr(draft_file, "_disk", disk)
    with disk:
        draft_file.note(line("I want"))
        assert disk.wanted.wait(10)
        draft_file.clear()
    draft_file.close()
    assert list(path.parent.iterdir()) == []


def test_a_draft_about_to_be_written_is_not_written_over_the_line_kept(
    path: Path,
    draft_file: DraftFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    disk = Announced()
    monkeypatch.setattr(draft_file, "_disk", disk)
    with disk:
        draft_file.note(line("I want"))
        assert disk.wanted.wait(10)
        draft_file.keep(line("I want it"))
    draft_file.close()
    assert drafts.read(path) == line("I want it")


def test_after_clearing_the_next_line_is_kept(path: Path, draft_file: DraftFile) -> None:
    draft_file.note(line("one"))
    draft_file.clear()
    draft_file.note(line("two"))
    until(path.exists)
    assert drafts.read(path) == line("two")


def test_a_draft_that_cannot_be_cleared_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = DraftFile(path)
    file.keep(line("one"))
    refuse(monkeypatch, "unlink", errno.EROFS)
    with pytest.raises(NotSavedError, match="was not removed: the disk is read-only"):
        file.clear()


# Leaving


def test_closing_flushes_the_last_key(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "PAUSE", NEVER)
    monkeypatch.setattr(drafts, "AT_LEAST", NEVER)
    file = DraftFile(path)
    for number in range(50):
        file.note(line(f"{number}"))
    file.close()
    assert file._thread
    assert not file._thread.is_alive()
    assert path.exists()
    assert drafts.read(path) == line("49")


def test_closing_twice_or_unused_is_no_failure(path: Path) -> None:
    file = DraftFile(path)
    file.close()
    file.close()
    file.note(line("too late"))
    assert file._thread is None
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
from coachcli.store import drafts

path = Path(sys.argv[1])
drafts.PAUSE = drafts.AT_LEAST = 1e6
file = drafts.DraftFile(path)
file.note(drafts.Draft("I am afr", 8, "topic", None, "5c1f"))
give_up = time.monotonic() + 10
while not drafts.typing_path(path).exists() and time.monotonic() < give_up:
    pass
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_key_survives_a_kill(path: Path) -> None:
    child = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False, timeout=30)
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


def test_flushing_what_came_before_does_not_hide_a_failed_key(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = DraftFile(path)
    file._write(line("one"))
    with monkeypatch.context() as patch:
        refuse(patch, "write", errno.ENOSPC)
        with pytest.raises(NotSavedError):
            file._write(line("two"))
    file._flush()
    assert drafts.read(path) == line("one")
    assert file.failed


def test_a_thread_that_dies_is_started_anew(
    path: Path,
    draft_file: DraftFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def out_of_memory(_path: Path, _data: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr(threading, "excepthook", lambda _args: None)
    with monkeypatch.context() as patch:
        patch.setattr(files, "put", out_of_memory)
        draft_file.note(line("one"))
        until(lambda: draft_file._thread and not draft_file._thread.is_alive())
    draft_file.note(line("two"))
    until(lambda: drafts.read(path) == line("two"))


LIMITED = """
import resource, sys
from pathlib import Path
from coachcli.errors import NotSavedError
from coachcli.store import drafts

path = Path(sys.argv[1])
file = drafts.DraftFile(path)
old, new = (drafts.Draft(letter * 900, 3, None, None, "5c1f") for letter in "on")
for limit in range(0, 1100, 23):
    file.keep(old)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        file.keep(new)
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
        timeout=30,
        capture_output=True,
        text=True,
    )
    assert (child.stdout, child.stderr) == ("done\n", "")


# Damage


def whole_bytes(text: str) -> bytes:
    return drafts._to_bytes(line(text))


def test_of_two_drafts_the_one_not_yet_flushed_is_the_newer(path: Path) -> None:
    path.write_bytes(whole_bytes("I wan"))
    typing_path(path).write_bytes(whole_bytes("I want"))
    assert drafts.read(path) == line("I want")


def test_a_torn_newer_draft_gives_way_to_the_whole_one(path: Path) -> None:
    path.write_bytes(whole_bytes("I wan"))
    torn = whole_bytes("I want")[:-5]
    typing_path(path).write_bytes(torn)
    assert drafts.read(path) == line("I wan")
    assert (path.parent / "session.draft.typing.damaged").read_bytes() == torn


def test_a_file_cut_at_every_byte_gives_what_it_still_has(path: Path) -> None:
    text = 'I "want" ä \\ 🙂 to stop'
    data = whole_bytes(text)
    start = data.index(b'"text": "') + len(b'"text": "')
    lengths = []
    for length in range(len(data)):
        path.write_bytes(data[:length])
        draft = drafts.read(path)
        assert not path.exists() or length == 0
        lengths.append(len(draft.text) if draft else 0)
        if draft:
            assert (draft.question, draft.field, draft.base) == ("topic", "by", "5c1f")
            assert text.encode("utf-16-le", "surrogatepass").startswith(draft.text.encode("utf-16-le", "surrogatepass"))
    assert lengths == sorted(lengths)
    assert lengths[-1] == len(text)
    assert set(lengths[: start + 1]) == {0}


def test_a_tail_of_nuls_is_cut_off(path: Path) -> None:
    data = whole_bytes("I want to")
    path.write_bytes(data[:-4] + bytes(40))
    assert drafts.read(path) == line("I want ")


@pytest.mark.parametrize(
    "data",
    [
        bytes(100),
        b"\xff\xfe rubbish",
        b"[" * 100_000,
        b"[]",
        b'"text"',
        b"{}",
        b'{"text": 5, "cursor": 1, "base": ""}',
        b"9" * 5000,
    ],
)
def test_what_is_no_draft_is_moved_aside_and_not_deleted(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert drafts.read(path) is None
    assert [each.name for each in path.parent.iterdir()] == ["session.draft.damaged"]
    assert (path.parent / "session.draft.damaged").read_bytes() == data


def test_damage_never_takes_the_place_of_earlier_damage(path: Path) -> None:
    for data in (b"one", b"two"):
        path.write_bytes(data)
        drafts.read(path)
    assert {each.read_bytes() for each in path.parent.iterdir()} == {b"one", b"two"}


@pytest.mark.parametrize(
    "change",
    [{"cursor": "3"}, {"cursor": None}, {"base": None}, {"question": 7}, {"field": ["a"]}],
)
def test_of_a_draft_with_odd_parts_the_text_is_rescued(path: Path, change: dict[str, object]) -> None:
    path.write_text(json.dumps({**json.loads(whole_bytes("I want")), **change}))
    draft = drafts.read(path)
    assert draft
    assert draft.text == "I want"
    assert not path.exists()


@pytest.mark.parametrize(("cursor", "expected"), [(-5, 0), (99, 6)])
def test_a_cursor_off_the_line_is_brought_back(path: Path, cursor: int, expected: int) -> None:
    path.write_text(json.dumps({**json.loads(whole_bytes("I want")), "cursor": cursor}))
    draft = drafts.read(path)
    assert draft
    assert draft.cursor == expected


def test_an_empty_file_is_no_draft_and_no_damage(path: Path) -> None:
    path.touch()
    assert drafts.read(path) is None
    assert [each.name for each in path.parent.iterdir()] == ["session.draft"]


@pytest.mark.parametrize("what", ["link", "folder"])
def test_what_is_no_file_is_moved_aside(tmp_path: Path, path: Path, what: str) -> None:
    other = tmp_path / "other"
    other.write_bytes(whole_bytes("not mine"))
    path.mkdir() if what == "folder" else path.symlink_to(other)
    assert drafts.read(path) is None
    assert not path.exists()
    assert other.read_bytes() == whole_bytes("not mine")


def test_what_cannot_be_moved_aside_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"rubbish")
    refuse(monkeypatch, "replace", errno.EROFS)
    assert drafts.read(path) is None
    assert [(each.name, each.read_bytes()) for each in path.parent.iterdir()] == [("session.draft", b"rubbish")]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_makes_reading_fail(path: Path, data: st.DataObject) -> None:
    raw = bytearray(whole_bytes(data.draw(st.text(max_size=40))))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(bytes(raw))
    drafts.read(path)
    left = [each.read_bytes() for each in path.parent.iterdir()]
    assert bytes(raw) in left
    for each in path.parent.iterdir():
        each.unlink()
