"""A session that is held by one is held by nobody else, and is given free."""

import sys
from pathlib import Path

import pytest
from app.conftest import MakeSession

from coachcli.app.context import Context
from coachcli.app.session.lock import locked
from coachcli.domain.client.model import Client
from coachcli.errors import CoachError, InUseError


@pytest.fixture
def path(jane: Client, made: MakeSession) -> Path:
    return made(jane).path


def test_nobody_else_holds_it_meanwhile(context: Context, path: Path) -> None:
    with locked(context, path), pytest.raises(InUseError), locked(context, path):
        pytest.fail("two held one session")


def test_it_is_free_afterwards_also_where_something_went_wrong(context: Context, path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(context, path):
        raise ZeroDivisionError

    with locked(context, path):
        assert context.practice.locks.is_dir()


def test_another_session_is_not_held_with_it(context: Context, path: Path, jane: Client, made: MakeSession) -> None:
    other = made(jane, "2026-11-18-0900").path

    with locked(context, path), locked(context, other):
        assert path != other


@pytest.mark.skipif(sys.platform == "win32", reason="links as Unix has them")
def test_behind_a_link_nothing_is_held(context: Context, path: Path, tmp_path: Path) -> None:
    elsewhere = path.parent.rename(tmp_path / "elsewhere")
    path.parent.symlink_to(elsewhere)

    with pytest.raises(CoachError), locked(context, path):
        pytest.fail("a session was held that could not be saved")
