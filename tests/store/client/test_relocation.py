"""A client's folder under another id."""

from pathlib import Path

import pytest

from coachcli.domain.client.model import Client
from coachcli.errors import InUseError
from coachcli.store.client import client_file, relocation
from coachcli.store.disk import files, locks
from coachcli.store.paths import Practice


@pytest.fixture
def jane(practice: Practice) -> Client:
    return client_file.add(practice, "Jane Doe")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def test_the_folder_goes_with_what_was_deleted_and_finds_what_lies_there(practice: Practice, jane: Client) -> None:
    for client_id, name in (("jane-doe", "a.yaml"), ("jane-doe", "b.yaml"), ("jd", "b.yaml")):
        files.make_folder(practice.trash / client_id, inside=practice.root)
        (practice.trash / client_id / name).write_text(client_id)
    relocation.move_folder(practice, jane.id, "jd")

    assert names(practice.clients) == {"jd"}
    assert names(practice.trash) == {"jd"}
    assert names(practice.trash / "jd") == {"a.yaml", "b.yaml", "b-2.yaml"}


def test_whatever_is_open_elsewhere_refuses_it(practice: Practice, jane: Client) -> None:
    path = practice.session_file(jane.id, "2026-11-20-1400-grow")
    path.write_text("format: 1\n")
    files.make_folder(practice.locks, inside=practice.root)
    with (
        locks.held(practice.lock_file(path)),
        pytest.raises(InUseError, match="Jane Doe"),
        relocation.all_locked(practice, jane),
    ):
        pass


def test_only_the_locks_of_that_id_are_forgotten(practice: Practice, jane: Client) -> None:
    robin = client_file.add(practice, "Jane Doe-Example")
    for client in (jane, robin):
        with relocation.all_locked(practice, client):
            pass
    relocation.forget_locks(practice, jane.id)

    assert names(practice.locks) == {f".{robin.id}--{part}.lock" for part in ("between", "client", "engagements")}


def test_files_that_were_made_to_be_handed_on_get_the_new_id_and_keep_their_words(
    practice: Practice, jane: Client
) -> None:
    files.make_folder(practice.exports(jane.id), inside=practice.root)
    (practice.exports(jane.id) / "jane-doe-for-client.md").write_text("For Jane Doe\n")
    relocation.move_folder(practice, jane.id, "jd")

    assert relocation.respell(practice, jane.id, "jd") == []
    assert (practice.exports("jd") / "jd-for-client.md").read_text() == "For Jane Doe\n"


def test_exports_that_are_no_folder_are_told_of_and_stop_nothing(practice: Practice, jane: Client) -> None:
    practice.exports(jane.id).write_text("a file\n")
    relocation.move_folder(practice, jane.id, "jd")

    assert [error.exit_code for error in relocation.respell(practice, jane.id, "jd")] == [4]
