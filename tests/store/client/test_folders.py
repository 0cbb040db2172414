"""A link below clients/ is read only where coach.yaml says so, and never written through."""

from pathlib import Path

import pytest
from builders import note, session_of, turn_with

from coachcli.domain.value import changed
from coachcli.errors import NotSavedError, UnreadableError
from coachcli.store.client import clients
from coachcli.store.client.client_file import add
from coachcli.store.client.folders import client_folders
from coachcli.store.disk import files
from coachcli.store.index.heads import heads
from coachcli.store.paths import Practice
from coachcli.store.practice import set_up
from coachcli.store.session import sessions


@pytest.fixture
def office(practice: Practice, tmp_path: Path) -> Practice:
    """Bob here, and Jane in another place, to which a link leads."""
    set_up(practice)
    add(practice, "Bob")
    elsewhere = Practice(tmp_path / "elsewhere")
    add(elsewhere, "Jane")
    sessions.create(elsewhere, session_of(turn_with(note("words")), id="jane/2026-11-20-1400", client="jane"))
    (practice.clients / "jane").symlink_to(elsewhere.clients / "jane", target_is_directory=True)
    return practice


def listed(practice: Practice, *targets: Path) -> None:
    """Have coach.yaml list what links may lead to."""
    lines = "".join(f"- {target}\n" for target in targets)
    (practice.root / "coach.yaml").write_text(f"linked:\n{lines}", encoding="utf-8")


def test_a_link_is_passed_over_and_told_of(office: Practice) -> None:
    there = clients.known(office)

    assert [client.name for client in there.found] == ["Bob"]
    (error,) = there.passed_over
    assert error.message == f"{office.clients / 'jane'} is a link, and was passed over."
    assert "linked:" in error.hint
    assert heads(office).found == ()
    assert [error.message for error in heads(office, "jane").passed_over] == [error.message]


def test_where_coach_yaml_lists_its_target_it_is_read(office: Practice, tmp_path: Path) -> None:
    listed(office, tmp_path / "elsewhere" / "clients" / "jane")

    assert [client.name for client in clients.known(office).found] == ["Bob", "Jane"]
    assert [head.id for head in heads(office).found] == ["jane/2026-11-20-1400"]
    assert heads(office).passed_over == ()


def test_and_never_written(office: Practice, tmp_path: Path) -> None:
    listed(office, tmp_path / "elsewhere" / "clients" / "jane")
    stored = sessions.load(heads(office).found[0].path)
    before = stored.path.read_bytes()

    with pytest.raises(NotSavedError, match="a link to somewhere else is in its way"):
        sessions.save(stored, changed(stored.session, status="ended"))
    with pytest.raises(NotSavedError):
        files.refuse_links(stored.path)
    with pytest.raises(NotSavedError):
        files.remove(stored.path)
    with pytest.raises(NotSavedError):
        files.move(stored.path, office.root)
    assert stored.path.read_bytes() == before


def test_a_link_to_another_clients_folder_is_never_read(office: Practice) -> None:
    (office.clients / "robert").symlink_to(office.clients / "bob", target_is_directory=True)
    listed(office, office.clients / "bob")

    assert [path.name for path in client_folders(office).found] == ["bob"]
    assert "leads to another folder of this practice" in client_folders(office).passed_over[1].hint


def test_all_clients_behind_a_link_are_told_of(practice: Practice, tmp_path: Path) -> None:
    practice.root.mkdir()
    (tmp_path / "elsewhere").mkdir()
    practice.clients.symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    (error,) = client_folders(practice).passed_over
    assert error.message == f"{practice.clients} is a link, and was passed over."


def test_nobody_gets_a_second_folder_because_of_a_link(office: Practice) -> None:
    with pytest.raises(UnreadableError, match="is a link, and nobody knows whose it is"):
        add(office, "Jane")

    assert sorted(path.name for path in office.clients.iterdir()) == ["bob", "jane"]


def test_a_folder_that_cannot_be_looked_into_is_named_and_stops_nobody_else(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    for name in ("Bob", "Jane"):
        add(practice, name)
    sessions.create(practice, session_of(id="bob/2026-11-20-1400", client="bob"))
    real = os.scandir

    def refuse(folder: Path) -> object:
        if Path(folder) == practice.sessions("jane"):
            raise PermissionError(13, "Permission denied", str(folder))
        return real(folder)

    monkeypatch.setattr(os, "scandir", refuse)

    there = heads(practice)
    assert [head.id for head in there.found] == ["bob/2026-11-20-1400"]
    (error,) = there.passed_over
    assert error.message == f"{practice.sessions('jane')} cannot be read: there is no permission."
    assert error.exit_code == 4
