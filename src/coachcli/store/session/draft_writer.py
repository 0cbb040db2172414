"""Keeps the line being typed on disk from the first key; whoever types never waits for the disk."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from coachcli.errors import NotSavedError, Saying
from coachcli.store.disk import files, primitives
from coachcli.store.disk.background import Writer, nothing
from coachcli.store.session import drafts
from coachcli.store.session.drafts import Draft, flushing_path, typing_path

PAUSE = 0.05
"""Seconds without a key after which the line is flushed."""
AT_LEAST = 0.15
"""Seconds after which the line is flushed while typing goes on."""


class DraftFile:
    """Keeps the newest draft at `path`.

    Every change is written at once to a file of its own beside it (`typing_path`), which survives a kill. When typing
    pauses, and every 150 ms while it goes on, that file steps aside (`flushing_path`), is flushed and takes the place
    of `path`, which survives a power cut. Were it put in place before it is flushed, a power cut could leave nothing of
    the whole line. Flushing has a thread to itself, so that on a slow disk the keys meanwhile survive a kill as well.
    """

    def __init__(self, path: Path, heard: Callable[[], None] = nothing) -> None:
        self.path = path
        self.latest: Draft | None = None
        """The draft that was noted last."""
        self.failed: Saying | None = None
        """Why that is not on disk, in words; None when it is. A thread calls `heard` when this changes."""
        self._heard = heard
        self._writer = Writer("draft", self._write)
        self._flusher = Writer("draft flush", self._flush)
        self._hurry = threading.Event()
        self._last_note = 0.0
        self._names = threading.Lock()  # guards the names of the files between the two threads, and what follows
        self._unflushed_since: float | None = None
        self._is_written = True
        self._is_flushing = self._is_cleared = False

    def note(self, draft: Draft | None) -> None:
        """Have `draft` kept, or a later one in its place; None takes away what is kept."""
        self.latest, self._last_note = draft, time.monotonic()
        self._writer.give(draft)

    def settle(self) -> None:
        """Wait until the draft that was noted last is flushed; `failed` says why if it could not be."""
        self._hurry.set()
        self._writer.settle()
        self._flusher.settle()
        self._hurry.clear()

    def close(self) -> None:
        """Settle, with another try where one failed; then end the threads."""
        if self.failed:
            self._writer.give(self.latest)
        self.settle()
        self._writer.close()
        self._flusher.close()

    def _write(self, draft: Draft | None) -> None:
        try:
            self._put(draft) if draft is not None else self._clear()
        except NotSavedError as error:
            self._tell(Saying(error.message, discreet=error.discreet))

    def _put(self, draft: Draft) -> None:
        self._is_written = False
        drafts.put(self.path, draft)
        with self._names:
            self._is_written = True
            self._unflushed_since = self._unflushed_since or time.monotonic()
        self._flusher.give(None)

    def _clear(self) -> None:
        # This is not flushed. If a power cut brings the draft back, its `base` shows that the line was accepted.
        with self._names:
            self._is_cleared, self._unflushed_since = True, None
            self._remove(typing_path(self.path), self.path)
            if not self._is_flushing:
                self._remove(flushing_path(self.path))
            self._is_written = True
        self._tell(None)

    def _flush(self, _: None) -> None:
        self._wait_for_pause()
        try:
            if self._stepped_aside():
                self._settle()
        except NotSavedError as error:
            self._tell(Saying(error.message, discreet=error.discreet))
        else:
            self._tell(None if self._is_written else self.failed)

    def _stepped_aside(self) -> bool:
        """Give the typed draft a name that nobody else writes to; whether there was one to flush."""
        with self._names, primitives.in_words(self.path), suppress(FileNotFoundError):
            self._unflushed_since = None
            primitives.rename(typing_path(self.path), flushing_path(self.path))
            self._is_flushing, self._is_cleared = True, False
            return True
        return False

    def _settle(self) -> None:
        """Flush the draft that stepped aside and put it in place, unless it was cleared meanwhile."""
        try:
            files.settle(flushing_path(self.path), self.path)
        finally:
            with self._names:
                self._is_flushing = False
                if self._is_cleared:
                    self._remove(flushing_path(self.path), self.path)

    def _wait_for_pause(self) -> None:
        while not self._hurry.is_set() and (patience := self._patience()) > 0:
            self._hurry.wait(patience)

    def _patience(self) -> float:
        """The seconds until the typed draft must be flushed."""
        since = self._unflushed_since
        if since is None:  # cleared meanwhile
            return 0.0
        return min(self._last_note + PAUSE, since + AT_LEAST) - time.monotonic()

    def _tell(self, failed: Saying | None) -> None:
        """Set `failed` to why a draft was not saved, or to None, and call `heard` if that is news."""
        is_news = failed is not None or self.failed is not None
        self.failed = failed
        if is_news:
            self._heard()

    def _remove(self, *paths: Path) -> None:
        for path in paths:
            files.remove(path)
