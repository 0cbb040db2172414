"""Two versions of a session made one, as the coach says; nothing is lost, and nothing is written over a change."""

from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.play import Chooser
from builders import note, turn_with

from coachcli.app.context import Context
from coachcli.app.framework.prompter import Prompter
from coachcli.app.session import compare
from coachcli.app.session.compare import NoVersionError, compare_session
from coachcli.domain.client.model import Client
from coachcli.domain.record_data import checked, without_nothing
from coachcli.domain.session.model import Note, Session
from coachcli.domain.value import changed
from coachcli.domain.version.merge import Taking
from coachcli.errors import CancelledError, CoachError, InUseError, NotFoundError, UnreadableError, UsageError
from coachcli.store.disk import files, locks
from coachcli.store.paths import markdown_file
from coachcli.store.session import sessions

ENDING = ".sync-conflict-20261121-101010-ABCDEFG.yaml"


class Coach:
    """Compares, and remembers what was shown and said."""

    def __init__(self, context: Context) -> None:
        self.context, self.shown, self.said = context, "", ""

    def compare(self, wanted: str | None = "jane-doe", take: Taking | None = None, *answers: str) -> list[CoachError]:
        desk = Prompter(Chooser([*answers]) if answers else None, self._say)
        return compare_session(self.context, wanted, self._show, desk, take)

    def _show(self, text: str) -> None:
        self.shown += text

    def _say(self, text: str) -> None:
        self.said += text

    @property
    def trash(self) -> dict[str, bytes]:
        """What lies in the trash, by what its name says of it."""
        return {path.stem.partition(".")[2]: path.read_bytes() for path in self.context.practice.trash.glob("*/*")}


@pytest.fixture
def coach(context: Context) -> Coach:
    return Coach(context)


@pytest.fixture
def path(jane: Client, made: MakeSession) -> Path:
    """A session with a note that both have, and one of its own."""
    return made(jane, turns=(turn_with(note("both"), note("mine", share_with="client")),), status="ended").path


def beside(path: Path, *notes: Note, ending: str = ENDING, **changes: object) -> Path:
    """Another version of it."""
    session = changed(sessions.load(path).session, turns=(turn_with(*notes),), **changes)
    copy = path.with_name(f"{path.stem}{ending}")
    copy.write_bytes(sessions.text_of(session))
    return copy


@pytest.fixture
def copy(path: Path) -> Path:
    return beside(path, note("both"), note("theirs", share_with="sponsor"))


def seen(path: Path) -> list[tuple[str, str]]:
    return [(note.text, note.share_with) for _, note in sessions.load(path).session.notes]


class TestTaking:
    def test_both_become_one_session_and_what_was_there_goes_into_the_trash(
        self, coach: Coach, path: Path, copy: Path
    ) -> None:
        before, other = path.read_bytes(), copy.read_bytes()

        assert coach.compare(take="both") == []
        assert seen(path) == [("both", "nobody"), ("mine", "nobody"), ("theirs", "nobody")]
        assert not copy.exists()
        assert coach.trash == {"before-compare": before, "other-version": other}

    def test_the_other_takes_the_place_of_this_one(self, coach: Coach, path: Path, copy: Path) -> None:
        before = path.read_bytes()
        coach.compare(take="other")

        assert seen(path) == [("both", "nobody"), ("theirs", "nobody")]
        assert coach.trash["before-compare"] == before
        assert not copy.exists()

    def test_this_one_stays_to_the_letter(self, coach: Coach, path: Path, copy: Path) -> None:
        before, other = path.read_bytes(), copy.read_bytes()
        coach.compare(take="this")

        assert path.read_bytes() == before
        assert coach.trash == {"other-version": other}

    def test_the_page_beside_it_is_made_anew(self, coach: Coach, path: Path, copy: Path) -> None:
        del copy
        coach.compare(take="both")

        assert "theirs" in markdown_file(path).read_text(encoding="utf-8")

    def test_what_came_in_for_the_coach_alone_is_named_and_where_the_rest_is(self, coach: Coach, copy: Path) -> None:
        coach.compare(take="both")

        assert "For you alone now, as only one of them had it:\n    - mine\n    - theirs\n" in coach.said
        assert all(str(kept) in coach.said for kept in coach.context.practice.trash.glob("*/*"))
        assert copy.name in coach.shown

    @pytest.mark.parametrize(
        ("answer", "left"),
        [
            ("keep this", ["both", "mine"]),
            ("take the other", ["both", "theirs"]),
            ("make both", ["both", "mine", "theirs"]),
        ],
    )
    def test_in_a_terminal_one_is_asked(
        self, coach: Coach, path: Path, copy: Path, answer: str, left: list[str]
    ) -> None:
        coach.compare("jane-doe", None, answer)

        assert [text for text, _ in seen(path)] == left
        assert not copy.exists()

    def test_several_are_settled_one_after_the_other(self, coach: Coach, path: Path, copy: Path) -> None:
        more = beside(path, note("third"), ending=" 2.yaml")
        coach.compare("jane-doe", None, "make both", "make both")

        assert [text for text, _ in seen(path)] == ["both", "mine", "third", "theirs"]
        assert not copy.exists()
        assert not more.exists()

    def test_one_that_is_named_by_its_file_is_settled_alone(self, coach: Coach, path: Path, copy: Path) -> None:
        more = beside(path, note("third"), ending=" 2.yaml")
        coach.compare(str(more), "both")

        assert [text for text, _ in seen(path)] == ["both", "mine", "third"]
        assert copy.exists()

    def test_which_other_has_to_be_said_where_there_are_several(self, coach: Coach, path: Path, copy: Path) -> None:
        more = beside(path, note("third"), ending=" 2.yaml")
        with pytest.raises(UsageError, match="several") as told:
            coach.compare(take="other")

        assert all(str(one) in told.value.hint for one in (copy, more))
        assert copy.exists()


