"""A file that a coach names is written whole, for them alone, and over nothing that they did not give up."""

from pathlib import Path

import pytest

from coachcli.app.context import Context
from coachcli.app.named_file import target_of, write_named
from coachcli.errors import CoachError, InUseError, UsageError


def test_an_export_is_written_to_the_letter_for_the_coach_alone(context: Context, tmp_path: Path) -> None:
    target = write_named(context, "Grüße\r\n漢字\n".encode(), tmp_path / "out.md", force=False)

    assert target.read_bytes() == "Grüße\r\n漢字\n".encode()
    assert target.stat().st_mode & 0o777 == 0o600


def test_what_is_there_is_overwritten_only_if_the_coach_insists(context: Context, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(InUseError, match="is there already") as told:
        write_named(context, b"new", target, force=False)

    assert target.read_text(encoding="utf-8") == "mine"
    assert "--force" in told.value.hint
    write_named(context, b"new", target, force=True)
    assert target.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_is_never_overwritten(context: Context, tmp_path: Path, force: bool) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CoachError):
        write_named(context, b"new", tmp_path / "folder", force=force)


def test_a_folder_that_is_not_there_is_not_made(context: Context, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no folder"):
        write_named(context, b"new", tmp_path / "nowhere" / "out.md", force=False)

    assert not (tmp_path / "nowhere").exists()


def test_where_nothing_is_in_the_way_something_can_be_done_before(context: Context, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    seen: list[bool] = []
    write_named(context, b"new", target, force=False, before=lambda: seen.append(target.exists()))
    with pytest.raises(InUseError):
        write_named(context, b"new", target, force=False, before=lambda: seen.append(True))

    assert seen == [False]


def test_in_a_folder_it_gets_a_name_of_its_own(tmp_path: Path) -> None:
    assert target_of(str(tmp_path), "page.md") == tmp_path / "page.md"
    assert target_of(str(tmp_path / "mine"), "page.md") == tmp_path / "mine"
