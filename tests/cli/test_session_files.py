"""`coach session edit`, `delete`, `restore` and `move`."""

import os
import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import CANARY, FIRST, Coach, everything_in

from coachcli.store.paths import Practice
from coachcli.store.session import sessions

Editor = Callable[[str], None]


def words_of(path: Path) -> list[str]:
    """The words of the notes in a session file."""
    return [note.text for _, note in sessions.load(path).session.notes]


@pytest.fixture
def editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Editor:
    """Sets an editor that does to the text what these words of Python say, and leaves; known to have the terminal."""

    def set_editor(does: str) -> None:
        script = tmp_path / "editor.py"
        script.write_text(
            f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[1])\ntext = path.read_text()\n{does}\n",
            encoding="utf-8",
        )
        program = tmp_path / "nano"
        program.write_text(
            f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(str(script))} "$1"\n', encoding="utf-8"
        )
        program.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(program))

    return set_editor


class TestEdit:
    def test_what_was_corrected_is_kept_and_so_is_the_version_before(
        self, coach: Coach, ended: Path, editor: Editor
    ) -> None:
        before = ended.read_bytes()
        editor(f"path.write_text(text.replace('{CANARY}', 'mended'))")
        answer = coach("session", "edit")

        assert (answer.code, answer.out) == (0, "")
        assert words_of(ended) == ["mended", "send the article"]
        assert "mended" in ended.with_suffix(".md").read_text()
        said, _, earlier = answer.err.strip().rpartition(" ")
        assert said == "Saved. The version before is"
        assert Path(earlier).read_bytes() == before

    def test_nothing_changed_is_nothing_written(self, coach: Coach, ended: Path, editor: Editor) -> None:
        before = everything_in(ended.parents[2])
        editor("")

        assert coach("session", "edit").err == "Nothing was changed.\n"
        assert everything_in(ended.parents[2]) == before

    @pytest.mark.parametrize(
        ("does", "reason"),
        [
            (f"path.write_text(text.replace('status: ended', 'status: {CANARY}'))", ":10: status cannot be read."),
            ("path.write_text('')", ":1: the file is empty."),
            ("path.write_text(text.replace('jane-doe', 'bob'))", ": id and client must stay as they were."),
        ],
        ids=["damaged", "emptied", "another-client"],
    )
    def test_what_cannot_be_read_never_takes_its_place(
        self, coach: Coach, ended: Path, editor: Editor, does: str, reason: str
    ) -> None:
        before = ended.read_bytes()
        editor(does)
        answer = coach("session", "edit", "--raw")

        assert (answer.code, ended.read_bytes()) == (4, before)
        said, kept = answer.err.splitlines()
        assert said == f"{ended}{reason}"
        assert kept.startswith("The session is as it was; your text is in ")
        assert Path(kept.rpartition(" ")[2]).exists()
        assert "xylophone" not in answer.err

    def test_a_form_that_cannot_be_taken_says_every_line_and_repeats_nothing(
        self, coach: Coach, ended: Path, editor: Editor
    ) -> None:
        before = ended.read_bytes()
        editor(f"path.write_text(text.replace('1. ', '1. {CANARY}').replace('2. ', '3. '))")
        answer = coach("session", "edit")

        assert (answer.code, ended.read_bytes()) == (4, before)
        *told, kept = answer.err.splitlines()
        assert len(told) == 3
        assert all(re.match(r"line \d+, column \d+: ", row) for row in told)
        assert kept.startswith("The session is as it was; your text is in ")
        assert "xylophone" not in answer.err

    def test_an_editor_that_fails_leaves_the_text_where_it_says(
        self, coach: Coach, ended: Path, editor: Editor
    ) -> None:
        before = ended.read_bytes()
        editor("path.write_text('half done')\nsys.exit(3)")
        answer = coach("session", "edit")

        assert (answer.code, ended.read_bytes()) == (1, before)
        said, kept = answer.err.splitlines()
        assert said == "The editor ended with an error (3)."
        assert Path(kept.removeprefix("What you wrote is in ")).read_text() == "half done"

    @pytest.mark.usefixtures("ended")
    def test_an_editor_that_is_not_there_is_told(self, coach: Coach) -> None:
        answer = coach("session", "edit")

        assert answer.code == 2
        assert answer.err == "There is no editor no-editor-of-that-name.\nSet one: export EDITOR=nano\n"

    def test_a_damaged_session_can_be_mended(self, coach: Coach, ended: Path, editor: Editor) -> None:
        ended.write_text(ended.read_text().replace("status: ended", "status: endet"))
        editor("path.write_text(text.replace('endet', 'ended'))")

        assert coach("session", "edit", FIRST).code == 0
        assert words_of(ended) == [CANARY, "send the article"]

    @pytest.mark.skipif(sys.platform == "win32", reason="modes of Unix")
    def test_the_copy_is_for_the_coach_alone_and_goes_away(
        self, coach: Coach, practice: Practice, ended: Path, editor: Editor, tmp_path: Path
    ) -> None:
        editor(f"Path({str(tmp_path / 'seen')!r}).write_text(f'{{path.parent}} {{path.stat().st_mode & 0o777:o}}')")
        os.umask(0)
        coach("session", "edit")

        assert ended.exists()
        assert (tmp_path / "seen").read_text() == f"{practice.editing} 600"
        assert list(practice.editing.iterdir()) == []


