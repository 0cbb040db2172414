"""Editing a session's file, with an editor that does what a test says."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.play import Chooser, Play, at_a_terminal, over_a_pipe
from builders import note, turn_with

from coachcli.app.context import Context
from coachcli.app.session.edit import edit_file, edit_session
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import When
from coachcli.domain.value import changed
from coachcli.errors import CoachError, InUseError, NotSavedError, UnreadableError
from coachcli.live.conversation import Conversation
from coachcli.store.disk import files, locks
from coachcli.store.paths import markdown_file
from coachcli.store.session import sessions

Editor = Callable[[str], None]
Edit = Callable[[Context, str | None, Conversation], str]
REPLACE = "sed -i 's/{}/{}/' \"$1\""
BREAK = 'echo "turns: [" >> "$1"'


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Makes an editor that runs a line of shell on the file, and remembers what it was given to open."""

    def make(script: str) -> None:
        program = tmp_path / "nano"  # one that has the terminal, and never comes back at once
        # Where it is to begin may come before the file.
        behind = f'for last; do :; done; echo "$@" > {tmp_path}/called; set -- "$last"; cp "$1" {tmp_path}/opened'
        program.write_text(f"#!/bin/sh\n{behind}\n{script}\n", encoding="utf-8")
        program.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(program))
        monkeypatch.delenv("VISUAL", raising=False)

    return make


@pytest.fixture(params=[edit_session, edit_file], ids=["form", "file"])
def edit(request: pytest.FixtureRequest) -> Edit:
    """Either way of opening a session."""
    chosen: Edit = request.param
    return chosen


@pytest.fixture
def path(jane: Client, made: MakeSession) -> Path:
    """A session with one note."""
    return made(jane, turns=(turn_with(note("in sprng"), question="arriving"),), status="ended").path


def copies(context: Context) -> list[Path]:
    """The texts that are left of editing."""
    return sorted(context.practice.editing.glob("*"))


def refused(context: Context, edit: Edit) -> CoachError:
    with pytest.raises(CoachError) as told:
        edit(context, None, over_a_pipe().conversation)
    return told.value


def test_a_correction_takes_the_place_of_the_session(edit: Edit, context: Context, path: Path, editor: Editor) -> None:
    editor(REPLACE.format("sprng", "spring"))
    said = edit(context, None, over_a_pipe().conversation)

    assert [note.text for _, note in sessions.load(path).session.notes] == ["in spring"]
    assert "in spring" in markdown_file(path).read_text(encoding="utf-8")
    assert said.startswith("Saved. The version before is ")
    assert copies(context) == []


def test_the_version_before_is_kept_in_the_trash(edit: Edit, context: Context, path: Path, editor: Editor) -> None:
    before = path.read_bytes()
    editor(REPLACE.format("sprng", "spring"))
    said = edit(context, None, over_a_pipe().conversation)
    earlier = Path(said.removeprefix("Saved. The version before is "))

    assert earlier.read_bytes() == before
    assert earlier.parent == context.practice.trash / "jane-doe"
    assert earlier.stat().st_mode & 0o777 == 0o600


def test_every_version_before_is_kept(edit: Edit, context: Context, path: Path, editor: Editor) -> None:
    del path
    for old, new in (("sprng", "sping"), ("sping", "spring")):
        editor(REPLACE.format(old, new))
        edit(context, None, over_a_pipe().conversation)
    kept = [file.read_text(encoding="utf-8") for file in context.practice.trash.glob("jane-doe/*.yaml")]

    assert sorted(re.findall(r"in (\w+)", "".join(kept))) == ["sping", "sprng"]


def test_nothing_changed_is_nothing_written(edit: Edit, context: Context, path: Path, editor: Editor) -> None:
    before = path.stat()
    editor("true")

    assert edit(context, None, over_a_pipe().conversation) == "Nothing was changed."
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert copies(context) == []
    assert not context.practice.trash.exists()


