"""Which files are second versions of a session, and of which."""

import errno
from pathlib import Path

import pytest
from builders import session_of

from coachcli.domain.value import changed
from coachcli.errors import CoachError
from coachcli.store.paths import Practice
from coachcli.store.session import sessions
from coachcli.store.session.copies import copies_of, session_beside

CONFLICT = "2026-11-20-1400-short.sync-conflict-20261121-101010-ABCDEFG.yaml"


@pytest.fixture
def path(practice: Practice) -> Path:
    return sessions.create(practice, session_of()).path


def copied(path: Path, name: str) -> Path:
    copy = path.with_name(name)
    copy.write_bytes(path.read_bytes())
    return copy


@pytest.mark.parametrize(
    "name",
    [
        CONFLICT,
        "2026-11-20-1400-short (conflicted copy).yaml",
        "2026-11-20-1400-short 2.yaml",
        "2026-11-20-1400-short.yaml~",
    ],
)
def test_a_file_named_after_it_is_one_whatever_is_in_it(path: Path, name: str) -> None:
    copy = path.with_name(name)
    copy.write_text("no session at all", encoding="utf-8")

    assert copies_of(path) == [copy]
    assert session_beside(copy) == path


@pytest.mark.parametrize("name", ["2026-11-20-1400-short-old.yaml", "moved.yaml"])
def test_a_file_that_says_it_is_the_same_session_is_one(path: Path, name: str) -> None:
    copy = copied(path, name)

    assert copies_of(path) == [copy]
    assert session_beside(copy) == path


def test_neither_another_session_nor_its_copy_nor_the_page_is_one(path: Path, practice: Practice) -> None:
    other = sessions.create(practice, session_of(id="jane-doe/2026-11-21-1400")).path
    copied(other, f"{other.stem} 2.yaml")
    path.with_suffix(".md").write_text("a page", encoding="utf-8")

    assert copies_of(path) == []
    assert session_beside(path) == path


def test_a_link_is_none(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_bytes(path.read_bytes())
    path.with_name(CONFLICT).symlink_to(elsewhere)

    assert copies_of(path) == []


def test_a_copy_that_lies_there_alone_is_a_version_of_nothing(path: Path) -> None:
    assert session_beside(path.rename(path.with_name(CONFLICT))) is None


def test_after_a_change_of_framework_the_file_is_still_the_session(path: Path) -> None:
    stored = sessions.load(path)
    switched = {
        "switched_from": (stored.session.framework,),
        "framework": changed(stored.session.framework, id="egan"),
    }
    sessions.save(stored, changed(stored.session, **switched))

    assert session_beside(path) == path
    assert session_beside(copied(path, "moved.yaml")) == path


def test_the_copies_of_a_damaged_session_are_found_by_their_names(path: Path) -> None:
    copy = copied(path, CONFLICT)
    path.write_text("damaged: [", encoding="utf-8")

    assert copies_of(path) == [copy]


def test_what_is_written_in_a_file_leads_to_no_other_place(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_bytes(path.read_bytes())
    text = path.read_text(encoding="utf-8").replace("id: short", "id: ../../../../../elsewhere")
    moved = path.with_name("moved.yaml")
    moved.write_text(text.replace("id: jane-doe/2026-11-20-1400", f"id: {'x' * 300}"), encoding="utf-8")

    assert session_beside(moved) == moved


def test_a_folder_that_cannot_be_read_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(CoachError, match=r"sessions was not read: "):
        copies_of(path)
