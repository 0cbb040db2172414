"""A process that is ended in mid-question ends in order, and the terminal is given back as it was."""

import os
import pty
import signal
import subprocess
import sys
import termios
import threading

import pytest

from coachcli.live.terminal.handback import ended_in_order

assert sys.platform != "win32"  # terminals and signals as Unix has them

SPOILT = (
    "import signal, sys, termios\n"
    "from coachcli.live.terminal.handback import ended_in_order, hand_back_in_the_end\n"
    "hand_back_in_the_end(drawn={drawn})\n"
    "mode = termios.tcgetattr(0)\n"
    "mode[3] &= ~termios.ECHO\n"
    "termios.tcsetattr(0, termios.TCSANOW, mode)\n"
    "with ended_in_order():\n"
    "    signal.raise_signal(signal.{signal})\n"
)
ESCAPES = b"\x1b[?2004l\x1b[?25h"


@pytest.mark.parametrize("drawn", [True, False])
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_gives_the_terminal_back_and_says_so_in_the_exit_code(drawn: bool, name: str) -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    program = SPOILT.format(drawn=drawn, signal=name)
    done = subprocess.run(
        [sys.executable, "-c", program],
        stdin=theirs,
        stdout=theirs,
        check=False,
        preexec_fn=lambda: _sit_at(theirs),
        start_new_session=True,
    )
    os.write(theirs, b".")
    written = b""
    while not written.endswith(b"."):
        written += os.read(ours, 1000)
    after = termios.tcgetattr(theirs)
    for descriptor in (ours, theirs):
        os.close(descriptor)

    assert done.returncode == 128 + signal.Signals[name]
    assert after == before
    assert written == (ESCAPES if drawn else b"") + b"."


def _sit_at(terminal: int) -> None:
    """Have this terminal as one's own, as a shell has."""
    import fcntl

    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)


def test_afterwards_a_signal_is_what_it_was() -> None:
    with ended_in_order():
        assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL

    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_signal_that_somebody_listens_for_stays_theirs() -> None:
    def hear(*_: object) -> None:
        return

    before = signal.signal(signal.SIGTERM, hear)
    try:
        with ended_in_order():
            assert signal.getsignal(signal.SIGTERM) is hear
    finally:
        signal.signal(signal.SIGTERM, before)


def test_in_another_thread_nothing_is_taken() -> None:
    seen = list[object]()

    def ask() -> None:
        with ended_in_order():
            seen.append(signal.getsignal(signal.SIGTERM))

    hand = threading.Thread(target=ask)
    hand.start()
    hand.join()

    assert seen == [signal.SIG_DFL]
