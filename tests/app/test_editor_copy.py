"""A line of a call in an editor that does what a test says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from app.scripted_call import FakeClock

from coachcli.app.context import Context
from coachcli.app.editor_copy import OpenLine, lay_out, line_editor
from coachcli.domain.client.model import Client
from coachcli.errors import CoachError, UsageError
from coachcli.store import edited_copies
from coachcli.store.disk import files
from coachcli.store.paths import Practice

Editor = Callable[..., None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Makes an editor of some name that runs a line of shell on the file."""

    def make(script: str, name: str = "nano") -> None:
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\nfor file; do :; done\nset -- "$file"\n{script}\n', encoding="utf-8")
        program.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(program))
        monkeypatch.delenv("VISUAL", raising=False)

    return make


def copies(context: Context) -> list[Path]:
    """The texts that are left of editing."""
    return sorted(context.practice.editing.glob("*"))


def test_a_line_goes_to_the_editor_and_comes_back(context: Context, jane: Client, editor: Editor) -> None:
    del jane
    editor('printf "\\nand more\\n\\n" >> "$1"')

    assert line_editor(context)("half a thought") == "half a thought\nand more"
    assert copies(context) == []


def test_a_line_comes_back_clean_and_whole(context: Context, jane: Client, editor: Editor) -> None:
    del jane
    editor("printf 'Gr\\303\\274\\303\\237e \\033[2J\\r\\n\\351' > \"$1\"")

    assert line_editor(context)("") == "Grüße [2J\n\\xe9"


def test_a_line_survives_an_editor_that_fails(context: Context, jane: Client, editor: Editor) -> None:
    del jane
    editor('echo "and more" >> "$1"; exit 1')
    with pytest.raises(CoachError) as told:
        line_editor(context)("half a thought")
    (copy,) = copies(context)

    assert str(copy) in told.value.hint
    assert copy.read_text(encoding="utf-8").startswith("half a thought")


def test_in_a_rehearsal_without_a_practice_there_is_no_place_for_it(context: Context, editor: Editor) -> None:
    editor("true")
    with pytest.raises(UsageError, match="There is no practice yet"):
        line_editor(context)("half a thought")

    assert not context.practice.root.exists()


@pytest.mark.parametrize("name", ["gvim", "code", "somebodys-window"])
def test_an_editor_that_comes_back_at_once_leaves_the_line_open(
    context: Context, jane: Client, editor: Editor, name: str
) -> None:
    del jane
    editor("true", name)
    opened = line_editor(context)("half a thought")

    assert isinstance(opened, OpenLine)
    assert opened.copy.read_text(encoding="utf-8") == "half a thought"
    assert opened.saved() is None
    opened.copy.write_text("half a thought\nand more\n", encoding="utf-8")
    assert opened.saved() == "half a thought\nand more"
    assert copies(context) == []


def test_one_that_has_the_terminal_was_closed_however_soon_it_is_back(
    context: Context, jane: Client, editor: Editor
) -> None:
    del jane
    editor("true", "nano")

    assert line_editor(context)("half a thought") == "half a thought"


def test_one_that_took_its_time_was_closed(
    context: Context, jane: Client, editor: Editor, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    del jane
    editor("true", "somebodys-window")
    looks = iter([0.0, 30.0])
    monkeypatch.setattr(clock, "monotonic", lambda: next(looks))

    assert line_editor(context)("half a thought") == "half a thought"


def test_a_long_text_comes_back_byte_for_byte(context: Context, jane: Client, editor: Editor, tmp_path: Path) -> None:
    del jane
    words = ("Grüße, 你好, and more. " * 40_000 + "\n" * 3 + "the end")[-1_000_000:]
    (tmp_path / "text").write_text(words, encoding="utf-8")
    editor(f'cp {tmp_path}/text "$1"')

    assert line_editor(context)("") == words


def test_an_earlier_copy_in_which_nothing_was_saved_goes_as_the_same_is_opened_again(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice.root.mkdir(exist_ok=True)
    session = practice.session_file("jane-example", "2026-11-20-1400-grow")

    def opened() -> Path:
        return lay_out(practice, b"x", edited_copies.path_for_session(practice, session, files.digest(b"x")))

    opened()
    monkeypatch.setattr(edited_copies, "is_running", lambda _pid: False)
    again = opened()

    assert list(practice.editing.iterdir()) == [again]
