"""Between two lines the terminal keeps what is typed to itself."""

import os
import pty
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachcli.live.terminal import tty_mode
from coachcli.live.terminal.tty_mode import before_others_read, hushed, lent

assert sys.platform != "win32"  # it has other signals, terminals and locks

EDITING = termios.ICANON | termios.ECHO


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    theirs, ours = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield ours
    os.close(theirs)


def edits(keyboard: int) -> bool:
    return bool(termios.tcgetattr(keyboard)[3] & EDITING == EDITING)


def test_in_a_call_the_kernel_echoes_and_edits_nothing(keyboard: int) -> None:
    with hushed():
        assert not termios.tcgetattr(keyboard)[3] & EDITING

    assert edits(keyboard)


def test_an_editor_gets_a_terminal_as_it_knows_it(keyboard: int) -> None:
    with hushed():
        with lent():
            assert edits(keyboard)

        assert not edits(keyboard)


def test_the_terminal_is_given_back_after_an_error_too(keyboard: int) -> None:
    with pytest.raises(LookupError), hushed():
        raise LookupError

    assert edits(keyboard)


def test_what_is_to_be_read_before_others_read_is_read_while_nothing_is_echoed(
    keyboard: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tty_mode, "_before_others_read", [])
    seen: list[bool] = []

    def read() -> None:
        seen.append(edits(keyboard))
        raise OSError

    before_others_read(read)
    with hushed():
        assert seen == []
        with lent():
            assert seen == [False]

    assert seen == [False, False]
    assert edits(keyboard)


def test_without_a_terminal_there_is_nothing_to_hush(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path(os.devnull).open("rb") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        with hushed(), lent():
            pass
