"""Time spent, in whole seconds that never get lost between two looks, and none while it stands still."""

from coachcli.app.context import Clock


class Stopwatch:
    """Runs from the moment it is made."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since: float | None = clock.monotonic()
        self._rest = 0.0

    def take(self) -> int:
        """The whole seconds since they were last taken; the fraction is kept for the next time."""
        whole = int(self.running())
        self._rest = self.running() - whole
        if self._since is not None:
            self._since = self._clock.monotonic()
        return whole

    def running(self) -> float:
        """Seconds not yet taken."""
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
