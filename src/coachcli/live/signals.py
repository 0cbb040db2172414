"""Hang-up and terminate: heard once, wherever the program is, so that it can save and leave in order."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_HEARD = [number for name in ("SIGHUP", "SIGTERM") if (number := getattr(signal, name, None)) is not None]


class Ears:
    """`heard` is the signal that came, if one did; `wake` is told at once, if somebody waits."""

    def __init__(self) -> None:
        self.heard: int | None = None
        self.wake: Callable[[], None] | None = None

    def _hear(self, number: int, _frame: FrameType | None) -> None:
        self.heard = self.heard or number
        if self.wake is not None:
            self.wake()

    @contextmanager
    def listening(self) -> Iterator["Ears"]:
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
            if self.heard is not None:
                wake()
            yield
        finally:
            self.wake = None
