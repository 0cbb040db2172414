"""A terminal that is read key by key, and gets no escapes: the kernel's line editing would cut at 4,095 bytes."""

import codecs
import errno
import os
import select
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from coachcli.cells import cells
from coachcli.domain.text import visible
from coachcli.patterns import pattern

_END = "\x04"
_ERASE = {"\x7f", "\b"}
_KILL = "\x15"
# A key such as an arrow, whole or as much as has come of it.
_KEY = pattern(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|[^\[O]|)")
# Keys came together where they were read together, or no more than this lies between them.
TOGETHER_SECONDS = 0.020


class Keyboard:
    """Lines typed at a terminal that can only print and step back.

    It marks no pastes: several lines that came together are one line, and empty ones before its words are dropped.
    """

    interactive = True
    news = ""

    def __init__(self, descriptor: int, out: TextIO, wait_for: Callable[[int], None]) -> None:
        self._descriptor = descriptor
        self._out = out
        self._wait_for = wait_for
        self._decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")
        self._waiting = ""
        self._line = ""
        self._read_at = 0.0
        self._is_alone, self.is_burst = True, False

    @property
    def unfinished(self) -> str:
        """The line so far."""
        return self._line

    def read(self, start: str, typed: Callable[[str], None]) -> str | None:
        """Read the next line; None for Ctrl-D on an empty one."""
        self._line, self.is_burst = start, False
        self._echo(visible(start))
        with _raw_lines(self._descriptor):
            while True:
                key = self._next_key()
                if key in {"\r", "\n"}:
                    if self._takes_line(start):
                        self._echo("\n")
                        return self._line
                    continue
                if key == _END and not self._line:
                    self._echo("\n")
                    return None
                self._press(key)
                typed(self._line)

    def _takes_line(self, start: str) -> bool:
        """Whether an Enter takes the line; if not, it has put a line break into it, or done nothing."""
        is_written = self._line != start
        if not self._is_followed(0.0 if is_written and self._is_alone else TOGETHER_SECONDS):
            return is_written or self._is_alone
        if is_written:
            self._line, self.is_burst = f"{self._line}\n", True
            self._echo("\n")
        return False

    def _is_followed(self, patience: float) -> bool:
        """Whether other keys came together with this one, behind it."""
        return bool(self._waiting) or self._is_there(patience)

    def _is_there(self, patience: float = 0.0) -> bool:
        """Whether something can be read, now or within so many seconds."""
        return bool(select.select([self._descriptor], [], [], patience)[0])

    def _next_key(self) -> str:
        """The next key; what is typed ahead waits for the next line."""
        while not self._waiting:
            is_soon = time.monotonic() - self._read_at < TOGETHER_SECONDS
            goes_on = not self._is_alone and is_soon and self._is_there()
            self._wait_for(self._descriptor)
            more = os.read(self._descriptor, 65536)
            if not more:
                raise OSError(errno.EIO, "the terminal is gone")
            self._waiting = _KEY.sub("", self._decoder.decode(more))
            self._is_alone, self._read_at = len(self._waiting) == 1 and not goes_on, time.monotonic()
        key, self._waiting = self._waiting[0], self._waiting[1:]
        return key

    def _press(self, key: str) -> None:
        if key in _ERASE:
            self._erase(1)
        elif key == _KILL:
            self._erase(len(self._line))
        elif key == "\t" or key.isprintable() or ord(key) > 0x9F:
            self._line += key
            self._echo(visible(key))

    def _erase(self, count: int) -> None:
        gone, self._line = self._line[len(self._line) - count :], self._line[: len(self._line) - count]
        room = cells(visible(gone))
        self._echo("\b" * room + " " * room + "\b" * room)

    def _echo(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()


@contextmanager
def _raw_lines(descriptor: int) -> Iterator[None]:
    """In this block, get keys as they are pressed, without echo; Ctrl-C stays a signal. Restores the terminal after."""
    if sys.platform == "win32":
        raise OSError(errno.ENOTTY, "no such terminal there")
    try:
        before = termios.tcgetattr(descriptor)
        now = termios.tcgetattr(descriptor)
        now[3] &= ~(termios.ICANON | termios.ECHO)
        termios.tcsetattr(descriptor, termios.TCSADRAIN, now)
    except termios.error as gone:
        raise OSError(*gone.args) from None
    try:
        yield
    finally:
        with suppress(termios.error):  # a window that was closed cannot be restored
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
