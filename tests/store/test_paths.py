"""Where a practice is, what is laid out in it, and that no test comes upon the coach's own."""

import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachcli.errors import NotSavedError, UsageError
from coachcli.store.paths import Practice, cache_folder, draft_file, find_practice, markdown_file, named_path
from coachcli.store.practice import README, set_up


@pytest.fixture
def umask_of_everyone() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


class TestTheGuard:
    def test_a_test_that_names_no_practice_fails(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("COACH_PRACTICE")

        with pytest.raises(AssertionError, match="this test came upon the default practice: name one"):
            find_practice(None)

    def test_one_that_asks_for_it_comes_upon_a_home_of_its_own(
        self, default_root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.delenv("COACH_PRACTICE")

        assert find_practice(None).root == default_root
        assert default_root.is_relative_to(tmp_path)

    def test_every_test_has_a_world_of_its_own(self, practice: Practice, tmp_path: Path) -> None:
        for name in ("COACH_PRACTICE", "HOME", "XDG_STATE_HOME"):
            assert Path(os.environ[name]).is_relative_to(tmp_path)
        assert find_practice(None) == practice
        assert {name: os.environ[name] for name in ("NO_COLOR", "COLUMNS", "TZ", "TERM")} == {
            "NO_COLOR": "1",
            "COLUMNS": "80",
            "TZ": "UTC",
            "TERM": "xterm",
        }


class TestFindingThePractice:
    def test_the_one_chosen_goes_first(self, tmp_path: Path) -> None:
        assert find_practice(tmp_path / "mine").root == tmp_path / "mine"

    def test_then_the_one_of_the_environment(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COACH_PRACTICE", str(tmp_path / "theirs"))

        assert find_practice(None).root == tmp_path / "theirs"

    @pytest.mark.parametrize("nothing", ["", None])
    def test_then_the_users_own(self, default_root: Path, monkeypatch: pytest.MonkeyPatch, nothing: str | None) -> None:
        monkeypatch.setenv("COACH_PRACTICE", nothing or "")

        assert find_practice(None).root == default_root
        assert default_root.name == "coachcli"

    def test_home_may_be_written_short(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COACH_PRACTICE", "~/coaching")

        assert find_practice(None).root == Path(os.environ["HOME"]) / "coaching"
        assert find_practice(Path("~/other")).root == Path(os.environ["HOME"]) / "other"

    def test_the_home_of_nobody_is_told_of(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COACH_PRACTICE", "~nobody-by-that-name/coaching")

        with pytest.raises(UsageError) as caught:
            find_practice(None)

        assert caught.value.exit_code == 2
        assert caught.value.message == "There is no home folder for ~nobody-by-that-name/coaching."
        assert caught.value.hint == "Name the whole path."

    def test_one_beside_is_meant_from_here(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)

        assert find_practice(Path("mine")).root == tmp_path / "mine"

    def test_looking_for_it_makes_nothing(self, tmp_path: Path) -> None:
        find_practice(tmp_path / "mine")

        assert list(tmp_path.iterdir()) == []


class TestWhereThingsAreRemembered:
    def test_a_test_that_comes_upon_the_users_own_fails(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("COACH_CACHE")
        with pytest.raises(AssertionError, match="COACH_CACHE names the one of the test"):
            cache_folder()

    @pytest.mark.parametrize("nothing", [None, ""])
    def test_it_is_the_users_own(
        self, default_cache: Path, monkeypatch: pytest.MonkeyPatch, nothing: str | None, tmp_path: Path
    ) -> None:
        monkeypatch.delenv("COACH_CACHE")
        if nothing is not None:
            monkeypatch.setenv("COACH_CACHE", nothing)

        assert cache_folder() == default_cache
        assert default_cache.name == "coachcli"
        assert default_cache.is_relative_to(tmp_path)

    def test_unless_a_folder_is_named(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("COACH_CACHE", str(tmp_path / "elsewhere"))

        assert cache_folder() == tmp_path / "elsewhere"


class TestWhatACoachNames:
    def test_it_is_as_it_was_said_whether_it_is_there_or_not(self, tmp_path: Path) -> None:
        assert named_path("no/such/file.md") == Path("no/such/file.md")
        assert named_path("~/x") == Path(os.environ["HOME"]) / "x"
        assert named_path(tmp_path) == tmp_path

    @pytest.mark.parametrize(
        ("said", "why"),
        [
            ("x" * 300, "its name is too long"),
            ("/" + "y/" * 3000, "its name is too long"),
            ("a\0b", "no file can have this name"),
            ("a\ud800b", "no file can have this name"),
        ],
    )
    def test_what_no_system_has_is_said(self, said: str, why: str) -> None:
        for named in (named_path, lambda said: find_practice(Path(said))):
            with pytest.raises(UsageError, match=why) as caught:
                named(said)

            assert len(caught.value.message) < 100

    def test_where_there_is_no_permission_is_said(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(_path: Path) -> None:
            raise PermissionError(errno.EACCES, "no")

        monkeypatch.setattr(Path, "stat", refuse)
        with pytest.raises(UsageError, match="there is no permission"):
            named_path(tmp_path / "x")

    def test_from_a_folder_that_is_gone_only_whole_paths_lead_anywhere(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "gone").mkdir()
        monkeypatch.chdir(tmp_path / "gone")
        (tmp_path / "gone").rmdir()

        assert named_path(tmp_path / "x") == tmp_path / "x"
        for said in ("x", "."):
            with pytest.raises(UsageError, match="The folder you are in is not there any more"):
                named_path(said)
        monkeypatch.chdir(tmp_path)


class TestPlaces:
    def test_they_are_where_the_readme_says(self, practice: Practice) -> None:
        root = practice.root
        session = practice.session_file("jane", "2026-11-20-1400-grow")

        assert session == root / "clients" / "jane" / "sessions" / "2026-11-20-1400-grow.yaml"
        assert markdown_file(session) == session.parent / "2026-11-20-1400-grow.md"
        assert draft_file(session) == session.parent / "2026-11-20-1400-grow.draft"
        assert (practice.frameworks, practice.trash) == (root / "frameworks", root / ".trash")
        assert (practice.snapshots, practice.index) == (root / ".snapshots", root / ".index")

    def test_two_sessions_have_two_locks(self, practice: Practice) -> None:
        one = practice.session_file("jane", "2026-11-20-1400-grow")
        locks = {practice.lock_file(path) for path in (one, one.with_name("2026-11-20-1400-egan.yaml"))}

        assert len(locks) == 2
        assert {lock.parent for lock in locks} == {practice.root / ".locks"}


class TestLayingOut:
    @pytest.mark.usefixtures("umask_of_everyone")
    def test_all_of_it_is_for_the_coach_alone(self, tmp_path: Path) -> None:
        practice = Practice(tmp_path / "deep" / "down")
        set_up(practice)

        modes = {
            path.relative_to(tmp_path).as_posix(): stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")
        }
        assert modes == {
            "deep": 0o700,
            "deep/down": 0o700,
            "deep/down/clients": 0o700,
            "deep/down/frameworks": 0o700,
            "deep/down/README.md": 0o600,
            "deep/down/coach.yaml": 0o600,
        }

    def test_doing_it_again_changes_nothing(self, practice: Practice) -> None:
        set_up(practice)
        (practice.root / "README.md").write_text("my own words")
        (practice.root / "coach.yaml").write_text("framework: egan\n")
        set_up(practice)

        assert (practice.root / "README.md").read_text() == "my own words"
        assert (practice.root / "coach.yaml").read_text() == "framework: egan\n"

    def test_the_practice_itself_may_be_a_link_to_another_disk(self, practice: Practice, tmp_path: Path) -> None:
        (tmp_path / "encrypted").mkdir()
        practice.root.symlink_to(tmp_path / "encrypted", target_is_directory=True)
        set_up(find_practice(practice.root))

        assert (tmp_path / "encrypted" / "clients").is_dir()

    def test_a_link_inside_it_is_not_followed(self, practice: Practice, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        practice.root.mkdir()
        practice.frameworks.symlink_to(tmp_path / "elsewhere", target_is_directory=True)

        with pytest.raises(NotSavedError) as caught:
            set_up(practice)

        assert caught.value.message == f"{practice.frameworks} was not made: a link to somewhere else is in its way."

    def test_a_file_in_its_place_is_told_of(self, practice: Practice) -> None:
        practice.root.write_text("a file")

        with pytest.raises(NotSavedError) as caught:
            set_up(practice)

        assert caught.value.exit_code == 4
        assert practice.root.read_text() == "a file"

    def test_the_readme_names_every_place(self, practice: Practice) -> None:
        named = set(re.findall(r"`(\.?[a-z]+)/", README))

        assert named >= {path.name for path in (practice.clients, practice.frameworks, practice.trash)}
        assert named >= {practice.snapshots.name, practice.index.name}
