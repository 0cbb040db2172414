"""Somebody new: one client, however many terminals begin with the name at once, and no list meets half of one."""

from pathlib import Path

import pytest
from store.race import at_once

from coachcli.domain.client.model import Client
from coachcli.errors import InUseError, NotSavedError
from coachcli.store.client import client_file
from coachcli.store.client.clients import clients
from coachcli.store.client.newcomer import welcomed
from coachcli.store.disk import files, locks, primitives
from coachcli.store.erase import hold
from coachcli.store.paths import Practice

PREPARE = """
from pathlib import Path
from coachcli.store.client.newcomer import welcomed
from coachcli.store.paths import Practice
from coachcli.store.practice import set_up
"""
DO = """
practice = Practice(Path(sys.argv[1]))
set_up(practice)
print(welcomed(practice, "New Name").id)
"""


def test_somebody_new_is_never_taken_for_whoever_is_being_erased(practice: Practice) -> None:
    welcomed(practice, "Grace Example")
    hold.put_aside(practice, "grace-example")

    assert welcomed(practice, "Grace Example").id == "grace-example-2"


def test_a_name_that_is_given_in_twelve_terminals_at_once_makes_one_client(practice: Practice) -> None:
    said = at_once(PREPARE, DO, *([practice.root] for _ in range(12)))

    assert said == ["new-name\n"] * 12
    assert clients(practice) == [Client("new-name", "New Name")]
    assert [path.name for path in practice.clients.iterdir()] == ["new-name"]


def test_whoever_is_there_by_then_is_returned(practice: Practice) -> None:
    jane = client_file.add(practice, "Jane Example")

    assert welcomed(practice, " jane  EXAMPLE") == jane
    assert clients(practice) == [jane]


def test_another_name_of_the_same_letters_is_somebody_else(practice: Practice) -> None:
    jane = client_file.add(practice, "Jane Example")

    assert welcomed(practice, "jane-example") == Client("jane-example-2", "jane-example")
    assert jane in clients(practice)


def test_no_list_meets_a_client_who_has_no_name_yet(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[list[Client]] = []
    make_folder, replace = files.make_folder, files.replace

    def folder_made(path: Path, *, inside: Path) -> None:
        make_folder(path, inside=inside)
        if path.is_relative_to(practice.clients):
            listed.append(clients(practice))

    def written(path: Path, data: bytes, *, expected: str | None) -> str:
        digest = replace(path, data, expected=expected)
        if path.is_relative_to(practice.clients):
            listed.append(clients(practice))
        return digest

    monkeypatch.setattr(files, "make_folder", folder_made)
    monkeypatch.setattr(files, "replace", written)
    jane = welcomed(practice, "Jane Example")

    assert listed == [[]] * 3
    assert clients(practice) == [jane]


def test_what_a_killed_process_had_begun_is_nobody_and_in_nobodys_way(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_path: Path, target: Path) -> None:
        if target.suffix != ".json":
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(primitives, "rename", killed)
        with pytest.raises(KeyboardInterrupt):
            welcomed(practice, "Jane Example")
    assert clients(practice) == []

    assert welcomed(practice, "Ana Example") == Client("ana-example", "Ana Example")
    assert [path.name for path in practice.clients.iterdir()] == ["ana-example"]


def test_a_disk_that_fails_leaves_nobody_behind(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(primitives, "write", refuse)
    with pytest.raises(NotSavedError, match="the disk is full"):
        welcomed(practice, "Jane Example")

    assert clients(practice) == []


def test_while_another_terminal_is_at_it_for_long_nobody_is_added(practice: Practice) -> None:
    files.make_folder(practice.locks, inside=practice.root)
    with locks.held(practice.locks / "clients"), pytest.raises(InUseError) as caught:
        welcomed(practice, "Jane Example", wait=0)

    assert caught.value.message == f"{practice.clients} is being written by another terminal."
    assert caught.value.hint == "Nothing was changed: say it again."
    assert clients(practice) == []
