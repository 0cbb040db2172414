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
        ("subl -n", ["-n", "-w"]),
        ("gvim", ["-f", *QUIET]),
        ("gvim --nofork", ["--nofork", *QUIET]),
        ("vim -g", ["-g", "-f", *QUIET]),
        ("mvim", ["-f", *QUIET]),
        ("mate", ["-w"]),
        ("bbedit", ["-w"]),
        ("kate", ["--block"]),
        ("gedit -s", ["-s", "--wait"]),
        ("idea", ["--wait"]),
        ("open -t", ["-t"]),
        ("geany", []),
    ],
)
def test_editors_that_come_back_at_once_are_told_to_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, words: list[str]
) -> None:
    name, _, more = chosen.partition(" ")
    monkeypatch.setenv("EDITOR", f"{program(tmp_path, name)} {more}")

    assert editor.command() == [str(tmp_path / name), *words]


def test_open_waits_on_a_mac(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", f"{program(tmp_path, 'open')} -t")
    monkeypatch.setattr("sys.platform", "darwin")

    assert editor.command() == [str(tmp_path / "open"), "-t", "-Wn"]


NOTEPAD = r"C:\Program Files\Notepad++\notepad++.exe"


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (rf'"{NOTEPAD}" -multiInst', [NOTEPAD, "-multiInst"]),
        (f"'{NOTEPAD}' -multiInst", [NOTEPAD, "-multiInst"]),
        (rf"{NOTEPAD} -multiInst", [NOTEPAD, "-multiInst"]),
        (NOTEPAD, [NOTEPAD]),
        (r"\\server\tools for all\edit.cmd -x", [r"\\server\tools for all\edit.cmd", "-x"]),
        ("C:/Program Files/Vim/gvim.exe -f", ["C:/Program Files/Vim/gvim.exe", "-f"]),
        (r"C:\Users\O'Brien\edit.exe", [r"C:\Users\O'Brien\edit.exe"]),
        ("notepad", ["notepad"]),
        ("code --wait", ["code", "--wait"]),
        (r'emacs --init-directory="C:\My Things" -nw', ["emacs", r"--init-directory=C:\My Things", "-nw"]),
        (r'"C:\never closed', ['"C:\\never', "closed"]),
        ("", []),
    ],
)
def test_an_editor_on_windows_is_read_with_its_quotes_and_blanks(chosen: str, words: list[str]) -> None:
    assert editor.words_of(chosen, windows=True) == words


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ("nano -x 'a b'", ["nano", "-x", "a b"]),
        (r"/opt/my\ editor -x", ["/opt/my editor", "-x"]),
        ("'never closed", []),
    ],
)
def test_elsewhere_it_is_read_as_the_shell_does(chosen: str, words: list[str]) -> None:
    assert editor.words_of(chosen, windows=False) == words


def test_a_program_with_blanks_in_its_path_needs_no_quotes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", str(program(tmp_path, "my editor")))

    assert editor.command() == [str(tmp_path / "my editor")]


def test_the_editor_opens_at_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", str(program(tmp_path, "nano", f'echo "$@" > {tmp_path}/words')))
    editor.open_in_editor(tmp_path / "text.yaml", editor.Place(3, 7))

    assert (tmp_path / "words").read_text(encoding="utf-8") == f"+3,7 {tmp_path}/text.yaml\n"