def test_what_is_opened_is_the_session_in_a_copy_inside_the_practice(
    context: Context, path: Path, editor: Editor, tmp_path: Path
) -> None:
    editor(f'echo "$1" > {tmp_path}/where; stat -c %a "$1" > {tmp_path}/mode')
    edit_file(context, None, over_a_pipe().conversation)

    assert (tmp_path / "opened").read_bytes() == path.read_bytes()
    assert Path((tmp_path / "where").read_text(encoding="utf-8").strip()).parent == context.practice.editing
    assert (tmp_path / "mode").read_text(encoding="utf-8") == "600\n"


def test_what_cannot_be_read_never_takes_its_place(context: Context, path: Path, editor: Editor) -> None:
    before = path.read_bytes()
    editor(BREAK)
    told = refused(context, edit_file)
    (copy,) = copies(context)

    assert isinstance(told, UnreadableError)
    assert re.match(rf"{re.escape(str(path))}:\d+: ", told.message)
    assert told.hint == f"The session is as it was; your text is in {copy}"
    assert path.read_bytes() == before
    assert copy.read_bytes().endswith(b"turns: [\n")


def test_a_message_never_repeats_what_was_written(context: Context, path: Path, editor: Editor) -> None:
    del path
    editor('echo "her secret fear: [" >> "$1"')

    assert "secret" not in f"{refused(context, edit_file)} {refused(context, edit_file).hint}"


def test_whoever_is_there_may_edit_it_again(
    edit: Edit, context: Context, path: Path, editor: Editor, tmp_path: Path
) -> None:
    # Broken the first time, mended and corrected the second.
    editor(
        f'if [ -e {tmp_path}/once ]; then sed -i "/turns: \\[/d; s/sprng/spring/" "$1"; '
        f"else touch {tmp_path}/once; {BREAK}; fi"
    )
    play = at_a_terminal("edit it again")
    edit(context, None, play.conversation)

    assert [note.text for _, note in sessions.load(path).session.notes] == ["in spring"]
    assert "turns" not in play.said.replace(str(path), "")
    assert copies(context) == []


def test_or_keep_the_text_for_later(edit: Edit, context: Context, path: Path, editor: Editor) -> None:
    before = path.read_bytes()
    editor(BREAK)
    play = at_a_terminal("leave the session as it was, keep")

    assert edit(context, None, play.conversation) == "The session is as it was."
    (copy,) = copies(context)
    assert f" Your text is in {copy}" in play.script.said
    assert path.read_bytes() == before


def test_or_drop_it(edit: Edit, context: Context, path: Path, editor: Editor) -> None:
    before = path.read_bytes()
    editor(BREAK)

    assert edit(context, None, at_a_terminal("leave the session as it was, drop").conversation)
    assert copies(context) == []
    assert path.read_bytes() == before


def test_whoever_turns_away_keeps_the_text(edit: Edit, context: Context, path: Path, editor: Editor) -> None:
    del path
    editor(BREAK)
    play = at_a_terminal()
    edit(context, None, play.conversation)
    (copy,) = copies(context)

    assert f" Your text is in {copy}" in play.script.said


@pytest.mark.parametrize(
    "change", [("^id: jane-doe", "id: tom-sample"), ("^client: jane-doe", "client: tom")], ids=["id", "client"]
)
def test_whose_session_it_is_cannot_be_edited(
    context: Context, path: Path, editor: Editor, change: tuple[str, str]
) -> None:
    before = path.read_bytes()
    editor(REPLACE.format(*change))

    assert "id and client must stay as they were" in refused(context, edit_file).message
    assert path.read_bytes() == before


def test_a_session_changed_underneath_is_left_and_the_text_kept(
    edit: Edit, context: Context, path: Path, editor: Editor
) -> None:
    theirs = path.read_bytes() + b"# from elsewhere\n"
    editor(f'{REPLACE.format("sprng", "spring")}; echo "# from elsewhere" >> "{path}"')
    told = refused(context, edit)

    assert path.read_bytes() == theirs
    assert "changed by another program" in told.message
    assert any(b"in spring" in copy.read_bytes() for copy in copies(context))
    assert any(str(copy) in told.hint for copy in copies(context))


def test_an_editor_that_fails_keeps_the_text_and_says_where(
    edit: Edit, context: Context, path: Path, editor: Editor
) -> None:
    before = path.read_bytes()
    editor(f"{REPLACE.format('sprng', 'spring')}; exit 1")
    told = refused(context, edit)
    (copy,) = copies(context)

    assert told.hint == f"What you wrote is in {copy}"
    assert b"in spring" in copy.read_bytes()
    assert path.read_bytes() == before


