"""Reading: plain files alone, no more of them than they may be, and nothing is ever waited for."""

import errno
import os
import socket
import sys
from pathlib import Path
from typing import Any

import pytest

from coachcli.errors import CoachError, InUseError, NotFoundError, UnreadableError
from coachcli.store.disk import reader

assert sys.platform != "win32"  # pipes, signals and owners of files as Unix has them


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that is there already."""
    (tmp_path / "one.yaml").write_bytes(b"turns: [one]\n")
    return tmp_path / "one.yaml"


@pytest.mark.parametrize(
    "name", ["nothing.yaml", "no/such/folder.yaml", "one.yaml/below.yaml", "n" * 300, "a\0b", "\ud800"]
)
def test_what_is_not_there_is_not_found(path: Path, name: str) -> None:
    with pytest.raises(NotFoundError, match="There is no file"):
        reader.read_bytes(path.parent / name)


def test_a_link_is_not_followed(path: Path) -> None:
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    with pytest.raises(UnreadableError, match=r"link\.yaml cannot be read: it is a link"):
        reader.read_bytes(link)


def test_a_link_put_there_at_the_last_moment_is_not_followed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    monkeypatch.setattr(Path, "lstat", Path.stat)
    with pytest.raises(UnreadableError, match="it is a link"):
        reader.read_bytes(link)


def test_a_folder_and_a_pipe_are_no_files(path: Path) -> None:
    pipe = path.with_name("pipe")
    os.mkfifo(pipe)
    for odd in (path.parent, pipe):
        with pytest.raises(UnreadableError, match="not a plain file"):
            reader.read_bytes(odd)


def test_a_huge_file_is_refused_unread(path: Path) -> None:
    os.truncate(path, reader.LARGEST + 1)
    with pytest.raises(UnreadableError, match="larger than 16 MB"):
        reader.read_bytes(path)


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EACCES, "no permission"), (errno.EIO, "disk is failing"), (errno.ENFILE, "the system says")],
)
def test_why_a_file_cannot_be_read_is_said(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UnreadableError, match=words) as caught:
        reader.read_bytes(path)
    assert str(path) in caught.value.message


def test_a_socket_and_a_device_are_none_either(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        for odd in (tmp_path / "s", Path("/dev/zero")):
            with pytest.raises(UnreadableError, match="not a plain file"):
                reader.read_bytes(odd)


def test_what_is_no_file_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(UnreadableError):
        reader.read_bytes(tmp_path / "pipe")


def test_a_pipe_put_there_at_the_last_moment_keeps_nobody_waiting(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(Path, "lstat", lambda _path: path.stat())
    with pytest.raises(UnreadableError, match="not a plain file"):
        reader.read_bytes(tmp_path / "pipe")


@pytest.mark.parametrize(("largest", "words"), [(2 << 20, "larger than 2 MB"), (4 << 10, "larger than 4 KiB")])
def test_some_files_may_be_no_larger_than_that(path: Path, largest: int, words: str) -> None:
    os.truncate(path, largest)
    assert len(reader.read_bytes(path, largest)) == largest
    os.truncate(path, largest + 1)
    with pytest.raises(UnreadableError, match=words):
        reader.read_bytes(path, largest)


def test_of_a_file_that_grows_meanwhile_no_more_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = path.stat()
    os.truncate(path, 10 << 30)
    monkeypatch.setattr(os, "fstat", lambda _fd: small)
    with pytest.raises(UnreadableError, match="larger than 16 MB"):
        reader.read_bytes(path)


def test_of_a_file_of_any_size_the_ends_can_be_looked_at(tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(b"all of it")
    with (tmp_path / "sparse").open("wb") as file:
        file.write(b"begins")
        file.truncate(10 << 30)
        file.seek(0, 2)
        file.write(b"ends")

    assert reader.read_ends(tmp_path / "small") == b"all of it"
    ends = reader.read_ends(tmp_path / "sparse", 6)
    assert (ends[:6], ends[-4:], len(ends)) == (b"begins", b"ends", 12)


def test_a_file_of_any_size_comes_in_pieces_with_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_PIECE", 4)
    path = tmp_path / "x"
    path.write_bytes(b"0123456789")

    with reader.opened(path) as file:
        assert (file.size, list(file.pieces)) == (10, [b"0123", b"4567", b"89"])


@pytest.mark.parametrize("change", ["longer", "shorter", "other words"])
def test_one_that_is_changed_while_it_is_read_is_told(tmp_path: Path, change: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"0123456789")

    with reader.opened(path) as file:
        path.write_bytes({"longer": b"0123456789x", "shorter": b"0123"}.get(change, b"abcdefghij"))
        os.utime(path, ns=(1, 1))
        with pytest.raises(InUseError, match="was changed while it was read"):
            list(file.pieces)


def test_one_that_is_replaced_meanwhile_is_read_as_it_was(tmp_path: Path) -> None:
    path, other = tmp_path / "x", tmp_path / "y"
    path.write_bytes(b"before")
    other.write_bytes(b"afterwards")

    with reader.opened(path) as file:
        other.replace(path)
        assert list(file.pieces) == [b"before"]


def test_what_is_no_plain_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("link", "none"):
        with pytest.raises(CoachError), reader.opened(tmp_path / name):
            pass


def test_the_first_lines_are_read_and_no_more(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"one\ntwo\n" + b"x" * (1 << 20))
    got: list[int] = []
    whole = os.fdopen

    def watched(fd: int, *arguments: Any, **named: Any) -> Any:
        got.append(os.dup(fd))
        return whole(fd, *arguments, **named)

    monkeypatch.setattr(os, "fdopen", watched)
    assert reader.read_lines(path, 2) == [b"one", b"two"]
    (fd,) = got
    assert os.lseek(fd, 0, os.SEEK_CUR) < 1 << 16
    os.close(fd)


def test_of_a_file_with_fewer_lines_there_are_all(path: Path) -> None:
    path.write_bytes(b"one\n\nthree")

    assert reader.read_lines(path, 9) == [b"one", b"", b"three"]


def test_lines_are_read_of_plain_files_alone(path: Path, tmp_path: Path) -> None:
    link, huge = tmp_path / "link", tmp_path / "huge"
    link.symlink_to(path)
    huge.touch()
    os.truncate(huge, 10 << 30)

    with pytest.raises(UnreadableError, match="link"):
        reader.read_lines(link, 1)
    with pytest.raises(UnreadableError, match="larger than"):
        reader.read_lines(huge, 1)
