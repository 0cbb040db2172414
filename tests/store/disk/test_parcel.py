"""A folder or a zip to hand over: whole or not at all, over nothing, and with nothing of this machine in it."""

import io
import stat
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from coachcli.errors import InUseError, NotSavedError, UsageError
from coachcli.store.disk import files, parcel, primitives
from coachcli.store.disk.background import nothing

DAY = date(2026, 11, 20)
CONTENTS = {"README.md": b"read", "in/one.md": b"one", "in/two.md": "Grüße".encode()}


def refuse() -> None:
    raise NotSavedError("no")


@pytest.mark.parametrize("name", ["all", "all.zip"])
def test_it_is_whole_for_the_coach_alone_and_never_over_anything(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    called: list[bool] = []
    parcel.write(target, CONTENTS, DAY, lambda: called.append(target.exists()))

    assert called == [False]
    for path in (target, *target.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600) or sys.platform == "win32"
    with pytest.raises(InUseError, match="there already"):
        parcel.write(target, {}, DAY)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_has_each_file_as_it_is(tmp_path: Path) -> None:
    parcel.write(tmp_path / "all", CONTENTS, DAY)

    there = {str(path.relative_to(tmp_path / "all")): path.read_bytes() for path in tmp_path.rglob("*.md")}
    assert {name.replace("\\", "/"): data for name, data in there.items()} == CONTENTS


def test_a_zip_is_the_same_to_the_byte_and_says_nothing_of_this_machine() -> None:
    data = parcel.zipped(CONTENTS, DAY)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        assert {info.filename: archive.read(info) for info in infos} == CONTENTS

    assert data == parcel.zipped(dict(reversed(CONTENTS.items())), DAY)
    assert {(info.date_time, info.extra, info.create_system, info.external_attr >> 16) for info in infos} == {
        ((2026, 11, 20, 0, 0, 0), b"", 3, stat.S_IFREG | 0o600)
    }


@pytest.mark.parametrize("name", ["all", "all.zip"])
@pytest.mark.parametrize("fault", ["before", "rename", "write"])
def test_what_goes_wrong_leaves_nothing_behind(
    tmp_path: Path, name: str, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_args: object, **_more: object) -> None:
        raise OSError(28, "full")

    before = refuse if fault == "before" else nothing
    if fault == "rename":
        monkeypatch.setattr(primitives, "rename", failing)
        monkeypatch.setattr(Path, "hardlink_to", failing)
    if fault == "write":
        monkeypatch.setattr(primitives, "write", failing)
    with pytest.raises(NotSavedError):
        parcel.write(tmp_path / name, CONTENTS, DAY, before)

    assert list(tmp_path.iterdir()) == []


def test_where_there_is_no_folder_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no folder"):
        parcel.write(tmp_path / "nowhere" / "all", CONTENTS, DAY)


def test_what_took_the_name_meanwhile_stays(tmp_path: Path) -> None:
    def taken() -> None:
        files.make_folder(tmp_path / "all", inside=tmp_path)

    with pytest.raises(InUseError):
        parcel.write(tmp_path / "all", CONTENTS, DAY, taken)
    assert [*tmp_path.rglob("*")] == [tmp_path / "all"]


def test_what_one_that_was_killed_left_there_goes_with_the_next(tmp_path: Path) -> None:
    left = tmp_path / ".all-held.999999999.0123abcd.tmp"
    left.mkdir()
    (left / "words.md").write_text("words")

    parcel.write(tmp_path / "all-held", {"words.md": b"words"}, date(2026, 11, 29))

    assert [path.name for path in tmp_path.iterdir()] == ["all-held"]
