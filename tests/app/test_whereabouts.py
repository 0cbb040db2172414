"""What was rescued is found again, also by whoever was not told where it is."""

from pathlib import Path

import pytest

from coachcli.app.whereabouts import rescued
from coachcli.store.paths import Practice, draft_file
from coachcli.store.session import rescue
from coachcli.store.session.drafts import Draft

BASE = "a" * 64


@pytest.fixture
def session_file(practice: Practice) -> Path:
    path = practice.session_file("jane-example", "2026-11-20-1400-grow")
    path.parent.mkdir(parents=True)
    path.write_text("a session", encoding="utf-8")
    return path


def test_copies_of_a_session_and_of_its_line_are_found(practice: Practice, session_file: Path) -> None:
    copy = rescue.put(session_file, BASE, b"the words")
    rescue.put_line(session_file, BASE, Draft("half a sen", 10, None, None, BASE))

    assert copy is not None
    assert {one.path for one in rescued(practice)} == {copy, draft_file(copy)}
    assert all(one.written.utcoffset() is not None for one in rescued(practice))


@pytest.mark.usefixtures("session_file")
def test_those_of_another_practice_are_not_its_own(practice: Practice, tmp_path: Path) -> None:
    rescue.put(Practice(tmp_path / "other").session_file("bo-example", "2026-11-20-1400-grow"), BASE, b"the words")

    assert rescued(practice) == []


def test_where_the_practice_is_gone_all_are_told(practice: Practice, tmp_path: Path) -> None:
    copy = rescue.put(Practice(tmp_path / "gone").session_file("bo-example", "2026-11-20-1400-grow"), BASE, b"words")

    assert [one.path for one in rescued(practice)] == [copy]
