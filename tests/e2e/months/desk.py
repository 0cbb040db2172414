"""A coach at their desk on a day that is given: `coach` run in this process, with that day's clock and a practice."""

import io
import os
import sys
import threading
import time
import warnings
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from coachcli.app import context
from coachcli.cli.main import main

_HOOKS = ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook"))


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a command: its exit code, the result, and what was said beside it."""

    code: int
    out: str
    err: str


class _Clock:
    """A clock that begins at a moment, and goes on by a second at every look."""

    def __init__(self, begins: datetime) -> None:
        self._begins = self._now = begins

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    def monotonic(self) -> float:
        return (self._now - self._begins).total_seconds()


@dataclass(frozen=True, slots=True)
class Desk:
    """A practice, and where a home with nothing else in it is."""

    practice: Path
    home: Path

    def says(self, when: datetime, *words: str, typed: str = "") -> Answer:
        """Run `coach` with these words at a moment, with these lines coming through a pipe."""
        lines, out, err = self.home / "lines", _stream(), _stream()
        self.home.mkdir(parents=True, exist_ok=True)
        lines.write_text(typed, encoding="utf-8")
        with ExitStack() as world, lines.open(encoding="utf-8") as pipe:
            world.callback(_read_time_zone)
            world.enter_context(patch.dict(os.environ, self._environment()))
            _read_time_zone()
            world.callback(os.umask, os.umask(0o022))
            world.enter_context(warnings.catch_warnings())
            for owner, name in _HOOKS:
                world.enter_context(patch.object(owner, name, getattr(owner, name)))
            for owner, name, value in (
                (sys, "argv", ["coach", *words]),
                (sys, "stdin", pipe),
                (context, "SystemClock", lambda: _Clock(when)),
            ):
                world.enter_context(patch.object(owner, name, value))
            world.enter_context(redirect_stdout(out))
            world.enter_context(redirect_stderr(err))
            code = _left()
        return Answer(code, _read(out), _read(err))

    def _environment(self) -> dict[str, str]:
        return {
            "COACH_PRACTICE": str(self.practice),
            "COACH_CACHE": str(self.home / "cache"),
            "HOME": str(self.home),
            "XDG_STATE_HOME": str(self.home / "state"),
            "COLUMNS": "80",
            "NO_COLOR": "1",
            "TERM": "xterm",
            "TZ": "UTC",
            "EDITOR": "no-editor-of-that-name",
        }


def _left() -> int:
    """Run `coach` to its end, and take its exit code."""
    try:
        main()
    except SystemExit as left:
        return int(left.code or 0)
    raise AssertionError("coach always leaves with a code")


def _stream() -> Any:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _read(stream: Any) -> str:
    stream.flush()
    said: bytes = stream.buffer.getvalue()
    return said.decode()


def _read_time_zone() -> None:
    """Take the time zone from the environment."""
    if sys.platform != "win32":  # it has no such function
        time.tzset()
