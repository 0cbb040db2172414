"""A walk names everything there is, in one order, and goes into no link."""

import os
import sys
from pathlib import Path

import pytest

from coachcli.store.disk.tree import walk

assert sys.platform != "win32"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    (root / "b" / "deep").mkdir(parents=True)
    (root / "b" / "deep" / "file").write_text("x")
    (root / "a").write_text("x")
    (root / "c").symlink_to(tmp_path)
    os.mkfifo(root / "d")
    return root


def test_each_folder_comes_before_what_is_in_it(root: Path) -> None:
    found = list(walk(root))

    assert [one.name for one in found] == ["a", "b", "b/deep", "b/deep/file", "c", "d"]
    assert [(one.is_file, one.is_folder, one.is_link) for one in found] == [
        (True, False, False), (False, True, False), (False, True, False), (True, False, False), (False, False, True),
        (False, False, False),
    ]  # fmt: skip
    assert [(one.folder, one.last) for one in found][-3:] == [("b/deep", "file"), ("", "c"), ("", "d")]


def test_a_folder_or_a_link_is_entered_only_where_that_is_said(root: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("x")

    names = [one.name for one in walk(root, lambda found: found.is_link and found.name == "c")]

    assert names == ["a", "b", "c", "c/outside", "c/root", "d"]


def test_one_that_cannot_be_looked_into_is_told_and_the_rest_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def refuse(path: Path) -> object:
        if str(path).endswith("deep"):
            raise PermissionError(13, "no", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)

    found = {one.name: one.wrong for one in walk(root)}

    assert list(found) == ["a", "b", "b/deep", "c", "d"]
    assert found["b/deep"] is not None
    assert "there is no permission" in found["b/deep"].message


def test_folders_may_be_deeper_than_functions_may_call_each_other(tmp_path: Path) -> None:
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        for _ in range(1500):
            Path("d").mkdir()
            os.chdir("d")
        found = len(list(walk(tmp_path)))
        # Whoever tidies up after the tests calls itself for each folder, and would break.
        for _ in range(1500):
            os.chdir("..")
            Path("d").rmdir()
    finally:
        os.chdir(before)

    assert found >= 1500
