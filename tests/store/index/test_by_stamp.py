"""What lists remember: whatever becomes of it, it costs time and nothing else."""

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coachcli.errors import NotSavedError
from coachcli.store.disk import files
from coachcli.store.index.by_stamp import Facts, Index
from coachcli.store.paths import Practice

assert sys.platform != "win32"  # pipes, signals and owners of files as Unix has them


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


def _sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 10 << 30)


HOSTILE: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a sparse file": _sparse,
    "a folder": Path.mkdir,
    "a socket": _socket,
    "a link to itself": lambda path: path.symlink_to(path),
    "half a file": lambda path: path.write_bytes(b'{"format": 2, "files": {"clients/'),
    "names that no disk has": lambda path: path.write_text(
        '{"format": 2, "files": {"%s": ["", {}], "a\\u0000b": ["", {}], "\\ud800": ["", {}]}}' % ("n" * 5000)
    ),
}


@pytest.fixture
def read(practice: Practice) -> list[Path]:
    """Every reading of the one file there is."""
    practice.clients.mkdir(parents=True)
    (practice.clients / "client.yaml").write_text("name: Jane\n")
    return []


def ask(practice: Practice, read: list[Path]) -> str:
    """Ask for what is known of the file, as the next command would."""

    def facts(path: Path) -> Facts:
        read.append(path)
        return {"name": "Jane"}

    index = Index(practice, "people")
    found = index.known(practice.clients / "client.yaml", facts, lambda _, known: str(known["name"]))
    index.save()
    return found


def test_what_was_read_once_is_remembered_until_the_file_changes(practice: Practice, read: list[Path]) -> None:
    assert [ask(practice, read), ask(practice, read), len(read)] == ["Jane", "Jane", 1]

    (practice.clients / "client.yaml").write_text("name: Jane D.\n")
    assert [ask(practice, read), len(read)] == ["Jane", 2]


@pytest.mark.parametrize("thing", HOSTILE)
def test_whatever_lies_in_its_place_costs_only_time(practice: Practice, read: list[Path], thing: str) -> None:
    practice.index.mkdir()
    HOSTILE[thing](practice.index / "people.json")

    assert [ask(practice, read), ask(practice, read)] == ["Jane", "Jane"]


@pytest.mark.parametrize("thing", ["a pipe", "a socket", "a link to itself", "a sparse file"])
def test_so_does_what_lies_in_place_of_its_folder(practice: Practice, read: list[Path], thing: str) -> None:
    HOSTILE[thing](practice.index)

    assert [ask(practice, read), ask(practice, read), len(read)] == ["Jane", "Jane", 2]


def test_so_does_a_disk_that_does_not_take_it(
    practice: Practice, read: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotSavedError("no")

    monkeypatch.setattr(files, "replace", refuse)
    assert [ask(practice, read), ask(practice, read), len(read)] == ["Jane", "Jane", 2]


def test_so_does_a_folder_that_may_not_be_looked_into(
    practice: Practice, read: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(practice, read)
    real = Path.lstat

    def refused(path: Path) -> os.stat_result:
        if path.parent == practice.index:
            raise PermissionError(13, "no")
        return real(path)

    monkeypatch.setattr(Path, "lstat", refused)
    assert [ask(practice, read), len(read)] == ["Jane", 2]


def test_a_name_that_is_no_text_is_remembered_too(practice: Practice) -> None:
    path = practice.clients / os.fsdecode(b"caf\xe9")
    path.mkdir(parents=True)
    index = Index(practice, "people")
    index.known(path, lambda _: {"name": path.name}, lambda _, known: known)
    index.save()

    assert Index(practice, "people").known(path, lambda _: pytest.fail("read again"), lambda _, known: known) == {
        "name": path.name
    }
