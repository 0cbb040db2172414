"""Looking at a path: of what may not be looked at, nothing is known to be there, and nothing is raised."""

import errno
import os
from pathlib import Path

import pytest

from coachcli.store.disk import status


def test_files_folders_and_links_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "circle").symlink_to("circle")
    assert [status.is_file(tmp_path / name) for name in ("file", "link", "circle", "")] == [True, True, False, False]
    assert [status.is_folder(tmp_path / name) for name in ("", "file", "gone")] == [True, False, False]
    assert [status.is_link(tmp_path / name) for name in ("link", "circle", "file")] == [True, True, False]
    assert [status.is_there(tmp_path / name) for name in ("link", "circle", "gone")] == [True, False, False]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO])
def test_what_may_not_be_looked_at_raises_nothing(tmp_path: Path, number: int) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "stat", refuse)
        patch.setattr(os, "lstat", refuse)
        told = [ask(tmp_path) for ask in (status.is_there, status.is_file, status.is_folder, status.is_link)]
    assert not any(told)
