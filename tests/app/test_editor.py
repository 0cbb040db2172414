"""The coach's own editor."""

import shutil
import stat
from pathlib import Path

import pytest

from coachcli.app import editor
from coachcli.errors import CoachError, UsageError

QUIET = ["-n", "-i", "NONE", "-c", "set nobackup nowritebackup noundofile noswapfile viminfo="]


@pytest.fixture(autouse=True)
def no_editor_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


def program(folder: Path, name: str, script: str = "exit 0") -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_visual_goes_before_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = program(tmp_path, "first"), program(tmp_path, "second")
    monkeypatch.setenv("EDITOR", str(second))

    assert editor.command() == [str(second)]
    monkeypatch.setenv("VISUAL", str(first))
    assert editor.command() == [str(first)]


def test_words_after_its_name_go_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", f"'{program(tmp_path, 'my editor')}' --wait -x 'a b'")

    assert editor.command() == [str(tmp_path / "my editor"), "--wait", "-x", "a b"]


@pytest.mark.parametrize("name", ["vi", "vim", "nvim"])
def test_vim_keeps_no_copies_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("EDITOR", f"{program(tmp_path, name)} -R")

    assert editor.command() == [str(tmp_path / name), "-R", *QUIET]


@pytest.mark.parametrize("chosen", ["no-such-editor-here", "'never closed", ""])
def test_an_editor_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, chosen: str) -> None:
    monkeypatch.setenv("EDITOR", chosen)
    with pytest.raises(UsageError, match="There is no editor") as told:
        editor.command()

    assert told.value.hint == "Set one: export EDITOR=nano"


def test_without_a_choice_a_person_gets_the_usual_one_and_a_pipe_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == "vi" else None)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    assert editor.command() == ["vi", *QUIET]
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    with pytest.raises(UsageError):
        editor.command()


def test_the_file_is_the_last_word_and_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = program(tmp_path, "slow", 'sleep 0.1; echo more >> "$2"')
    monkeypatch.setenv("EDITOR", f"{slow} -x")
    text = tmp_path / "a text.md"
    text.write_text("one\n", encoding="utf-8")
    editor.open_in_editor(text)

    assert text.read_text(encoding="utf-8") == "one\nmore\n"


def test_an_editor_that_fails_says_where_the_text_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", str(program(tmp_path, "fails", "exit 3")))
    with pytest.raises(CoachError, match=r"The editor ended with an error \(3\)\.") as told:
        editor.open_in_editor(tmp_path / "text.md")

    assert told.value.hint == f"What you wrote is in {tmp_path / 'text.md'}"


def test_an_editor_that_cannot_be_run_says_where_the_text_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = program(tmp_path, "broken")
    broken.write_bytes(b"\x7fELF nothing")
    monkeypatch.setenv("EDITOR", str(broken))
    with pytest.raises(CoachError, match=r"The editor could not be started\.") as told:
        editor.open_in_editor(tmp_path / "text.md")

    assert str(tmp_path / "text.md") in told.value.hint


@pytest.mark.parametrize(
    ("editor_name", "words"),
    [
        ("nano", ["+3,7", "{}"]),
        ("vim", ["+3", "{}"]),
        ("emacs", ["+3:7", "{}"]),
        ("micro", ["+3:7", "{}"]),
        ("code", ["-g", "{}:3:7"]),
        ("code.cmd", ["-g", "{}:3:7"]),
        ("subl", ["{}:3:7"]),
        ("hx", ["{}:3:7"]),
        ("ed", ["{}"]),
    ],
)
def test_known_editors_are_told_where_to_begin(tmp_path: Path, editor_name: str, words: list[str]) -> None:
    path = tmp_path / "text.yaml"

    assert editor.at_place(f"/usr/bin/{editor_name}", path, editor.Place(3, 7)) == [w.format(path) for w in words]
    assert editor.at_place(f"/usr/bin/{editor_name}", path, None) == [str(path)]


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ("code", ["--wait"]),
        ("code --wait", ["--wait"]),
        ("code -w -n", ["-w", "-n"]),
        ("subl", ["-w"]),
        ("subl --wait", ["--wait"]),
        ("gedit", []),
    ],
)
def test_editors_that_come_back_at_once_are_told_to_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, words: list[str]
) -> None:
    name, _, more = chosen.partition(" ")
    monkeypatch.setenv("EDITOR", f"{program(tmp_path, name)} {more}")

    assert editor.command() == [str(tmp_path / name), *words]


def test_the_editor_opens_at_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", str(program(tmp_path, "nano", f'echo "$@" > {tmp_path}/words')))
    editor.open_in_editor(tmp_path / "text.yaml", editor.Place(3, 7))

    assert (tmp_path / "words").read_text(encoding="utf-8") == f"+3,7 {tmp_path}/text.yaml\n"
