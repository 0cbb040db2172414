"""The terminal at the bad moment: what ends the process comes just after pasting was switched to marks."""

import signal
import sys

import pytest
from e2e.conftest import Opener
from e2e.screen import Home, Window

assert sys.platform != "win32"  # it has other signals and terminals

from e2e.test_leaving import GIVEN_BACK  # noqa: E402 not there on Windows

# `coach`, in which something happens as soon as the terminal was told to mark what is pasted.
STRICKEN = """
import os, signal, sys
from prompt_toolkit.output.vt100 import Vt100_Output

enable = Vt100_Output.enable_bracketed_paste

def struck(output):
    enable(output)
    output.flush()
    Vt100_Output.enable_bracketed_paste = enable
    {happens}

Vt100_Output.enable_bracketed_paste = struck
from coachcli.__main__ import main
sys.exit(main())
"""
PICKING, CALLING = ("session", "start"), ("session", "start", "Jane Example", "-f", "grow")


def stricken(coach: Opener, happens: str, *words: str) -> Window:
    return coach(*words, command=(sys.executable, "-c", STRICKEN.format(happens=happens)))


@pytest.mark.parametrize("words", [PICKING, CALLING], ids=["picking", "calling"])
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGQUIT, 131)],
    ids=str,
)
def test_a_signal_as_the_prompt_begins_leaves_the_terminal_as_it_was(
    coach: Opener, words: tuple[str, ...], number: signal.Signals, code: int
) -> None:
    window = stricken(coach, f"os.kill(os.getpid(), {int(number)})", *words)
    if number == signal.SIGINT and words == CALLING:  # in a call it is asked about
        window.wait_for("Paused.")
        window.signal(number)

    assert window.ended() == code
    assert window.modes == GIVEN_BACK
    assert b"Traceback" not in window.written


def test_a_signal_while_a_plain_question_is_asked_leaves_the_terminal_as_it_was(coach: Opener) -> None:
    window = coach("session", "start", "--plain")
    window.wait_for(lambda: window.line == "" and not window.modes["ECHO"])
    window.signal(signal.SIGTERM)

    assert window.ended() == 128 + signal.SIGTERM
    assert window.modes == GIVEN_BACK


@pytest.mark.parametrize("happens", ["raise ValueError", "raise KeyboardInterrupt", "raise SystemExit(3)"])
@pytest.mark.parametrize("words", [PICKING, CALLING], ids=["picking", "calling"])
def test_whatever_breaks_there_leaves_the_terminal_as_it_was(
    coach: Opener, words: tuple[str, ...], happens: str
) -> None:
    window = stricken(coach, happens, *words)
    if happens == "raise KeyboardInterrupt" and words == CALLING:
        window.wait_for("Paused.")
        window.signal(signal.SIGTERM)

    assert window.ended() != 0
    assert window.modes == GIVEN_BACK
    assert b"Traceback" not in window.written


def test_quitting_by_key_keeps_the_line(coach: Opener, home: Home) -> None:
    window = coach("session", "start", "Jane Example", "-f", "grow", "--plain")
    window.wait_for("arrive?")
    window.enter("one thing", "· one thing")
    window.type("half a sen")
    window.wait_for(lambda: window.line == "half a sen")
    window.type("\x1c")

    assert window.ended() == 128 + signal.SIGQUIT
    assert window.modes == GIVEN_BACK
    assert home.notes() == ["one thing"]
    assert b"so far: half a sen" in home.run("session", "resume", "--plain").stderr
