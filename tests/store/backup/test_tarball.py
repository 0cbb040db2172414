"""The stream is a tar as any program reads it, the same for the same practice, and nothing in it says who made it."""

import io
import os
import tarfile
from pathlib import Path

import pytest
from store.backup.conftest import FILES

from coachcli.errors import InUseError
from coachcli.store.backup.tarball import Tarball
from coachcli.store.disk import files, reader
from coachcli.store.paths import Practice


def packed(practice: Practice) -> bytes:
    return b"".join(Tarball(practice).pieces())


def unpacked(data: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as tar:
        members = {info.name: tar.extractfile(info) for info in tar if info.isreg()}
        return {name.removeprefix("practice/"): file.read() for name, file in members.items() if file is not None}


def test_another_program_finds_every_file_in_it(filled: Practice) -> None:
    assert unpacked(packed(filled)) == FILES


def test_it_is_the_same_for_the_same_practice_and_names_no_user(filled: Practice) -> None:
    first = packed(filled)
    (filled.root / "README.md").chmod(0o644)

    assert packed(filled) == first
    with tarfile.open(fileobj=io.BytesIO(first), mode="r:gz") as tar:
        assert {(one.uid, one.gid, one.uname, one.gname) for one in tar} == {(0, 0, "", "")}
        assert {one.mode for one in tar} == {0o600, 0o700}


def test_a_name_that_is_no_text_comes_through(filled: Practice) -> None:
    os.close(os.open(os.fsencode(filled.root) + b"/clients/\xff.md", os.O_CREAT))

    assert os.fsdecode(b"clients/\xff.md") in unpacked(packed(filled))


def test_it_knows_what_it_read(filled: Practice) -> None:
    ball = Tarball(filled)
    list(ball.pieces())

    assert ball.digests == {name: files.digest(data) for name, data in FILES.items()}
    assert "clients/jane-example/sessions" in ball.folders


def test_a_file_larger_than_anything_coachcli_writes_is_told_and_holds_up_nothing(filled: Practice) -> None:
    recording = filled.root / "clients/jane-example/call.wav"
    with recording.open("wb") as file:
        file.truncate(3 << 30)
    ball = Tarball(filled)

    assert unpacked(b"".join(ball.pieces())) == FILES
    assert list(ball.left_out) == [f"{recording} is larger than 2 GB, and is not in the backup."]


def test_a_session_that_is_written_meanwhile_is_the_old_one_or_the_new_one(filled: Practice) -> None:
    name = "clients/jane-example/sessions/2026-03-01-1400-grow.yaml"
    path, before = filled.root / name, FILES[name]
    seen = set()
    for moment in range(36):
        path.write_bytes(before)
        data = b""
        for number, piece in enumerate(Tarball(filled)._tar()):
            data += piece
            if number == moment:
                files.replace(path, b"new\n" * 9000, expected=files.digest(before))
        with tarfile.open(fileobj=io.BytesIO(data)) as tar:
            file = tar.extractfile(f"practice/{name}")
            assert file is not None
            seen.add(file.read())

    assert seen == {before, b"new\n" * 9000}


def test_what_is_moved_meanwhile_to_where_was_looked_already_is_in_it(filled: Practice) -> None:
    """As a session is that goes into the trash: `.trash` comes first."""
    name = "2026-03-01-1400-grow.yaml"
    pieces = Tarball(filled)._tar()
    data = b"".join(next(pieces) for _ in range(8))
    (filled.root / "clients/jane-example/sessions" / name).rename(filled.root / ".trash/jane-example" / name)
    data += b"".join(pieces)

    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        assert f"practice/.trash/jane-example/{name}" in tar.getnames()


def test_one_that_may_not_be_read_is_named_and_the_rest_is_there(
    filled: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refuse(path: str, *args: int, **more: int) -> int:
        if str(path).endswith("client.yaml"):
            raise PermissionError(13, "no", str(path))
        return real(path, *args, **more)

    monkeypatch.setattr(os, "open", refuse)
    ball = Tarball(filled)

    found = unpacked(b"".join(ball.pieces()))

    assert FILES.keys() - found.keys() == {"clients/jane-example/client.yaml"}
    assert ["there is no permission" in message for message in ball.left_out] == [True]


def test_a_file_that_changes_under_the_hand_is_no_part_of_a_backup(
    filled: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_PIECE", 1000)
    path = filled.root / "clients/jane-example/sessions/2026-03-01-1400-grow.yaml"
    pieces = Tarball(filled)._tar()

    next(piece for piece in pieces if piece.startswith(b"a session"))
    cut(path)

    with pytest.raises(InUseError, match="was changed while it was read"):
        list(pieces)


def cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(1500)
