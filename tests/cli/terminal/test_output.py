"""What the commands share: words that are safe to show on any terminal, and the end of a list."""

import errno
import io
import os
import sys
import termios
from pathlib import Path

import pytest
import typer
from cli.terminal.streams import Stream

from coachcli.cli.terminal.output import err, error_width, finish_list, out, terminal_width
from coachcli.errors import CoachError, NotFoundError, NotSavedError, UnreadableError

assert sys.platform != "win32"


class Refusing(io.StringIO):
    """Standard output that takes nothing."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def flush(self) -> None:
        raise OSError(self._number, "no")


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "Zoë – 質問 🙂\n"),
        ("UTF8", "Zoë – 質問 🙂\n"),
        ("latin-1", "Zoë \\u2013 \\u8cea\\u554f \\U0001f642\n"),
        ("cp1252", "Zoë – \\u8cea\\u554f \\U0001f642\n"),
        ("ascii", "Zo\\xeb \\u2013 \\u8cea\\u554f \\U0001f642\n"),
    ],
)
def test_what_a_terminal_cannot_show_is_spelled(monkeypatch: pytest.MonkeyPatch, encoding: str, shown: str) -> None:
    stream = Stream(encoding)
    monkeypatch.setattr("sys.stdout", stream)

    out("Zoë – 質問 🙂\n")

    assert stream.shown == shown


def test_on_a_terminal_talk_is_in_whole_words_and_what_is_to_be_copied_stands_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = Stream("utf-8", is_terminal=True)
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("COLUMNS", "40")
    command = "coach session resume jane-example/2026-11-20-1400"

    err(f"This session is open in another terminal already.\nLater: {command}\n")

    assert stream.shown == f"This session is open in another\n  terminal already.\nLater:\n  {command}\n"


def test_half_a_character_does_not_stop_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    out("before \ud800 after\n")

    assert capsys.readouterr().out == "before ‹U+D800› after\n"


def test_a_reader_who_left_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Refusing(errno.EPIPE))

    with pytest.raises(typer.Exit) as left:
        out("a result\n")

    assert left.value.exit_code == 0


def test_a_full_disk_behind_the_output_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Refusing(errno.ENOSPC))

    with pytest.raises(NotSavedError, match=r"^The output was not written: the disk is full\.$"):
        out("a result\n")


def test_talk_cannot_act_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    err("a name \x1b]0;gotcha\x07 in a \u202emessage\n")

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "a name ‹U+001B›]0;gotcha‹U+0007› in a ‹U+202E›message\n"


def test_a_list_ends_well_where_all_could_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    finish_list([])

    assert capsys.readouterr().err == ""


def test_a_list_ends_with_what_could_not_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    damaged: list[CoachError] = [UnreadableError("a.yaml:3: it is torn.", "Mend it."), NotFoundError("b is gone.", "")]

    with pytest.raises(typer.Exit) as left:
        finish_list(damaged)

    assert left.value.exit_code == 4
    assert capsys.readouterr().err.splitlines()[:3] == ["a.yaml:3: it is torn.", "Mend it.", "b is gone."]


def test_only_a_terminal_has_a_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")

    monkeypatch.setattr("sys.stdout", Stream("utf-8"))
    assert terminal_width() is None
    monkeypatch.setattr("sys.stdout", Stream("utf-8", is_terminal=True))
    assert terminal_width() == 72


def test_errors_are_as_wide_as_their_own_terminal_though_the_output_goes_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    outer, inner = os.openpty()
    termios.tcsetwinsize(inner, (14, 37))
    monkeypatch.delenv("COLUMNS", raising=False)
    with (
        os.fdopen(inner, "w", encoding="utf-8") as terminal,
        (tmp_path / "list.txt").open("w", encoding="utf-8") as file,
    ):
        monkeypatch.setattr(sys, "stderr", terminal)
        monkeypatch.setattr(sys, "stdout", file)
        width = error_width()
        monkeypatch.undo()
    os.close(outer)

    assert width == 37
