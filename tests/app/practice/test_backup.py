"""A backup goes where the coach says, under a name that says what it is, and the practice stays as it was."""

from pathlib import Path

import pytest
from app.practice.checked import context_of, stamps

from coachcli.app.practice.backup import back_up, lock_of, number_of_steps, place_of
from coachcli.errors import NotFoundError, NotSavedError
from coachcli.store.backup.age import ByPassphrase, ForKey, new_key
from coachcli.store.erase import hold
from coachcli.store.paths import Practice


def test_in_a_folder_it_is_called_after_the_practice_and_the_moment(filled: Practice, tmp_path: Path) -> None:
    assert place_of(context_of(filled), tmp_path) == tmp_path / "practice-2026-11-29-1200.age"


def test_without_a_practice_there_is_nothing_to_keep(practice: Practice, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        place_of(context_of(practice), tmp_path)


def test_in_the_middle_of_an_erasing_there_is_none(filled: Practice, tmp_path: Path) -> None:
    hold.put_aside(filled, "robin-example")

    with pytest.raises(NotSavedError) as refused:
        place_of(context_of(filled), tmp_path)

    assert refused.value.message.startswith("The erasing of Robin Example was begun, and is not finished.")
    assert refused.value.hint == "To go on: coach client erase robin-example"


def test_it_is_locked_to_a_key_or_by_a_passphrase(tmp_path: Path) -> None:
    (tmp_path / "words").write_text("correct horse battery\n", encoding="utf-8")

    assert isinstance(lock_of(new_key().public, None), ForKey)
    assert isinstance(lock_of(None, tmp_path / "words"), ByPassphrase)


def test_nothing_of_the_practice_is_changed_by_it(filled: Practice, tmp_path: Path) -> None:
    before, context = stamps(filled.root), context_of(filled)

    written = back_up(context, tmp_path / "b.age", lock_of(new_key().public, None))

    assert stamps(filled.root) == before
    assert number_of_steps(filled) == 2 * written.files > 40
