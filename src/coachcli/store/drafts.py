"""The line being typed, on disk from the first key, in a small file of its own."""

import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from coachcli.errors import CoachError, NotFoundError, NotSavedError
from coachcli.store import files, moving

PAUSE = 0.05
"""Seconds without a key after which what was typed is flushed."""
AT_LEAST = 0.15
"""Seconds after which it is flushed while typing goes on."""

_FORMAT = 1
# A string of JSON, or as much of it as a torn file still has.
_STRING = r'"{key}": ?"((?:[^"\\\x00-\x1f]++|\\(?:u[0-9a-f]{{4}}|[^u\x00-\x1f]))*+)'


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """What stands on the line and where the cursor is, for which question or field of which session file."""

    text: str
    cursor: int
    question: str | None
    field: str | None
    base: str

    def __repr__(self) -> str:
        return f"Draft({len(self.text)} characters)"


def typing_path(path: Path) -> Path:
    """The file beside the draft `path` with what was typed since its last flush."""
    return path.with_name(f"{path.name}.typing")


def read(path: Path) -> Draft | None:
    """The draft kept at `path`, or what can be rescued of it; what is damaged is moved aside, never deleted."""
    newer, older = _look(typing_path(path)), _look(path)
    return newer.whole or older.whole or newer.rescued or older.rescued


@dataclass(frozen=True, slots=True)
class _Found:
    """What one file held."""

    whole: Draft | None = None
    rescued: Draft | None = None


def _look(path: Path) -> _Found:
    """Read one file; one that is not wholly a draft is moved aside."""
    data = b""
    try:
        data = files.read_bytes(path)
        if not data:
            return _Found()
        return _Found(whole=_from_bytes(data))
    except NotFoundError:
        return _Found()
    except (CoachError, ValueError, TypeError, RecursionError):
        with suppress(CoachError):
            moving.move_to(path, path.with_name(f"{path.name}.damaged"))
        return _Found(rescued=_rescued(data))


def _to_bytes(draft: Draft) -> bytes:
    """`draft` as JSON in plain ASCII, so that half characters come back as they were; the text last, if it is torn."""
    fields = {"format": _FORMAT, "base": draft.base, "question": draft.question, "field": draft.field}
    return json.dumps({**fields, "cursor": draft.cursor, "text": draft.text}).encode("ascii")


def _from_bytes(data: bytes) -> Draft:
    """The draft in `data`; ValueError or TypeError if it is not wholly one."""
    fields = json.loads(data)
    if not isinstance(fields, dict):
        raise TypeError("no draft")
    text, cursor, base = fields.get("text"), fields.get("cursor"), fields.get("base")
    question, field = fields.get("question"), fields.get("field")
    if not (isinstance(text, str) and isinstance(cursor, int) and isinstance(base, str)):
        raise TypeError("no draft")
    if not (isinstance(question, str | None) and isinstance(field, str | None)):
        raise TypeError("no draft")
    return Draft(text, min(max(cursor, 0), len(text)), question, field, base)


def _rescued(data: bytes) -> Draft | None:
    """As much of a draft as `data` still has; None if that is no text."""
    raw = data.decode("utf-8", "replace")
    text = _string(raw, "text")
    if not text:
        return None
    return Draft(text, len(text), _string(raw, "question"), _string(raw, "field"), _string(raw, "base") or "")


def _string(raw: str, key: str) -> str | None:
    """What is left of the string called `key` in damaged JSON."""
    match = re.search(_STRING.format(key=key), raw)
    if match is None:
        return None
    with suppress(ValueError):
        value: str = json.loads(f'"{match[1]}"')
        return value
    return None


