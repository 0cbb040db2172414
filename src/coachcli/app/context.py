"""What every use case is given: where the practice is, and what time it is."""

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

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


@dataclass(frozen=True, slots=True)
class Context:
    """Made once for a command, faked in tests."""

    practice: Practice
    clock: Clock
