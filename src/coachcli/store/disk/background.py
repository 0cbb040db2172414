"""A thread that writes the newest of what it is given, one after another, while nobody waits for it."""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

Item = TypeVar("Item")


def nothing() -> None:
    """Do nothing: it is called where nobody wants to hear."""


class Writer(Generic[Item]):
    """Calls `write` with the newest item that was given; older ones that it had no time for are passed over.

    The thread calls `after` each time an item is done with. It begins with the first item.
    """

    def __init__(self, name: str, write: Callable[[Item], None], after: Callable[[], None] = nothing) -> None:
        self._name, self._write, self._after = name, write, after
        self._news = threading.Condition()  # guards what follows, and is never held while the disk works
        self._next: tuple[Item] | None = None
        self._is_busy = False
        self._is_closed = False
        self._thread: threading.Thread | None = None

    @property
    def pending(self) -> bool:
        """Whether something that was given is not done with."""
        with self._news:
            return self._is_pending()

    def give(self, item: Item) -> None:
        """Have this written next, instead of what waits."""
        with self._news:
            if self._is_closed:
                return
            self._next = (item,)
            self._news.notify_all()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
                self._thread.start()

    def settle(self) -> None:
        """Wait until everything that was given is done with."""
        with self._news:
            self._news.wait_for(lambda: not self._is_pending())

    def close(self) -> None:
        """Wait likewise; then the thread ends, and no more items are taken."""
        with self._news:
            self._is_closed = True
            self._news.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _is_pending(self) -> bool:
        return self._next is not None or self._is_busy

    def _work(self) -> None:
        while (taken := self._take()) is not None:
            try:
                self._write(taken[0])
            except Exception:  # noqa: BLE001 whatever it is, the next one is written all the same
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
            with self._news:
                self._is_busy = False
                self._news.notify_all()
            with suppress(Exception):  # whoever listens must not keep the next one from being written
                self._after()

    def _take(self) -> tuple[Item] | None:
        """The next item, when there is one; None where none comes any more."""
        with self._news:
            self._news.wait_for(lambda: self._next is not None or self._is_closed)
            taken, self._next = self._next, None
            self._is_busy = taken is not None
            return taken
