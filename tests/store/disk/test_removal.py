"""What is removed for good: all of it, nothing beyond a link, and what stays is told."""

import errno
import os
from pathlib import Path

import pytest

from coachcli.store.disk import primitives
from coachcli.store.disk.removal import is_gone, plain_files, remove_whole


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("a.txt", "in/b.txt", "in/deeper/c.txt"):
        (tmp_path / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tree" / name).write_text(name)
    (tmp_path / "outside.txt").write_text("not ours")
    (tmp_path / "tree" / "in" / "link").symlink_to(tmp_path)
    return tmp_path / "tree"


def test_a_folder_goes_with_all_that_is_in_it_and_what_a_link_leads_to_stays(tree: Path) -> None:
    assert remove_whole(tree) == []
    assert is_gone(tree)
    assert [path.name for path in tree.parent.iterdir()] == ["outside.txt"]


def test_a_link_in_its_place_goes_alone(tree: Path) -> None:
    link = tree.parent / "link"
    link.symlink_to(tree)

    assert remove_whole(link) == []
    assert (is_gone(link), (tree / "a.txt").read_text()) == (True, "a.txt")


def test_what_is_gone_already_is_no_error(tree: Path) -> None:
    assert remove_whole(tree / "nothing") == []
    assert remove_whole(tree / "a.txt" / "nothing") == []


def test_what_cannot_be_removed_is_told_once_and_all_else_goes(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = primitives.take_away

    def refusing(path: Path, *, folder: bool = False) -> None:
        if path.name == "c.txt":
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        real(path, folder=folder)

    monkeypatch.setattr(primitives, "take_away", refusing)
    (error,) = remove_whole(tree)

    assert error.message == f"{tree / 'in/deeper/c.txt'} was not removed: there is no permission."
    assert [str(path.relative_to(tree)) for path in plain_files(tree)] == ["in/deeper/c.txt"]


def test_nothing_is_removed_behind_a_link(tree: Path) -> None:
    link = tree.parent / "link"
    link.symlink_to(tree)
    (error,) = remove_whole(link / "a.txt")

    assert "a link to somewhere else is in its way" in error.message
    assert not is_gone(tree / "a.txt")


def test_where_nobody_may_look_nothing_is_said_to_be_gone(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_path: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "lstat", refused)

    assert not is_gone(tree / "nothing")