class TestDeleteAndRestore:
    def test_what_was_deleted_comes_back_whole(self, coach: Coach, ended: Path) -> None:
        before = everything_in(ended.parent)
        deleted = coach("session", "delete", FIRST)

        assert (deleted.code, deleted.out) == (0, "")
        assert deleted.err == f"{FIRST} is in the trash. Bring it back: coach session restore {FIRST}\n"
        assert coach("session", "list", "--json").data == []
        assert everything_in(ended.parent) == {}
        restored = coach("session", "restore", FIRST)
        assert (restored.code, restored.out, restored.err) == (0, "", f"{FIRST} is back.\n")
        assert everything_in(ended.parent) == before

    @pytest.mark.usefixtures("paused")
    def test_the_last_deleted_is_the_one_meant_where_none_is_named(self, coach: Coach, ended: Path) -> None:
        coach("session", "delete", "bob/2024-04-02")
        coach("session", "delete", "jane/2024-03-01")

        assert coach("session", "restore").err == f"{FIRST} is back.\n"
        assert ended.exists()

    def test_deleting_needs_the_id_of_a_session(self, coach: Coach, ended: Path) -> None:
        none, client = coach("session", "delete"), coach("session", "delete", "jane-doe")

        assert (none.code, none.out) == (client.code, client.out) == (2, "")
        assert none.err == "Which session?\nName one: coach session delete ID. The ids: coach session list\n"
        assert client.err == (
            f"Jane Doe is a client. Which session with them?\ncoach session delete, and one of: {FIRST}\n"
        )
        assert ended.exists()

    @pytest.mark.usefixtures("ended")
    def test_what_is_not_in_the_trash_is_answered_with_what_is(self, coach: Coach) -> None:
        empty = coach("session", "restore")
        assert (empty.code, empty.err.splitlines()[0]) == (3, "The trash is empty.")

        coach("session", "delete", "last")
        answer = coach("session", "restore", "bob")
        assert answer.code == 3
        assert answer.err.startswith("bob is not in the trash.\nThere is: jane-doe/2024-03-01-1400")

    def test_nothing_is_restored_over_another(self, coach: Coach, ended: Path) -> None:
        coach("session", "delete", FIRST)
        ended.write_text("something else")
        answer = coach("session", "restore")

        assert answer.code == 5
        assert answer.err == f"{ended} is there already.\nNothing was overwritten.\n"
        assert ended.read_text() == "something else"


class TestMove:
    """A session that lies with the wrong client."""

    @pytest.fixture
    def stray(self, coach: Coach, ended: Path, practice: Practice) -> Path:
        coach("session", "start", "Bob Example", "--at", "2024-02-01 10:00", typed="note\n")
        return ended.rename(practice.sessions("bob-example") / ended.name)

    def test_what_was_moved_is_not_brought_back_as_deleted(self, coach: Coach, stray: Path) -> None:
        coach("session", "move", f"bob-example/sessions/{stray.name}", "jane")

        assert coach("session", "restore").err.startswith("The trash is empty.")

    def test_move_settles_it(self, coach: Coach, stray: Path, ended: Path) -> None:
        moved = coach("session", "move", f"bob-example/sessions/{stray.name}", "jane")

        assert (moved.code, moved.err) == (0, f"{ended.stem} is with Jane Doe: {FIRST}\n")
        assert CANARY in coach("session", "show", "jane").out
        assert coach("session", "list").code == 0
