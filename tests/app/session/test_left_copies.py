"""What an editor that was stopped left behind is told of, and offered where the same session is edited."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.play import at_a_terminal, over_a_pipe
from builders import note, turn_with

from coachcli.app import editor
from coachcli.app.context import Context
from coachcli.app.session import left_copies
from coachcli.app.session.edit import edit_file, edit_session
from coachcli.domain.client.model import Client
from coachcli.store import edited_copies
from coachcli.store.disk import files
from coachcli.store.paths import Practice, draft_file
from coachcli.store.session import rescue, sessions
from coachcli.store.session.drafts import Draft

BASE = "a" * 64


@pytest.fixture
def path(jane: Client, made: MakeSession) -> Path:
    """A session with one note."""
    return made(jane, turns=(turn_with(note("in sprng"), question="arriving"),), status="ended").path


@pytest.fixture
def left(context: Context, path: Path) -> Path:
    """Its text, corrected in an editor that was stopped before it came back."""
    before = path.read_bytes()
    context.practice.editing.mkdir()
    with subprocess.Popen([sys.executable, "-c", ""]) as over:
        over.wait()
    copy = edited_copies.path_for_session(context.practice, path, files.digest(before))
    copy = copy.with_name(copy.name.replace(f".{os.getpid()}.", f".{over.pid}."))
    copy.write_bytes(before.replace(b"sprng", b"spring"))
    return copy


@pytest.fixture(autouse=True)
def _an_editor_that_changes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "nano"  # one that has the terminal, and never comes back at once
    program.write_text("#!/bin/sh\n")
    program.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(program))
    monkeypatch.delenv("VISUAL", raising=False)


def noted(path: Path) -> list[str]:
    return [note.text for _, note in sessions.load(path).session.notes]


def test_it_is_gone_on_with(context: Context, path: Path, left: Path) -> None:
    told = edit_file(context, None, at_a_terminal("yes").conversation)

    assert told.startswith("Saved.")
    assert noted(path) == ["in spring"]
    assert not left.exists()


def test_whoever_does_not_want_it_finds_it_in_the_trash(context: Context, path: Path, left: Path) -> None:
    play = at_a_terminal("no")

    assert edit_file(context, None, play.conversation) == "Nothing was changed."
    assert noted(path) == ["in sprng"]
    (kept,) = context.practice.trash.glob("jane-doe/*.left-of-edit.yaml")
    assert b"in spring" in kept.read_bytes()
    assert str(kept) in play.said
    assert not left.exists()
    assert left_copies.told(context) == ""


def test_where_nobody_can_be_asked_it_is_told_and_stays(context: Context, path: Path, left: Path) -> None:
    play = over_a_pipe()

    assert edit_file(context, None, play.conversation) == "Nothing was changed."
    assert str(left) in play.said
    assert left.exists()
    assert noted(path) == ["in sprng"]


class TestForm:
    """The same of a form."""

    @pytest.fixture
    def left(self, context: Context, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        opened: list[bytes] = []

        def stopped(copy: Path, _place: object) -> None:
            opened.append(copy.read_bytes())
            copy.write_bytes(opened[0].replace(b"sprng", b"spring"))
            raise KeyboardInterrupt

        assert path.exists()
        with monkeypatch.context() as patch:
            patch.setattr(editor, "open_in_editor", stopped)
            with pytest.raises(KeyboardInterrupt):
                edit_session(context, None, over_a_pipe().conversation)
        (copy,) = context.practice.editing.iterdir()
        with subprocess.Popen([sys.executable, "-c", ""]) as over:
            over.wait()
        return copy.rename(copy.with_name(copy.name.replace(f".{os.getpid()}.", f".{over.pid}.")))

    def test_it_is_gone_on_with(self, context: Context, path: Path, left: Path) -> None:
        assert left.suffix == ".md"
        assert left_copies.told(context).endswith("coach session edit SESSION goes on with a session's.")
        assert edit_session(context, None, at_a_terminal("yes").conversation).startswith("Saved.")
        assert noted(path) == ["in spring"]
        assert not left.exists()

    def test_or_goes_into_the_trash_as_what_it_is(self, context: Context, path: Path, left: Path) -> None:
        assert edit_session(context, None, at_a_terminal("no").conversation) == "Nothing was changed."
        assert noted(path) == ["in sprng"]
        assert not left.exists()
        assert len(list(context.practice.trash.glob("jane-doe/*.left-of-edit.md"))) == 1


def test_of_a_session_that_was_changed_since_it_is_not_offered(context: Context, path: Path, left: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"in sprng", b"in autumn"))

    assert edit_file(context, None, at_a_terminal().conversation) == "Nothing was changed."
    assert noted(path) == ["in autumn"]
    assert left.exists()


def test_the_first_screen_says_how_many_there_are(context: Context, left: Path) -> None:
    folder = context.practice.editing

    assert left_copies.told(context) == (
        f"1 text is left of an editor in {folder}; coach session edit --raw SESSION goes on with a session's."
    )
    (folder / "0123456789ab.md").write_text("a line", encoding="utf-8")
    assert left_copies.told(context) == (
        f"2 texts are left of an editor in {folder}; "
        "coach session edit --raw SESSION or coach session edit SESSION goes on with a session's."
    )
    assert left.exists()


def test_where_there_is_none_it_says_nothing(context: Context, path: Path) -> None:
    assert path.exists()
    assert left_copies.told(context) == ""


def test_a_copy_in_which_nothing_was_saved_is_nothing_left(context: Context, left: Path, path: Path) -> None:
    left.write_bytes(path.read_bytes())

    assert left_copies.told(context) == ""


class TestRescued:
    """What the disk refused is found again, also by whoever was not told where it is."""

    @pytest.fixture
    def session_file(self, practice: Practice) -> Path:
        path = practice.session_file("jane-example", "2026-11-20-1400-grow")
        path.parent.mkdir(parents=True)
        path.write_text("a session", encoding="utf-8")
        return path

    def test_copies_of_a_session_and_of_its_line_are_found(self, practice: Practice, session_file: Path) -> None:
        copy = rescue.put(session_file, BASE, b"the words")
        rescue.put_line(session_file, BASE, Draft("half a sen", 10, None, None, BASE))

        assert copy is not None
        assert {one.path for one in left_copies.rescued(practice)} == {copy, draft_file(copy)}
        assert all(one.written.utcoffset() is not None for one in left_copies.rescued(practice))

    @pytest.mark.usefixtures("session_file")
    def test_those_of_another_practice_are_not_its_own(self, practice: Practice, tmp_path: Path) -> None:
        rescue.put(Practice(tmp_path / "other").session_file("bo-example", "2026-11-20-1400-grow"), BASE, b"the words")

        assert left_copies.rescued(practice) == []

    def test_where_the_practice_is_gone_all_are_told(self, practice: Practice, tmp_path: Path) -> None:
        copy = rescue.put(
            Practice(tmp_path / "gone").session_file("bo-example", "2026-11-20-1400-grow"), BASE, b"words"
        )

        assert [one.path for one in left_copies.rescued(practice)] == [copy]
