"""What the terminal is sent when a coach asks for a copy, and only then."""

import base64

import pytest

from coachcli.errors import CoachError
from coachcli.live import clipboard

ASKED = "\x1b]52;c;R3LDvMOfZQo=\x07"


def test_the_terminal_is_asked_to_take_the_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    clipboard.copy("Grüße\n")

    assert capsys.readouterr().out == ASKED


def test_tmux_is_asked_to_take_them_and_to_pass_them_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    clipboard.copy("Grüße\n")

    assert capsys.readouterr().out == f"\x1bPtmux;\x1b{ASKED}\x1b\\{ASKED}"


def test_no_words_can_end_the_sequence() -> None:
    sent = clipboard.sequence(b"\x07\x1b\\", in_tmux=False)

    assert base64.b64decode(sent.removeprefix("\x1b]52;c;").removesuffix("\x07")) == b"\x07\x1b\\"


def test_what_terminals_would_cut_or_drop_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    clipboard.copy("x" * clipboard.LONGEST)
    assert len(capsys.readouterr().out) <= 100_000

    with pytest.raises(CoachError, match="too long") as told:
        clipboard.copy("ü" * clipboard.LONGEST)

    assert told.value.hint == "m writes it to a file instead."
    assert capsys.readouterr().out == ""
