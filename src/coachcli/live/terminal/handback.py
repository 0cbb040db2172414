"""How the terminal is given back as it was, however the process ends, unless it is killed outright.

The library switches marked pastes on just before the block that switches them off. A signal, Ctrl-C or an error in
between would leave them on in the coach's shell.
"""

import atexit
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

_PASTE_WITHOUT_MARKS = b"\x1b[?2004l"
_CURSOR_SHOWN = b"\x1b[?25h"
_ENDING = [number for name in ("SIGHUP", "SIGTERM", "SIGQUIT") if (number := getattr(signal, name, None)) is not None]


def hand_back_in_the_end(*, drawn: bool) -> None:
    """Note how the terminal is set, and have that restored when the process ends.

    Escapes are written only if the screen was `drawn` with them.
    """
    if sys.platform == "win32":  # there nothing is left switched on
        return
    import termios  # noqa: PLC0415 not there on Windows

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)

    def hand_back() -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with suppress(OSError, termios.error):  # the window is gone
            if os.tcgetpgrp(descriptor) != os.getpgrp():
                return  # another program has it now
            termios.tcsetattr(descriptor, termios.TCSANOW, before)
            os.write(descriptor, _PASTE_WITHOUT_MARKS + _CURSOR_SHOWN if drawn else b"")

    atexit.register(hand_back)


@contextmanager
def ended_in_order() -> Iterator[None]:
    """While this block asks somebody outside a call, no signal ends the process before the terminal is given back."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    unhandled = [number for number in _ENDING if signal.getsignal(number) is signal.SIG_DFL]
    for number in unhandled:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in unhandled:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    """End the process in order at a signal; a call handles signals itself, and saves first."""
    raise SystemExit(128 + number)
