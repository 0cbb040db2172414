"""The files around a framework that is being edited."""

from pathlib import Path

import pytest

from coachcli.store.disk.files import ChangedElsewhereError
from coachcli.store.framework import catalogue
from coachcli.store.framework.working_copy import WorkingCopy
from coachcli.store.paths import Practice


@pytest.fixture
def folder(practice: Practice) -> Path:
    practice.frameworks.mkdir(parents=True)
    return practice.frameworks


@pytest.fixture
def working(folder: Path) -> WorkingCopy:
    (folder / "mine.yaml").write_bytes(b"before")
    return WorkingCopy(folder / "mine.yaml")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_the_editor_has_lies_beside_the_framework_for_the_coach_alone(working: WorkingCopy, folder: Path) -> None:
    working.open(b"text")

    assert names(folder) == [".mine.edit.yaml", "mine.yaml"]
    assert working.copy.read_bytes() == b"text"
    assert working.copy.stat().st_mode & 0o777 == 0o600


def test_the_new_text_is_taken_and_the_version_before_is_kept(working: WorkingCopy, folder: Path) -> None:
    working.open(b"after")
    working.take(b"before", b"after")

    assert names(folder) == [".mine.yaml.bak", "mine.yaml"]
    assert (working.path.read_bytes(), working.earlier.read_bytes()) == (b"after", b"before")
    assert {path.stat().st_mode & 0o777 for path in (working.path, working.earlier)} == {0o600}


def test_only_the_last_version_before_is_kept(working: WorkingCopy) -> None:
    for before, after in ((b"before", b"second"), (b"second", b"third")):
        working.open(after)
        working.take(before, after)

    assert working.earlier.read_bytes() == b"second"


def test_a_framework_that_was_not_there_has_no_version_before(folder: Path) -> None:
    working = WorkingCopy(folder / "new.yaml")
    working.open(b"text")
    working.take(None, b"text")

    assert names(folder) == ["new.yaml"]


@pytest.mark.parametrize("before", [b"something older", None])
def test_what_another_program_wrote_is_never_replaced(working: WorkingCopy, before: bytes | None) -> None:
    working.open(b"after")
    with pytest.raises(ChangedElsewhereError):
        working.take(before, b"after")

    assert working.path.read_bytes() == b"before"
    assert working.copy.read_bytes() == b"after"


def test_a_draft_is_kept_and_never_over_another(working: WorkingCopy, folder: Path) -> None:
    for text in (b"one", b"two"):
        working.open(text)
        working.keep()

    assert names(folder) == ["mine.2.draft.yaml", "mine.draft.yaml", "mine.yaml"]
    assert working.draft.read_bytes() == b"one"


def test_a_draft_that_is_opened_is_no_draft_any_more(working: WorkingCopy, folder: Path) -> None:
    working.open(b"one")
    working.keep()
    working.open_draft()

    assert names(folder) == [".mine.edit.yaml", "mine.yaml"]


def test_what_a_killed_process_left_in_the_editor_becomes_a_draft(working: WorkingCopy) -> None:
    working.open(b"one")
    working.rescue()

    assert working.draft.read_bytes() == b"one"
    working.rescue()  # and nothing more is there to be rescued


def test_nothing_beside_it_is_taken_for_a_framework(working: WorkingCopy, practice: Practice) -> None:
    for text in (b"one", b"two"):
        working.open(text)
        working.keep()
    working.open(b"three")
    working.earlier.write_bytes(b"four")

    assert [source.id for source in catalogue.sources(practice) if not source.shipped] == ["mine"]
