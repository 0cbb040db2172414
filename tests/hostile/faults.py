"""What the system is asked below a folder: counted, and from one call on refused, once or for good."""

import errno
import os
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

CALLS = {
    "open": ("open",),
    "write": ("write",),
    "fsync": ("fsync",),
    "rename": ("rename", "replace"),
    "link": ("link",),
    "unlink": ("unlink", "rmdir"),
    "mkdir": ("mkdir",),
    "scandir": ("scandir", "listdir"),
    "stat": ("stat", "lstat"),
}
REASONS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS)


class Fault(NamedTuple):
    """The n-th call of a kind fails, and all after it where it is for good."""

    call: str
    number: int
    reason: int
    for_good: bool

    def __str__(self) -> str:
        last = " and all after it" if self.for_good else ""
        return f"{self.call} {self.number}{last}: {errno.errorcode[self.reason]}"


class Asked:
    """How often each kind was called below `root`; refuses what the fault says."""

    def __init__(self, root: Path, fault: Fault | None) -> None:
        self.counts: Counter[str] = Counter()
        self._root, self._fault = str(root), fault
        self._ours: set[int] = set()
        self._turn = threading.Lock()

    def watching(self, kind: str, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        """The call `real`, counted, and refused where that is due."""

        def call(*args: Any, **kwargs: Any) -> Any:
            if args and self._is_ours(args[0]) and self._is_refused(kind):
                assert self._fault is not None
                raise OSError(self._fault.reason, os.strerror(self._fault.reason), str(args[0]))
            result = real(*args, **kwargs)
            if name == "open":
                with self._turn:
                    (self._ours.add if self._is_ours(args[0]) else self._ours.discard)(result)
            return result

        return call

    def _is_ours(self, place: object) -> bool:
        if isinstance(place, int):
            return place in self._ours
        return isinstance(place, str | os.PathLike) and str(place).startswith(self._root)

    def _is_refused(self, kind: str) -> bool:
        with self._turn:
            self.counts[kind] += 1
            fault, number = self._fault, self.counts[kind]
            if fault is None or kind != fault.call:
                return False
            return number == fault.number or (fault.for_good and number > fault.number)


@contextmanager
def asked(root: Path, fault: Fault | None = None) -> Iterator[Asked]:
    """Watch what is asked below `root` meanwhile, on every thread."""
    watch = Asked(root, fault)
    with pytest.MonkeyPatch.context() as patch:
        for kind, names in CALLS.items():
            for name in names:
                patch.setattr(os, name, watch.watching(kind, name, getattr(os, name)))
        yield watch


def every_fault(counts: Counter[str]) -> list[Fault]:
    """One for each call that was counted, once and for good; the reasons take turns. Of looks, each third fails."""
    return [
        Fault(call, number, REASONS[(number + place) % len(REASONS)], for_good)
        for place, call in enumerate(CALLS)
        for number in range(1, counts[call] + 1, 3 if call == "stat" else 1)
        for for_good in (False, True)
    ]
