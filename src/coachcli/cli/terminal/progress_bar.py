"""How far a long reading of sessions has come: shown on standard error to whoever waits at a terminal."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from coachcli.cli.terminal.output import error_columns

if TYPE_CHECKING:
    from coachcli.app.context import Context

_AFTER_SECONDS, _EVERY_SECONDS = 1.0, 0.1
_LONGEST_BAR, _SHORTEST_BAR = 30, 8


class Progress:
    """Shows one line, which is written over; nothing, where the reading is over within a second."""

    def __init__(
        self,
        seconds: Callable[[], float],
        total: Callable[[], int],
        write: Callable[[str], object],
        what: str = "sessions",
    ) -> None:
        self._seconds, self._total, self._write, self._what = seconds, total, write, what
        self._at = seconds() + _AFTER_SECONDS
        self._read, self._all, self._shown = 0, 0, ""

    def tell(self) -> None:
        """Count one more that was read, and show it."""
        self._read += 1
        if self._seconds() >= self._at:
            self._all = max(self._read, self._all or self._total())
            self._show(_row(self._what, self._read, self._all, error_columns() - 1))
            self._at = self._seconds() + _EVERY_SECONDS

    def end(self) -> None:
        """Wipe the line."""
        if self._shown:
            self._show("")
            self._write("\r")

    def _show(self, row: str) -> None:
        self._write(f"\r{row:<{len(self._shown)}}")
        self._shown = row


@contextmanager
def progress_shown(context: "Context", files: Callable[[], int] | None = None) -> Iterator[None]:
    """Show how far the reading in this block has come. Ctrl-C breaks it off; what was read stays remembered.

    It reads sessions, or, where their number is given, `files` of any kind.
    """
    from coachcli.store.index.census import watch

    def total() -> int:
        from coachcli.store.client.quick_names import session_count

        return session_count(context.practice, sys.maxsize)

    is_seen = sys.stderr.isatty() and not _is_read_aloud()
    what = "sessions" if files is None else "files"
    progress = Progress(context.clock.monotonic, files or total, _write, what)
    before = watch.set(progress.tell if is_seen else watch.get())
    try:
        yield
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    finally:
        progress.end()
        watch.reset(before)


def _row(what: str, read: int, everything: int, width: int) -> str:
    words = f"Reading {what}: {read:,} of {everything:,}"
    room = min(width - len(words) - 3, _LONGEST_BAR)
    if room < _SHORTEST_BAR:
        return words[:width]
    done = room * read // everything
    return f"{words} [{'#' * done}{'.' * (room - done)}]"


def _is_read_aloud() -> bool:
    """Whether a line that is written over and over would be read aloud each time, or could not be written over."""
    return os.environ.get("ACCESSIBLE", "") not in {"", "0"} or os.environ.get("TERM") == "dumb"


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
