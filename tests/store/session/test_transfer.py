"""Settling whose a session is: it is in one place afterwards, also where the disk refused a part of it before."""

from pathlib import Path

import pytest
from builders import note, session_of, turn_with

from coachcli.errors import NotSavedError
from coachcli.store.paths import Practice
from coachcli.store.session import sessions, transfer, trash


@pytest.fixture
def path(practice: Practice) -> Path:
    """A session of Jane's, which is Robin's in truth."""
    session = session_of(turn_with(note("words")), id="jane-doe/2026-11-20-1400", client="jane-doe")
    return sessions.create(practice, session).path


def files_of(practice: Practice, client: str) -> list[str]:
    return sorted(path.name for path in practice.sessions(client).glob("*.yaml"))


def test_a_session_goes_to_the_client_it_belongs_to(practice: Practice, path: Path) -> None:
    moved = transfer.transfer(practice, path, "robin-doe")
    assert (moved.session.client, moved.session.id) == ("robin-doe", "robin-doe/2026-11-20-1400")
    assert (files_of(practice, "jane-doe"), files_of(practice, "robin-doe")) == ([], [path.name])


def test_what_was_moved_in_part_is_no_second_session_when_it_is_moved_again(
    practice: Practice, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise NotSavedError("It was not moved: the disk is failing.")

    with monkeypatch.context() as patch:
        patch.setattr(trash, "delete", refuse)
        with pytest.raises(NotSavedError):
            transfer.transfer(practice, path, "robin-doe")
    transfer.transfer(practice, path, "robin-doe")
    assert (files_of(practice, "jane-doe"), files_of(practice, "robin-doe")) == ([], [path.name])


def test_another_session_of_the_same_minute_stays_another(practice: Practice, path: Path) -> None:
    theirs = session_of(turn_with(note("others")), id="robin-doe/2026-11-20-1400", client="robin-doe")
    sessions.create(practice, theirs)
    moved = transfer.transfer(practice, path, "robin-doe")
    assert moved.session.id == "robin-doe/2026-11-20-1400-2"
    assert len(files_of(practice, "robin-doe")) == 2
