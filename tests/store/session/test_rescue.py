"""Where a session goes when the practice cannot take it, and how it is found again."""

import stat
from pathlib import Path

import pytest

from coachcli.store.paths import Practice
from coachcli.store.session import rescue

BASE, OTHER_BASE = "a" * 64, "b" * 64


@pytest.fixture
def session_file(practice: Practice) -> Path:
    """It need not be there: the disk it is on may be gone."""
    return practice.session_file("jane-doe", "2026-11-20-1400-grow")


def test_what_was_put_there_is_got_again(session_file: Path) -> None:
    path = rescue.put(session_file, BASE, b"the words")

    assert path == rescue.rescue_file(session_file, BASE)
    assert rescue.get(session_file, BASE) == b"the words"


def test_it_is_outside_the_practice_and_for_the_coach_alone(session_file: Path, practice: Practice) -> None:
    path = rescue.put(session_file, BASE, b"the words")

    assert path is not None
    assert path.name == "jane-doe--2026-11-20-1400-grow.aaaaaaaaaaaa.yaml"
    assert not path.is_relative_to(practice.root)
    assert path.parent == rescue.folder()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert not practice.root.exists()


def test_the_latest_takes_the_place_of_the_one_before(session_file: Path) -> None:
    rescue.put(session_file, BASE, b"some words")
    rescue.put(session_file, BASE, b"more words")

    assert rescue.get(session_file, BASE) == b"more words"
    assert len(list(rescue.folder().iterdir())) == 1


def test_it_belongs_to_one_session_as_it_was(session_file: Path, practice: Practice) -> None:
    rescue.put(session_file, BASE, b"the words")

    assert rescue.get(session_file, OTHER_BASE) is None
    assert rescue.get(practice.session_file("bob", session_file.stem), BASE) is None
    assert rescue.get(session_file.with_name("2026-11-20-1500-grow.yaml"), BASE) is None


def test_where_nothing_was_put_there_is_nothing(session_file: Path) -> None:
    assert rescue.get(session_file, BASE) is None
    rescue.clear(session_file, BASE)


def test_it_goes_when_it_is_not_needed_any_more(session_file: Path) -> None:
    rescue.put(session_file, BASE, b"the words")
    other = rescue.put(session_file, OTHER_BASE, b"other words")

    rescue.clear(session_file, BASE)

    assert rescue.get(session_file, BASE) is None
    assert list(rescue.folder().iterdir()) == [other]


def test_where_that_fails_as_well_it_says_so(session_file: Path) -> None:
    rescue.folder().parent.mkdir(parents=True)
    rescue.folder().write_text("no folder")

    assert rescue.put(session_file, BASE, b"the words") is None
