"""A thread that writes the newest item it is given, one after another, while nobody waits for it."""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

Item = TypeVar("Item")


def nothing() -> None:
    """Do nothing, in place of a function that nobody gave."""


class Writer(Generic[Item]):
    """Calls `write` with the newest item that it was given; it passes over older ones for which it had no time.

    Its thread begins with the first item, and calls `after` each time it is done with one. Before it writes it lets
    `breath` seconds pass, unless somebody waits for it: what is drawn meanwhile is drawn sooner.
    """

    def __init__(
        self, name: str, write: Callable[[Item], None], after: Callable[[], None] = nothing, *, breath: float = 0
    ) -> None:
        self._name, self._write, self._after, self._breath = name, write, after, breath
        self._news = threading.Condition()  # guards the fields below, and is never held while the disk works
        self._next: tuple[Item] | None = None
        self._is_busy = False
        self._is_awaited = False
        self._is_closed = False
        self._thread: threading.Thread | None = None

    @property
    def pending(self) -> bool:
        """Whether an item is waiting or being written."""
        with self._news:
            return self._is_pending()

    def give(self, item: Item) -> None:
        """Have this item written next, in place of one that waits."""
        with self._news:
            if self._is_closed:
                return
            self._next = (item,)
            self._news.notify_all()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
                self._thread.start()

    def settle(self) -> None:
        """Wait until no item is waiting or being written."""
        with self._news:
            self._is_awaited = True
            self._news.notify_all()
            self._news.wait_for(lambda: not self._is_pending())
            self._is_awaited = False

    def close(self) -> None:
        """Take no more items, wait until those given are done with, and end the thread."""
        with self._news:
            self._is_closed = True
            self._news.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _is_pending(self) -> bool:
        return self._next is not None or self._is_busy

    def _work(self) -> None:
        while (item := self._take()) is not None:
            try:
                self._write(item[0])
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
            self._news.wait_for(lambda: self._is_awaited or self._is_closed, self._breath)
            item, self._next = self._next, None
            self._is_busy = item is not None
            return item