def test_a_damaged_session_can_be_mended(edit: Edit, context: Context, path: Path, editor: Editor) -> None:
    path.write_bytes(path.read_bytes() + b"turns: [\n")
    editor("sed -i '$d' \"$1\"")

    assert edit(context, None, over_a_pipe().conversation).startswith("Saved.")
    assert [note.text for _, note in sessions.load(path).session.notes] == ["in sprng"]


def test_a_damaged_session_that_was_only_looked_at_stays_told(
    edit: Edit, context: Context, path: Path, editor: Editor
) -> None:
    path.write_bytes(path.read_bytes() + b"turns: [\n")
    editor("true")

    assert edit(context, None, over_a_pipe().conversation).startswith(f"Nothing was changed; {path}:")


def test_a_session_that_is_held_elsewhere_is_not_opened(
    edit: Edit, context: Context, path: Path, editor: Editor, tmp_path: Path
) -> None:
    editor("true")
    files.make_folder(context.practice.locks, inside=context.practice.root)
    with locks.held(context.practice.lock_file(path)):
        assert isinstance(refused(context, edit), InUseError)

    assert not (tmp_path / "opened").exists()


# An editor that comes back at once


@pytest.fixture
def hasty(editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor with a window of its own: back at once, with nothing changed."""
    editor("true")
    program = (tmp_path / "nano").rename(tmp_path / "window")
    monkeypatch.setenv("EDITOR", str(program))
    return program


class Slow(Chooser):
    """Saves in the window of the editor before they press Enter."""

    def __init__(self, context: Context) -> None:
        super().__init__([""])
        self._context = context

    def write(self, question: str) -> str:
        (copy,) = copies(self._context)
        copy.write_text(copy.read_text(encoding="utf-8").replace("sprng", "spring"), encoding="utf-8")
        return super().write(question)


def test_what_is_saved_after_the_editor_came_back_is_waited_for(
    edit: Edit, context: Context, path: Path, hasty: Path
) -> None:
    del hasty
    play = at_a_terminal()
    play.chooser = Slow(context)
    edit(context, None, play.conversation)

    assert play.chooser.asked == ["The editor came back at once. When you have saved and closed it, press Enter"]
    assert [note.text for _, note in sessions.load(path).session.notes] == ["in spring"]


@pytest.mark.parametrize("play", [over_a_pipe(), at_a_terminal()], ids=["nobody there", "turned away"])
def test_where_nobody_says_that_it_is_closed_the_copy_stays_and_is_named(
    edit: Edit, context: Context, path: Path, hasty: Path, play: Play
) -> None:
    del path, hasty
    said = edit(context, None, play.conversation)
    (copy,) = copies(context)

    assert said.endswith(f"the session is as it was. What you save there is in {copy}")


def test_where_enter_came_too_early_what_is_saved_later_is_not_lost(
    edit: Edit, context: Context, path: Path, hasty: Path
) -> None:
    del path, hasty
    said = edit(context, None, at_a_terminal("").conversation)
    (copy,) = copies(context)

    assert said.endswith(f"the session is as it was. What you save there is in {copy}")


@pytest.mark.parametrize("what", ["remove", "page"])
def test_what_is_refused_after_the_session_is_saved_makes_no_failure_of_it(
    edit: Edit, context: Context, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    path: Path = request.getfixturevalue("path")
    editor: Editor = request.getfixturevalue("editor")

    def refuse(*_args: object) -> None:
        raise NotSavedError("The disk is failing.")

    editor(REPLACE.format("sprng", "spring"))
    monkeypatch.setattr(*{"remove": (files, "remove"), "page": (sessions, "write_markdown")}[what], refuse)
    said = edit(context, None, over_a_pipe().conversation)

    assert said.startswith("Saved.")
    assert ("The disk is failing." in said) == (what == "page")
    assert [note.text for _, note in sessions.load(path).session.notes] == ["in spring"]


class TestForm:
    """The notes alone."""

    def test_what_is_opened_are_the_notes_and_how_they_may_be_corrected(
        self, context: Context, path: Path, editor: Editor, tmp_path: Path
    ) -> None:
        editor("true")
        edit_session(context, None, over_a_pipe().conversation)
        opened = (tmp_path / "opened").read_text(encoding="utf-8")

        assert opened.startswith("# Jane Doe, Thursday 19 November 2026, 10:00, GROW\n\nCorrect the words")
        assert opened.endswith("\n\n## Opening: What is going on?\n\n1. note\n    in sprng\n")
        assert "turns" not in opened
        assert path.exists()

    def test_everything_that_is_no_note_stays_as_it_was(self, context: Context, path: Path, editor: Editor) -> None:
        before = sessions.load(path).session
        editor(REPLACE.format("1. note", "1. insight -> client"))
        edit_session(context, None, over_a_pipe().conversation)
        (turn,) = before.turns
        (kept,) = turn.notes
        insight = changed(kept, kind="insight", share_with="client")

        assert sessions.load(path).session == changed(before, turns=(changed(turn, notes=(insight,)),))

    def test_blanks_that_an_editor_adds_write_nothing(self, context: Context, path: Path, editor: Editor) -> None:
        before = path.stat()
        editor("sed -i 's/$/  /' \"$1\"")

        assert edit_session(context, None, over_a_pipe().conversation) == "Nothing was changed."
        assert path.stat().st_mtime_ns == before.st_mtime_ns
        assert copies(context) == []

    def test_days_are_counted_from_the_day_of_the_session(
        self, context: Context, jane: Client, made: MakeSession, editor: Editor
    ) -> None:
        path = made(jane, "2026-11-04-0900", turns=(turn_with(note("Ask Sam", "action")),), status="ended").path
        editor(REPLACE.format("1. action", "1. action by in two weeks"))
        edit_session(context, None, over_a_pipe().conversation)
        (action,) = [kept for _, kept in sessions.load(path).session.notes]

        assert action.due == When(words="in two weeks", on=date(2026, 11, 18))

    def test_a_day_nobody_understands_takes_no_place(self, context: Context, path: Path, editor: Editor) -> None:
        editor(REPLACE.format("1. note", "1. action by tomorow"))
        with pytest.raises(UnreadableError, match="no day is understood here"):
            edit_session(context, None, over_a_pipe().conversation)

        assert sessions.load(path).session.turns[0].notes[0].due is None

    def test_all_that_is_wrong_is_told_and_the_editor_begins_at_the_first(
        self, context: Context, path: Path, editor: Editor, tmp_path: Path
    ) -> None:
        editor(REPLACE.format("1. note", "1. nte -> client") + '; echo stray >> "$1"')
        play = at_a_terminal("edit it again", "leave the session as it was, drop")
        edit_session(context, None, play.conversation)
        told = [row for row in play.script.said if row.startswith(" line ")]
        line = int(told[0].split()[1].rstrip(","))

        assert len(told) >= 2
        assert (tmp_path / "called").read_text(encoding="utf-8").startswith(f"+{line},4 ")
        assert (tmp_path / "opened").read_text(encoding="utf-8").split("\n")[line - 1] == "1. nte -> client"
        assert path.exists()

    def test_what_is_no_utf_8_is_refused_with_its_line(self, context: Context, path: Path, editor: Editor) -> None:
        before = path.read_bytes()
        editor("printf '\\377' >> \"$1\"")

        assert "this is not UTF-8" in refused(context, edit_session).message
        assert path.read_bytes() == before

    def test_a_session_without_notes_has_no_form(
        self, context: Context, jane: Client, made: MakeSession, editor: Editor
    ) -> None:
        editor("true")
        session = made(jane, status="ended").session
        told = refused(context, edit_session)

        assert told.message == f"Nothing was noted in {session.id}."
        assert told.hint == f"Its file: coach session edit --raw {session.id}"

    def test_a_damaged_one_opens_whole_and_that_is_told(self, context: Context, path: Path, editor: Editor) -> None:
        path.write_bytes(path.read_bytes() + b"turns: [\n")
        editor("sed -i '$d' \"$1\"")
        play = over_a_pipe()

        assert edit_session(context, None, play.conversation).startswith("Saved.")
        assert play.script.said[-1] == " Its whole file opens, to be mended."
