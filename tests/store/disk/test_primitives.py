"""Each step on the disk is finished, or refused in one plain sentence."""

import errno
import os
import re
import sys
from pathlib import Path

import pytest
from store.disk.conftest import NEW, OLD, Failing

from coachcli.errors import CoachError, NotSavedError
from coachcli.store.disk import files, primitives, reader
from coachcli.store.disk.files import ChangedElsewhereError

assert sys.platform != "win32"  # it has other signals, terminals and locks


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "there is no permission"),
        (errno.EIO, "the disk is failing"),
        (errno.ENOENT, "its folder is gone"),
        (errno.ENFILE, "the system says"),
    ],
)
def test_why_nothing_was_saved_is_one_sentence(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    Failing(monkeypatch, "open", 1, number)
    with pytest.raises(NotSavedError) as caught:
        files.replace(path, NEW, expected=files.digest(OLD))
    assert caught.value.message.startswith(f"{path} was not saved: {words}")
    assert "\n" not in caught.value.message
    assert caught.value.hint.endswith("What was saved before is intact.")


def test_every_failure_has_a_plain_sentence() -> None:
    for words in (*primitives._WHY.values(), *reader._WHY.values()):
        assert re.fullmatch("[a-z][A-Za-z0-9 -]+", words)
    assert issubclass(ChangedElsewhereError, CoachError)


def test_a_folder_that_cannot_be_flushed_at_all_is_no_failure(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Failing(monkeypatch, "fsync", 2, errno.EINVAL)
    files.replace(path, NEW, expected=files.digest(OLD))
    assert path.read_bytes() == NEW


def test_short_writes_are_finished(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, bytes(data[:7])))
    files.replace(path, NEW, expected=files.digest(OLD))
    assert path.read_bytes() == NEW


# Windows


class BusyError(PermissionError):
    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "busy")
        self.winerror = winerror


def busy(patch: pytest.MonkeyPatch, winerror: int, times: int) -> list[int]:
    left, real = [times], os.replace

    def replace(path: str, target: str) -> None:
        if left[0]:
            left[0] -= 1
            raise BusyError(winerror)
        real(path, target)

    patch.setattr(os, "replace", replace)
    patch.setattr(primitives, "_RETRY_EVERY", 0)
    return left


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_open_elsewhere_for_a_moment_is_waited_for(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    winerror: int,
) -> None:
    left = busy(monkeypatch, winerror, 3)
    files.replace(path, NEW, expected=files.digest(OLD))
    assert (left, path.read_bytes()) == ([0], NEW)


def test_another_failure_is_not_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = busy(monkeypatch, 112, 3)
    with pytest.raises(NotSavedError):
        files.replace(path, NEW, expected=files.digest(OLD))
    assert left == [2]


def test_waiting_has_an_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    busy(monkeypatch, 32, 10**9)
    monkeypatch.setattr(primitives, "_RETRY_FOR", 0.01)
    with pytest.raises(NotSavedError):
        files.replace(path, NEW, expected=files.digest(OLD))
    assert path.read_bytes() == OLD


# Names that are reserved


def test_a_name_that_was_reserved_is_given_back_though_nobody_may_look_at_it(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "trash").mkdir()
    target = tmp_path / "trash" / path.name
    primitives.reserve(target)

    def refuse(*_args: object, **_more: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        for name in ("replace", "stat", "lstat"):
            patch.setattr(os, name, refuse)
        with pytest.raises(OSError, match="error"):
            primitives.rename_onto_reserved(path, target)
    assert path.read_bytes() == OLD
    assert not target.exists()


def test_a_new_file_is_written_in_pieces_for_the_coach_alone_and_over_none(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with primitives.new_file(path, modified=5 * 10**9) as put:
        put(b"one ")
        put(b"two")

    status = path.stat()
    assert (path.read_bytes(), status.st_mode & 0o777, status.st_mtime) == (b"one two", 0o600, 5)
    with pytest.raises(FileExistsError), primitives.new_file(path):
        pass
