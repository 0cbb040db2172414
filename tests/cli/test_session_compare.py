"""`coach session compare`."""

from pathlib import Path

import pytest
from cli.conftest import CANARY, FIRST, Coach, everything_in

from coachcli.store.paths import Practice
from coachcli.store.session import sessions


def words_of(path: Path) -> list[str]:
    """The words of the notes in a session file."""
    return [note.text for _, note in sessions.load(path).session.notes]


@pytest.fixture
def copy(ended: Path) -> Path:
    """Another version of the session, in which the note of the coach's own has other words."""
    copy = ended.with_name(f"{ended.stem}.sync-conflict-20240302-101010-ABCDEFG.yaml")
    copy.write_text(ended.read_text(encoding="utf-8").replace(CANARY, "other words"), encoding="utf-8")
    return copy


def test_in_a_pipe_both_are_shown_and_nothing_is_changed(coach: Coach, practice: Practice, copy: Path) -> None:
    before = everything_in(practice.clients)
    answer = coach("session", "compare", "jane")

    assert answer.code == 0
    assert f"- {CANARY}\n" in answer.out
    assert "- other words\n" in answer.out
    assert copy.name in answer.out
    assert "--take both" in answer.err
    assert CANARY not in answer.err
    assert everything_in(practice.clients) == before


def test_both_are_made_one_where_that_is_said(coach: Coach, ended: Path, copy: Path) -> None:
    answer = coach("session", "compare", "jane", "--take", "both")

    assert answer.code == 0
    assert words_of(ended) == [CANARY, "send the article", "other words"]
    assert "For you alone now, as only one of them had it:\n    - other words\n" in answer.err
    assert not copy.exists()


def test_one_version_is_nothing_to_complain_of(coach: Coach, ended: Path) -> None:
    answer = coach("session", "compare", "jane")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == f"There is only one version of jane-doe/{ended.stem}.\n"


def test_one_that_cannot_be_read_is_told_with_its_line_and_stays(coach: Coach, copy: Path) -> None:
    copy.write_text(f"format: 1\nid: [{CANARY}\n", encoding="utf-8")
    answer = coach("session", "compare", "jane", "--take", "both")

    assert (answer.code, answer.out) == (4, "")
    assert answer.err.startswith(f"{copy}:")
    assert CANARY not in answer.err
    assert copy.exists()


def test_one_of_another_session_is_told(coach: Coach, copy: Path) -> None:
    copy.write_text(copy.read_text(encoding="utf-8").replace(FIRST, "jane-doe/2024-03-01-1500"), encoding="utf-8")
    answer = coach("session", "compare", "jane", "--take", "both")

    assert answer.code == 1
    assert f"{copy} says that it is another session" in answer.err


def test_nothing_else_can_be_taken(coach: Coach, copy: Path) -> None:
    assert coach("session", "compare", "jane", "--take", "all").code == 2
    assert copy.exists()