class DraftFile:
    """Keeps the line being typed at `path`, without the one who types ever waiting for the disk.

    Every change is written at once to a file of its own beside it (`typing_path`), which survives a kill. When typing
    pauses, and every 150 ms while it goes on, that file is flushed and takes the place of `path`, which survives a
    power cut. Were it put in place before it is flushed, a power cut could leave nothing of the whole line.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.failed: str | None = None
        """Why the last change is not on disk, in words; None when it is."""
        self._typing = typing_path(path)
        self._thread: threading.Thread | None = None
        self._news = threading.Condition()  # guards these three, and is never held while the disk works
        self._waiting: Draft | None = None
        self._last_note = 0.0
        self._is_closed = False
        self._disk = threading.RLock()  # guards the files, and these three; a signal may come while it is held
        self._latest: Draft | None = None
        self._is_written = True
        self._unflushed_since: float | None = None

    def note(self, draft: Draft) -> None:
        """Remember `draft`; it is written in the background, or a later one in its stead."""
        if self._is_closed:
            return
        with self._news:
            self._waiting = draft
            self._last_note = time.monotonic()
            self._news.notify()
        if self._thread is None or not self._thread.is_alive():
            self._start()

    def keep(self, draft: Draft) -> None:
        """Have `draft` on the disk when this returns, or raise NotSavedError."""
        with self._disk:
            self._take_waiting()
            self._keep(draft)

    def clear(self) -> None:
        """Have no draft on the disk when this returns, nor later."""
        with self._disk:
            self._take_waiting()
            self._latest = self._unflushed_since = None
            # Not flushed: should a power cut bring the draft back, its `base` shows that the line was accepted.
            for path in (self._typing, self.path):
                files.remove(path)
            self.failed = None

    def close(self) -> None:
        """Flush what was noted last and end the thread; `failed` says if that could not be."""
        with self._disk:
            waiting = self._take_waiting()
            draft = waiting or self._latest
            if draft is not None and (waiting or self.failed or self._unflushed_since is not None):
                with suppress(NotSavedError):
                    self._keep(draft)
            with self._news:
                self._is_closed = True
                self._news.notify()
        if self._thread is not None:
            self._thread.join()

    def _start(self) -> None:
        """Start the thread that writes; anew, should it have died of something nobody thought of."""
        self._thread = threading.Thread(target=self._work, name="draft", daemon=True)
        self._thread.start()

    def _work(self) -> None:
        """Write and flush until closed."""
        while self._wait():
            with self._disk, suppress(NotSavedError):
                draft = self._take_waiting()
                if draft is not None:
                    self._write(draft)
                if self._unflushed_since is not None and self._patience() <= 0:
                    self._flush()

    def _wait(self) -> bool:
        """Wait for something to do; False when there will be nothing more."""
        with self._news:
            patience = None if self._unflushed_since is None else max(0.0, self._patience())
            self._news.wait_for(lambda: self._is_closed or self._waiting is not None, patience)
            return not self._is_closed

    def _patience(self) -> float:
        """Seconds until what is written must be flushed."""
        since = self._unflushed_since
        if since is None:  # cleared meanwhile
            return 0.0
        return min(self._last_note + PAUSE, since + AT_LEAST) - time.monotonic()

    def _take_waiting(self) -> Draft | None:
        """The latest draft not yet written. Only who holds the disk may take it, so that none is written late."""
        with self._news:
            draft, self._waiting = self._waiting, None
            return draft

    def _keep(self, draft: Draft) -> None:
        """Write and flush."""
        self._write(draft)
        self._flush()

    def _write(self, draft: Draft) -> None:
        """Hand `draft` to the system, where it outlives this process."""
        self._latest, self._is_written = draft, False
        with self._remembering():
            files.put(self._typing, _to_bytes(draft))
        self._is_written = True
        if self._unflushed_since is None:
            self._unflushed_since = time.monotonic()

    def _flush(self) -> None:
        """Have the disk hold what was written last."""
        # First: after a failed flush the file is not to be trusted, and the next key writes a new one.
        self._unflushed_since = None
        with self._remembering():
            files.settle(self._typing, self.path)
        if self._is_written:
            self.failed = None

    @contextmanager
    def _remembering(self) -> Iterator[None]:
        """Leave in `failed` why something was not saved."""
        try:
            yield
        except NotSavedError as error:
            self.failed = error.message
            raise
