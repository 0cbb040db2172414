"""A call of four hundred lines, through whatever may happen to a window: every line is there, in order, once."""

import time
from collections.abc import Iterator

import pytest
from e2e.conftest import Opener
from e2e.screen import COACH, Home, Key, Window

START = f"{' '.join(COACH)} session start 'Jane Example' -f grow"
SHELL = ("bash", "--norc", "--noprofile", "-i")
STORM = [(80, 24), (40, 12), (120, 40), (20, 10), (80, 4), (20, 4), (200, 50), (33, 7), (60, 24)]
"""Sizes of a window that somebody drags about."""
QUESTIONS = ("as you arrive", "we last spoke", "happening now", "to be in this", "tried so far", "was useful")
AT_A_QUESTION = 16
GAP = 0.03
"""Seconds between two words of somebody who types fast."""


def lines(first: int, last: int) -> Iterator[str]:
    """Lines as they are typed in a call, no two of them the same."""
    return (f"{number:03} she says it is her own plan" for number in range(first, last + 1))


def type_by_words(window: Window, line: str) -> None:
    """Word by word, with a little time between."""
    for word in line.split(" "):
        window.type(word, " ")
        _rest(window, GAP)
    window.type(Key.BACKSPACE)
    window.enter("", lambda: window.line == "" and line in window.words)


def _rest(window: Window, seconds: float) -> None:
    end = time.monotonic() + seconds
    window.wait_for(lambda: time.monotonic() > end)


def drag_about(window: Window) -> None:
    """Through every size, with no time to draw at any of them."""
    for columns, rows in STORM * 3:
        window.resize(columns, rows)
        _rest(window, 0)
    window.resize(80)


def suspend(window: Window) -> None:
    """Ctrl-Z, something in the shell, and back."""
    window.type(Key.CTRL_Z)
    window.wait_for("Stopped")
    # An answer of the terminal that was under way reaches the shell, whose line is emptied first.
    window.type(Key.CTRL_U, "fg", Key.ENTER)


def talk(window: Window, first: int, last: int) -> None:
    """So many lines at the speed of a machine, at one question and then another."""
    for number, line in zip(range(first, last + 1), lines(first, last), strict=True):
        if number % AT_A_QUESTION == 0:
            window.enter(f"/go {QUESTIONS[number // AT_A_QUESTION % len(QUESTIONS)]}")
        window.type(line, Key.ENTER)
        _taken(window, line)


def _taken(window: Window, line: str) -> None:
    window.wait_for(lambda: window.line == "" and f"· {line}" in window.text)


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_every_line_of_a_long_call_is_there_in_order(home: Home, coach: Opener) -> None:
    shell = coach(command=SHELL, columns=50, rows=12, PS1="$ ")
    shell.wait_for("$")
    shell.type(START, Key.ENTER)
    shell.wait_for("What is on your mind as you arrive?")
    talk(shell, 1, 190)
    shell.type("191 she says it")
    shell.wait_for_line("191 she says it")
    drag_about(shell)
    shell.wait_for_line("191 she says it")
    suspend(shell)
    shell.wait_for_line("191 she says it")
    shell.enter(" is her own plan")
    for line in lines(192, 210):
        type_by_words(shell, line)
    shell.close()

    window = coach("session", "resume", columns=50, rows=12)
    window.wait_for("· 210 she says it is her own plan")
    talk(window, 211, 400)
    window.enter("/pause", "Go on with")
    assert window.ended() == 0
    assert home.notes() == list(lines(1, 400))
