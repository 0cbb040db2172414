"""What leaves the practice is put where nothing is, and never into the practice."""

from pathlib import Path

import pytest

from coachcli.app.practice.place import new_place
from coachcli.errors import InUseError, UsageError
from coachcli.store.paths import Practice


def test_a_folder_gets_a_file_of_that_name_and_a_name_is_taken_as_it_is(practice: Practice, tmp_path: Path) -> None:
    assert new_place(practice, tmp_path, "x.age") == tmp_path / "x.age"
    assert new_place(practice, tmp_path / "y", "x.age") == tmp_path / "y"


def test_in_a_folder_the_second_of_a_minute_gets_a_number(practice: Practice, tmp_path: Path) -> None:
    (tmp_path / "p-2026-11-29-1200.age").write_bytes(b"")
    (tmp_path / "p-2026-11-29-1200-2.age").symlink_to(tmp_path / "nowhere")

    assert new_place(practice, tmp_path, "p-2026-11-29-1200.age") == tmp_path / "p-2026-11-29-1200-3.age"


def test_what_is_there_is_in_the_way(practice: Practice, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    (tmp_path / "y").symlink_to(tmp_path / "nowhere")

    for name in ("x", "y"):
        with pytest.raises(InUseError, match="is there already"):
            new_place(practice, tmp_path / name, "x.age")


def test_the_practice_is_no_place_however_it_is_reached(practice: Practice, tmp_path: Path) -> None:
    practice.clients.mkdir(parents=True)
    (tmp_path / "link").symlink_to(practice.clients)

    for place in (practice.root, practice.root / "x", practice.clients, tmp_path / "link" / "x", tmp_path / "link"):
        with pytest.raises(UsageError, match="is inside the practice"):
            new_place(practice, place, "x.age")


def test_a_folder_that_is_not_there_is_not_made(practice: Practice, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no folder"):
        new_place(practice, tmp_path / "none" / "x", "x.age")
