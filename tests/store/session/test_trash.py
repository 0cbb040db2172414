"""Deleting moves, restoring moves back: whole, with all that belongs to it, and never over anything."""

import errno
import os
import stat
from pathlib import Path

import pytest
from builders import note, session_of, turn_with

from coachcli.errors import InUseError, NotFoundError, NotSavedError
from coachcli.store.client.client_file import add
from coachcli.store.paths import Practice
from coachcli.store.session import sessions, trash

ENDINGS = (".draft", ".draft.damaged", ".draft.typing", ".md", ".yaml")


def create(practice: Practice, session_id: str = "jane-doe/2026-11-20-1400", words: str = "words") -> Path:
    """A session with a page, a draft and what is left of a damaged one."""
    session = session_of(turn_with(note(words)), id=session_id, client=session_id.partition("/")[0])
    path = sessions.create(practice, session).path
    for ending in ENDINGS[:-1]:
        path.with_suffix(ending).write_text(f"{ending} of {words}")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


class TestDeleting:
    def test_all_that_belongs_to_it_goes_and_nothing_else(self, practice: Practice) -> None:
        path, other = create(practice), create(practice, "jane-doe/2026-11-20-1500")
        before = contents(path.parent)

        deleted = trash.delete(practice, path)

        assert deleted == trash.Trashed(practice.trash / "jane-doe" / path.name, "jane-doe")
        assert deleted.name == "jane-doe/2026-11-20-1400-short"
        assert sorted(contents(practice.trash / "jane-doe")) == sorted(path.stem + ending for ending in ENDINGS)
        assert sorted(contents(path.parent)) == sorted(other.stem + ending for ending in ENDINGS)
        assert contents(path.parent) | contents(practice.trash / "jane-doe") == before

    def test_the_trash_is_for_the_coach_alone(self, practice: Practice) -> None:
        deleted = trash.delete(practice, create(practice))

        assert stat.S_IMODE(deleted.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(deleted.path.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(practice.trash.stat().st_mode) == 0o700

    def test_what_lies_there_already_stays_and_what_belongs_together_stays_together(self, practice: Practice) -> None:
        first = trash.delete(practice, create(practice, words="the first"))
        bare = create(practice, words="the second")
        for ending in ENDINGS[:-1]:
            bare.with_suffix(ending).unlink()
        second = trash.delete(practice, bare)
        third = trash.delete(practice, create(practice, words="the third"))

        assert [item.path.stem.removeprefix("2026-11-20-1400-short") for item in (first, second, third)] == [
            "",
            " (2)",
            " (3)",
        ]
        assert first.path.with_suffix(".draft").read_text() == ".draft of the first"
        assert not second.path.with_suffix(".draft").exists()
        assert third.path.with_suffix(".draft").read_text() == ".draft of the third"

    def test_a_session_that_is_not_there_is_told_of(self, practice: Practice) -> None:
        path = create(practice)
        path.unlink()

        with pytest.raises(NotFoundError):
            trash.delete(practice, path)

    def test_a_linked_trash_is_not_followed(self, practice: Practice, tmp_path: Path) -> None:
        path = create(practice)
        (tmp_path / "elsewhere").mkdir()
        practice.trash.symlink_to(tmp_path / "elsewhere", target_is_directory=True)

        with pytest.raises(NotSavedError, match="a link to somewhere else is in its way"):
            trash.delete(practice, path)

        assert path.exists()
        assert list((tmp_path / "elsewhere").iterdir()) == []


class TestRestoring:
    def test_all_of_it_comes_back_as_it_was(self, practice: Practice) -> None:
        path = create(practice)
        before = contents(path.parent)
        trash.delete(practice, path)

        assert trash.restore(practice, None) == path
        assert contents(path.parent) == before
        assert contents(practice.trash / "jane-doe") == {}

    def test_a_whole_clients_folder_may_be_gone_meanwhile(self, practice: Practice) -> None:
        path = create(practice)
        trash.delete(practice, path)
        path.parent.rmdir()
        path.parent.parent.rmdir()

        assert trash.restore(practice, None) == path
        assert sessions.load(path).session.client == "jane-doe"

    @pytest.mark.parametrize("wanted", [None, "last", " LAST "])
    def test_the_last_deleted_one_where_none_is_named(self, practice: Practice, wanted: str | None) -> None:
        newer, older = create(practice, "bob/2026-11-21-1400"), create(practice, "bob/2026-11-20-1400")
        trash.delete(practice, newer)
        trash.delete(practice, older)

        assert trash.restore(practice, wanted) == older
        assert trash.restore(practice, wanted) == newer

    @pytest.mark.parametrize(
        "wanted",
        [
            "jane-doe",
            "Jane Doe",
            "JANE  doe",
            "jane-doe/2026-11-20",
            "jane-doe/2026-11-20-1400",
            "Jane Doe/2026-11-20-1400",
            "jane-doe/2026-11-20-1400-short",
        ],
    )
    def test_it_goes_by_client_day_and_id(self, practice: Practice, wanted: str) -> None:
        assert add(practice, "Jane Doe").id == "jane-doe"
        jane, bob = create(practice), create(practice, "bob/2026-11-20-1400")
        trash.delete(practice, jane)
        trash.delete(practice, bob)

        assert trash.restore(practice, wanted) == jane

    @pytest.mark.parametrize("wanted", ["carol", "jane-doe/2026-11-2", "jane-doe/2027-01-01", "../bob", "*", "jane"])
    def test_otherwise_it_says_what_there_is(self, practice: Practice, wanted: str) -> None:
        trash.delete(practice, create(practice))

        with pytest.raises(NotFoundError) as caught:
            trash.restore(practice, wanted)

        assert caught.value.exit_code == 3
        assert caught.value.message == f"{wanted} is not in the trash."
        assert caught.value.hint == "There is: jane-doe/2026-11-20-1400-short"

    @pytest.mark.parametrize("wanted", [None, "jane"])
    def test_an_empty_trash_says_so(self, practice: Practice, wanted: str | None) -> None:
        with pytest.raises(NotFoundError) as caught:
            trash.restore(practice, wanted)

        assert caught.value.message == "The trash is empty."
        assert caught.value.hint == "coach session list shows what is there."

    def test_nothing_is_overwritten(self, practice: Practice) -> None:
        path = create(practice, words="the first")
        trash.delete(practice, path)
        create(practice, words="the second")
        before = contents(path.parent), contents(practice.trash / "jane-doe")

        with pytest.raises(InUseError) as caught:
            trash.restore(practice, None)

        assert caught.value.exit_code == 5
        assert caught.value.message == f"{path} is there already."
        assert caught.value.hint == "Nothing was overwritten."
        assert (contents(path.parent), contents(practice.trash / "jane-doe")) == before

    def test_one_deleted_twice_comes_back_with_its_own_draft(self, practice: Practice) -> None:
        for words in ("the first", "the second"):
            trash.delete(practice, create(practice, words=words))

        second = trash.restore(practice, None)
        assert second.with_suffix(".draft").read_text() == ".draft of the second"
        assert next(sessions.load(second).session.notes)[1].text == "the second"
        with pytest.raises(InUseError, match="is there already"):
            trash.restore(practice, None)
        second.rename(second.with_name("kept.txt"))
        second.with_suffix(".draft").unlink()

        first = trash.restore(practice, None)
        assert first.with_suffix(".draft").read_text() == ".draft of the first"
        assert next(sessions.load(first).session.notes)[1].text == "the first"

    def test_what_else_lies_there_is_no_session(self, practice: Practice, tmp_path: Path) -> None:
        path = create(practice)
        trash.delete(practice, path)
        folder = practice.trash / "jane-doe"
        (folder / "0a1b2c3d4e5f.yaml").write_text("a session before it was edited")
        (tmp_path / "elsewhere.yaml").write_text("x")
        (folder / "2026-11-20-1500-short.yaml").symlink_to(tmp_path / "elsewhere.yaml")
        (practice.trash / "bob").symlink_to(folder, target_is_directory=True)

        assert [item.name for item in trash.trashed(practice)] == ["jane-doe/2026-11-20-1400-short"]


class TestVersions:
    def test_a_version_that_another_takes_the_place_of_is_kept_under_a_name_that_says_so(
        self, practice: Practice
    ) -> None:
        path = create(practice)
        first = trash.keep_version(practice, path, b"one", "before-edit")
        second = trash.keep_version(practice, path, b"two", "before-edit")

        assert first == practice.trash / "jane-doe" / f"{path.stem}.before-edit.yaml"
        assert second.name.startswith(f"{path.stem}.before-edit")
        assert [first.read_bytes(), second.read_bytes()] == [b"one", b"two"]
        assert stat.S_IMODE(first.stat().st_mode) == 0o600

    def test_another_version_beside_it_is_moved_there(self, practice: Practice) -> None:
        path = create(practice)
        copy = path.with_name(f"{path.stem} 2.yaml")
        copy.write_bytes(b"two")
        kept = trash.take_away(practice, path, copy, "other-version")

        assert kept == practice.trash / "jane-doe" / f"{path.stem}.other-version.yaml"
        assert kept.read_bytes() == b"two"
        assert not copy.exists()

    def test_no_version_is_brought_back_as_a_deleted_session(self, practice: Practice) -> None:
        trash.keep_version(practice, create(practice), b"one", "before-edit")

        assert trash.trashed(practice) == []
        with pytest.raises(NotFoundError):
            trash.restore(practice, None)


def test_what_the_disk_refuses_to_say_of_the_trash_counts_as_deleted_long_ago(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (trash.delete(practice, create(practice, f"jane-doe/2026-11-2{day}-1400")) for day in (0, 1))
    real = Path.lstat

    def lstat(path: Path) -> os.stat_result:
        if path == second.path:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return real(path)

    monkeypatch.setattr(Path, "lstat", lstat)
    assert trash.trashed(practice) == [first, second]
