"""The context that every use case gets: the practice and the clock; and a stopwatch."""

import time
from datetime import datetime
from typing import NamedTuple, Protocol

from coachcli.store.paths import Practice


class Clock(Protocol):
    """The time of day for what is written down, and a steady one for what is measured."""

    def now(self) -> datetime:
        """The time here, with its offset, to the second."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump."""
        ...


class SystemClock:
    """The clocks of this machine."""

    def now(self) -> datetime:
        """The time here, with its offset, to the second."""
        return datetime.now().astimezone().replace(microsecond=0)

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return time.monotonic()


class Stopwatch:
    """Counts whole seconds from the moment it is made; none is lost between two looks, and it can stand still."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since: float | None = clock.monotonic()
        self._rest = 0.0

    def take(self) -> int:
        """The whole seconds since the last call of this; the fraction is kept for the next one."""
        whole = int(self.running())
        self._rest = self.running() - whole
        if self._since is not None:
            self._since = self._clock.monotonic()
        return whole

    def running(self) -> float:
        """The seconds since the last `take`."""
        if self._since is None:
            return self._rest
        return self._rest + max(0.0, self._clock.monotonic() - self._since)

    def stop(self) -> None:
        """Stand still."""
        self._rest = self.running()
        self._since = None

    def go(self) -> None:
        """Run on."""
        if self._since is None:
            self._since = self._clock.monotonic()


class Context(NamedTuple):
    """What a use case needs of its surroundings; made once for a command, and faked in tests."""

    practice: Practice
    clock: Clock