class TestLeaving:
    def test_over_a_pipe_both_are_shown_and_what_takes_what_is_said(self, coach: Coach, path: Path, copy: Path) -> None:
        before = path.read_bytes(), copy.read_bytes()

        assert coach.compare() == []
        assert "- mine" in coach.shown
        assert "- theirs" in coach.shown
        for take in ("this", "other", "both"):
            assert f"coach session compare jane-doe/{path.stem} --take {take}\n" in coach.said
        assert (path.read_bytes(), copy.read_bytes()) == before

    def test_both_can_be_left_as_they_are(self, coach: Coach, path: Path, copy: Path) -> None:
        before = path.read_bytes(), copy.read_bytes()
        coach.compare("jane-doe", None, "leave")

        assert coach.said == "Both are as they were.\n"
        assert (path.read_bytes(), copy.read_bytes()) == before

    def test_whoever_turns_away_leaves_both(self, coach: Coach, path: Path, copy: Path) -> None:
        desk = Prompter(Chooser([]), lambda _: None)
        with pytest.raises(CancelledError):
            compare_session(coach.context, str(path), lambda _: None, desk)

        assert copy.exists()
        assert coach.trash == {}

    def test_where_there_is_one_version_that_is_said(self, coach: Coach, path: Path) -> None:
        assert coach.compare() == []
        assert coach.said == f"There is only one version of jane-doe/{path.stem}.\n"

    def test_one_that_cannot_be_read_stays_and_stops_no_other(self, coach: Coach, path: Path, copy: Path) -> None:
        damaged = beside(path, ending=" 2.yaml")
        damaged.write_text("format: 1\nid: [secret\n", encoding="utf-8")
        (trouble,) = coach.compare(take="both")

        assert isinstance(trouble, UnreadableError)
        assert trouble.message.startswith(f"{damaged}:")
        assert "secret" not in f"{trouble.message}{trouble.hint}"
        assert damaged.exists()
        assert not copy.exists()

    @pytest.mark.parametrize("change", [{"id": "jane-doe/2026-11-19-1001"}, {"client": "tom-sample"}])
    def test_what_says_it_is_another_session_is_no_version(
        self, coach: Coach, path: Path, change: dict[str, str]
    ) -> None:
        other, before = beside(path, note("theirs"), **change), path.read_bytes()
        (trouble,) = coach.compare(take="both")

        assert isinstance(trouble, NoVersionError)
        assert str(other) in trouble.message
        assert trouble.exit_code == 1
        assert other.exists()
        assert path.read_bytes() == before

    def test_a_session_that_cannot_be_read_is_told(self, coach: Coach, path: Path, copy: Path) -> None:
        path.write_text("damaged: [", encoding="utf-8")
        with pytest.raises(UnreadableError):
            coach.compare(str(copy), "both")

        assert copy.exists()

    def test_a_copy_without_its_session_is_told(self, coach: Coach, path: Path, copy: Path) -> None:
        path.unlink()
        with pytest.raises(NotFoundError, match="no session beside"):
            coach.compare(str(copy))

    def test_a_file_outside_the_practice_is_none_of_ours(self, coach: Coach, copy: Path, tmp_path: Path) -> None:
        elsewhere = tmp_path / "jane-doe" / "sessions" / copy.name
        elsewhere.parent.mkdir(parents=True)
        elsewhere.write_bytes(copy.read_bytes())
        with pytest.raises(NotFoundError):
            coach.compare(str(elsewhere), "both")

    @pytest.mark.parametrize("wanted", ["x" * 5000, "~nobody-of-that-name/x.yaml", "jane-doe/x.yaml", "a\0b/c"])
    def test_a_name_that_no_file_has_is_no_client_either(self, coach: Coach, copy: Path, wanted: str) -> None:
        with pytest.raises(NotFoundError):
            coach.compare(wanted, "both")

        assert copy.exists()


class TestOthersAtTheSameTime:
    def test_a_session_that_is_open_elsewhere_is_left(self, coach: Coach, path: Path, copy: Path) -> None:
        files.make_folder(coach.context.practice.locks, inside=coach.context.practice.root)
        with locks.held(coach.context.practice.lock_file(path)), pytest.raises(InUseError):
            coach.compare(take="both")

        assert copy.exists()

    @pytest.mark.parametrize("which", ["session", "copy"])
    def test_nothing_is_written_over_a_change(
        self, coach: Coach, path: Path, copy: Path, which: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is changed while the coach looks at both."""
        changed = path if which == "session" else copy

        def chosen(*_: object) -> Taking:
            changed.write_bytes(changed.read_bytes() + b"# from elsewhere\n")
            return "both"

        monkeypatch.setattr(compare, "_wanted", chosen)
        other = copy if which == "session" else path
        before = other.read_bytes()
        with pytest.raises(InUseError, match="changed by another program"):
            coach.compare()

        assert changed.read_bytes().endswith(b"# from elsewhere\n")
        assert other.read_bytes() == before
        assert copy.exists()


def test_what_is_saved_can_be_read_again(coach: Coach, path: Path, copy: Path) -> None:
    del copy
    coach.compare(take="both")
    session = sessions.load(path).session

    assert checked(Session, without_nothing(session)) == session
