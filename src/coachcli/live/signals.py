"""Hang-up, terminate, quit and Ctrl-C: they are noted wherever the program is, so that it can leave in order."""

import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

HANG_UP = 1
"""The number of a hang-up; Windows has no name for it."""

_HEARD = [number for name in ("SIGHUP", "SIGTERM", "SIGQUIT") if (number := getattr(signal, name, None)) is not None]


class WokenError(Exception):
    """A signal came while the program waited for something."""


class Signals:
    """The signals that came: `heard` is the first one, if any; `wake` is called at once, if something waits."""

    def __init__(self) -> None:
        self.heard: int | None = None
        self.interrupted = False
        """Whether a Ctrl-C came that nothing has answered yet."""
        self.wake: Callable[[], None] | None = None

    @property
    def is_called(self) -> bool:
        """Whether a signal or a Ctrl-C came that nothing has answered yet."""
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
        """Listen while the block lasts. Windows sends none of these signals."""
        before = {number: signal.signal(number, self._hear) for number in _HEARD}
        try:
            yield self
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def waking(self, wake: Callable[[], None]) -> Iterator[None]:
        """Call `wake` at each signal while the block lasts; and at once, if one came before."""
        self.wake = wake
        try:
            if self.is_called:
                wake()
            yield
        finally:
            self.wake = None

    def listen(self) -> None:
        """Raise WokenError if a signal came that nothing has answered."""
        if self.is_called:
            raise WokenError

    def wait_for(self, descriptor: int) -> None:
        """Wait until there is something to read; raises WokenError if a signal comes first."""
        while sys.platform != "win32":  # Windows can only wait for sockets: there the read itself waits
            with _bell() as bell:
                self.listen()
                if descriptor in select.select([descriptor, bell], [], [])[0]:
                    return

    @contextmanager
    def heeding_ctrl_c(self) -> Iterator[None]:
        """Have Ctrl-C call `wake` too, where it would otherwise break off whatever runs.

        An event loop that handles Ctrl-C itself loses one that comes as the loop ends; here the next prompt gets it.
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
    """A descriptor that can be read once a signal came; without it, no wait would end at one that came just before."""
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
