"""Hang-up, terminate, quit and Ctrl-C, heard wherever the program is, so that it can leave in order."""

import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

HANG_UP = 1
"""The number of a hang-up, which Windows has no name for."""

_HEARD = [number for name in ("SIGHUP", "SIGTERM", "SIGQUIT") if (number := getattr(signal, name, None)) is not None]


class WokenError(Exception):
    """A signal came while something was waited for."""


class Signals:
    """`heard` is the signal that came, if one did; `wake` is told at once, if somebody waits."""

    def __init__(self) -> None:
        self.heard: int | None = None
        self.interrupted = False
        """Whether there was a Ctrl-C that nobody has answered yet."""
        self.wake: Callable[[], None] | None = None

    @property
    def is_called(self) -> bool:
        """Whether something came that nobody has answered yet."""
        return self.heard is not None or self.interrupted

    def _hear(self, number: int, _frame: FrameType | None) -> None:
        self.heard = self.heard or number
        if self.wake is not None:
            self.wake()

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        self.interrupted = True
        if self.wake is not None:
            self.wake()

    @contextmanager
    def listening(self) -> Iterator["Signals"]:
        """Listen for as long as the block lasts. On Windows there is nothing to hear."""
        before = {number: signal.signal(number, self._hear) for number in _HEARD}
        try:
            yield self
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def waking(self, wake: Callable[[], None]) -> Iterator[None]:
        """Call `wake` at a signal while the block lasts; at once, if one came before."""
        self.wake = wake
        try:
            if self.is_called:
                wake()
            yield
        finally:
            self.wake = None

    def listen(self) -> None:
        """Nothing, unless a signal came that nobody has answered: then WokenError."""
        if self.is_called:
            raise WokenError

    def wait_for(self, descriptor: int) -> None:
        """Wait until there is something to read, or until a signal comes: then WokenError."""
        while sys.platform != "win32":  # there nothing but a socket can be waited for, and a read just waits
            with _bell() as bell:
                self.listen()
                if descriptor in select.select([descriptor, bell], [], [])[0]:
                    return

    @contextmanager
    def heeding_ctrl_c(self) -> Iterator[None]:
        """Let Ctrl-C call `wake` too, where it would else break off whatever runs.

        An event loop that takes it for itself drops one that comes as it ends; here it waits for the next prompt.
        """
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGINT, self._interrupt)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


@contextmanager
def _bell() -> Iterator[int]:
    """What can be read once a signal has come: one that comes just before a read would be heard after it alone."""
    heard, rung = os.pipe()
    if sys.platform != "win32":
        os.set_blocking(rung, False)
    before = signal.set_wakeup_fd(rung, warn_on_full_buffer=False)
    try:
        yield heard
    finally:
        signal.set_wakeup_fd(before)
        os.close(heard)
        os.close(rung)
