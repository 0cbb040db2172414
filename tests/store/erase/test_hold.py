"""What is being erased: out of the lists in one step, and known by name until the last of it is gone."""

import errno
from pathlib import Path

import pytest

from coachcli.domain.client.model import Client
from coachcli.errors import NotSavedError
from coachcli.store.client import client_file, clients
from coachcli.store.disk import primitives
from coachcli.store.erase import hold
from coachcli.store.paths import Practice


@pytest.fixture
def jane(practice: Practice) -> Client:
    (practice.trash / "jane-doe").mkdir(parents=True)
    (practice.trash / "jane-doe" / "2026-03-01-1400-grow.yaml").write_text("deleted")
    return client_file.add(practice, "Jane Doe")


def test_all_of_a_client_is_out_of_the_lists_and_known_by_name(practice: Practice, jane: Client) -> None:
    hold.put_aside(practice, jane.id)

    assert clients.clients(practice) == []
    assert list(practice.trash.iterdir()) == []
    assert hold.begun(practice) == [jane]


def test_the_name_goes_last_and_then_nothing_is_left(practice: Practice, jane: Client) -> None:
    hold.put_aside(practice, jane.id)

    assert hold.empty(practice, jane.id) == []
    assert [path.name for path in practice.erasing.rglob("*") if path.is_file()] == ["client.yaml"]
    assert hold.begun(practice) == [jane]
    assert hold.finish(practice, jane.id) == []
    assert not practice.erasing.exists()
    assert hold.begun(practice) == []


def test_somebody_of_the_same_id_who_came_meanwhile_is_put_beside(practice: Practice, jane: Client) -> None:
    hold.put_aside(practice, jane.id)
    (practice.clients / jane.id).mkdir()
    hold.put_aside(practice, jane.id)

    assert sorted(path.name for path in (practice.erasing / jane.id).iterdir()) == ["client", "client-2", "deleted"]
    assert hold.empty(practice, jane.id) == hold.finish(practice, jane.id) == []


def test_where_nothing_can_be_moved_nothing_is_said_to_be_begun(
    practice: Practice, jane: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_path: Path, _target: Path) -> None:
        raise OSError(errno.EACCES, "in use")

    monkeypatch.setattr(primitives, "rename", refused)
    with pytest.raises(NotSavedError):
        hold.put_aside(practice, jane.id)

    assert hold.begun(practice) == []
    assert clients.clients(practice) == [jane]


def test_who_has_no_file_any_more_goes_by_their_id(practice: Practice) -> None:
    (practice.erasing / "jane-doe" / "deleted").mkdir(parents=True)

    assert hold.begun(practice) == [Client("jane-doe", "jane-doe")]
