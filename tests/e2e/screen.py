"""`coach` in a window of a real terminal: keys go in, and what a coach would see can be waited for."""

import os
import re
import resource
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pexpect
import pyte
import pytest

from coachcli.domain.session.model import Session
from coachcli.domain.session.wording import full_date
from coachcli.store.session import sessions

COACH = (sys.executable, "-m", "coachcli")
YEAR = datetime.now(tz=UTC).year + 2
"""A year that is near enough for its days to be understood."""
NEW_YEAR = full_date(date(YEAR, 1, 1))
DEADLINE = 60.0
"""Seconds after which what was waited for is not coming any more, on the slowest of machines."""
_NEXT_PIECE = 0.002
_QUIET = 0.2
"""Longer than a second Enter is taken for a slip of the finger."""
_PROMPT = re.compile(r' (?:[\w-]+ ){0,4}(?:"[^"]*" )?(?:→ [a-z ]+ )?> ?')
"""A few words at most that say what is expected here, of what, and the sign behind which it is typed."""
_BRACKETED_PASTE = 2004 << 5
_MARKS_QUESTION = b"\x1b[?2004$p"
_BLINKING = {2: (5,), 22: (22, 25)}


class Key(StrEnum):
    """Keys that are no letters, as a terminal sends them, and its answer that it marks pastes."""

    ENTER = "\r"
    TAB = "\t"
    SHIFT_TAB = "\x1b[Z"
    BACKSPACE = "\x7f"
    UP = "\x1b[A"
    DOWN = "\x1b[B"
    LEFT = "\x1b[D"
    HOME = "\x1b[H"
    F1 = "\x1bOP"
    F2 = "\x1bOQ"
    CTRL_C = "\x03"
    CTRL_D = "\x04"
    CTRL_U = "\x15"
    CTRL_Z = "\x1a"
    EDITOR = "\x18\x05"
    MARKS = "\x1b[?2004;1$y"


@dataclass(frozen=True, slots=True)
class Home:
    """A coach's own world: a home folder with a practice in it, and nothing of the machine around."""

    root: Path

    @property
    def practice(self) -> Path:
        """The practice."""
        return self.root / "practice"

    @property
    def rescue(self) -> Path:
        """Where a session goes that the practice cannot take."""
        return self.root / "state" / "coachcli" / "rescue"

    def environment(self, **more: str) -> dict[str, str]:
        """All that a process of this coach knows of the world."""
        places = {f"XDG_{name}_HOME": str(self.root / name.lower()) for name in ("DATA", "STATE", "CONFIG", "CACHE")}
        known = {"HOME": str(self.root), "COACH_PRACTICE": str(self.practice), "PATH": os.environ["PATH"]}
        return {**known, **places, "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC", "NO_COLOR": "1", **more}

    def run(self, *words: str, typed: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
        """Run `coach` without a terminal, with `typed` coming through a pipe."""
        command, env = [*COACH, *words], self.environment(**more)
        return subprocess.run(command, input=typed, env=env, capture_output=True, check=False, timeout=DEADLINE)

    def session_files(self) -> list[Path]:
        """All sessions there are."""
        return sorted(self.practice.glob("clients/*/sessions/*.yaml"))

    def session(self) -> Session:
        """The only session there is, as it is on the disk."""
        (path,) = self.session_files()
        return sessions.load(path).session

    def notes(self) -> list[str]:
        """The words of its notes, in order."""
        return [note.text for _, note in self.session().notes]


class _AnsweringScreen(pyte.Screen):
    """A screen that tells where its cursor is when it is asked, as terminals do."""

    def __init__(self, columns: int, rows: int, answer: Callable[[str], None]) -> None:
        super().__init__(columns, rows)
        self._answer = answer

    def write_process_input(self, data: str) -> None:
        self._answer(data)

    def select_graphic_rendition(self, *attributes: int, **how: Any) -> None:
        """Faint letters, which pyte knows nothing of, blink here: nothing of ours ever does."""
        told = (_BLINKING.get(number, (number,)) for number in attributes)
        super().select_graphic_rendition(*(number for numbers in told for number in numbers), **how)

    def reflow(self, columns: int, rows: int) -> None:
        """Another size, with rows that have become too long carried on below, as terminals do."""
        above, line = self.display[: self.cursor.y], self.display[self.cursor.y][: self.cursor.x]
        self.resize(rows, columns)
        self.erase_in_display(2)
        self.cursor_position()
        for number, row in enumerate([*(row.rstrip() for row in above), line]):
            for start in range(0, max(1, len(row)), columns):
                if number or start:
                    self.linefeed()
                    self.carriage_return()
                self.draw(row[start : start + columns])


class Window:
    """A terminal window. Nothing happens in it but while it is waited for."""

    def __init__(
        self,
        home: Home,
        *words: str,
        columns: int = 80,
        rows: int = 24,
        command: tuple[str, ...] = COACH,
        **environment: str,
    ) -> None:
        self.home = home
        self._screen = _AnsweringScreen(columns, rows, self.type)
        self._stream = pyte.ByteStream(self._screen)
        self._display: list[str] | None = None
        self._outgoing = b""
        self._stirred_at = time.monotonic()
        self.says_it_marks = False
        """Whether it answers, when it is asked, that it marks pastes."""
        self.written = b""
        """Every byte that came."""
        program, *arguments = (*command, *words)
        env, size = home.environment(**environment), (rows, columns)
        self._child: Any = pexpect.spawn(program, arguments, env=env, dimensions=size, timeout=None)
        if sys.platform != "win32":
            os.set_blocking(self._child.child_fd, False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._child.isalive() and sys.platform != "win32":
            self.signal(signal.SIGKILL)
            self._child.wait()
        self._child.ptyproc.delayafterclose = 0
        self._child.close()

    # What goes in.

    def type(self, *keys: str) -> None:
        """Press keys, one straight after the other."""
        self._stirred_at = time.monotonic()
        self._outgoing += "".join(keys).encode("utf-8", "surrogateescape")

    def enter(self, line: str, then: "str | Callable[[], object] | None" = None) -> None:
        """Type a line, see it, press Enter, and wait for what follows: another line, all saved, if nothing is said."""
        self.type(line)
        self.wait_for(lambda: (self.line or "").endswith(line))
        self.type(Key.ENTER)
        self.wait_for(then or (lambda: self.line == "" and "saving" not in self.words))

    def go_on(self, then: "str | Callable[[], object]") -> None:
        """Press Enter alone, not so soon that it could be meant for the question before, and wait for what follows."""
        self.settle()
        self.enter("", then)

    def paste(self, text: str) -> None:
        """Paste as terminals do, with marks around it."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def type_in_a_burst(self, *keys: str) -> None:
        """Press keys that `coach` reads together: it stands still until all of them are there."""
        self.settle()
        if sys.platform != "win32":
            self.signal(signal.SIGSTOP)
            self.type(*keys)
            while self._outgoing:
                self._pump()
            self.signal(signal.SIGCONT)

    def resize(self, columns: int, rows: int = 24) -> None:
        """Make the window wider or narrower."""
        self._screen.reflow(columns, rows)
        self._display = None
        self._child.setwinsize(rows, columns)

    def signal(self, number: int) -> None:
        """Send a signal."""
        os.kill(self._child.pid, number)

    def close(self) -> None:
        """Close the window with `coach` running in it."""
        self._child.ptyproc.fileobj.close()

    def limit_files(self, size: int) -> None:
        """Let the system refuse, from now on, files larger than this; -1 for no limit: a disk that is full, or free."""
        if sys.platform != "linux":
            pytest.skip("no process may limit another one here")
        resource.prlimit(self._child.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    # What is seen.

    @property
    def rows(self) -> list[str]:
        """The screen, row by row."""
        return [row.rstrip() for row in self._cells]

    @property
    def screen(self) -> Any:
        """The screen with all its colours, as pyte has it."""
        return self._screen

    @property
    def _cells(self) -> list[str]:
        """The screen, row by row, as wide as it is; put together anew when something was written."""
        if self._display is None:
            buffer, columns = self._screen.buffer, range(self._screen.columns)
            rows = map(buffer.__getitem__, range(self._screen.lines))
            self._display = ["".join(row[at].data for at in columns) for row in rows]
        return self._display

    @property
    def columns(self) -> int:
        """How wide it is."""
        return self._screen.columns

    @property
    def text(self) -> str:
        """The screen, without the empty rows at its end."""
        return "\n".join(self.rows).rstrip("\n")

    @property
    def words(self) -> str:
        """Everything on the screen on one line, so that a sentence is found wherever it was wrapped."""
        return " ".join(self.text.split())

    @property
    def line(self) -> str | None:
        """What stands on the line that is being typed; None where there is none."""
        rows = self._cells
        for start in range(self.cursor_row, -1, -1):
            if prompt := _PROMPT.match(rows[start]):
                end = self.cursor_row
                # A menu below the line stands further in.
                while end + 1 < len(rows) and rows[end + 1][0] != " ":
                    end += 1
                typed = [rows[start][prompt.end() :], *rows[start + 1 : end + 1]]
                return "".join(row if row == row.rstrip() else f"{row.rstrip()} " for row in typed).rstrip()
        return None

    @property
    def heading(self) -> str:
        """The row of the card that says where the conversation is, and the time."""
        return next((row for row in self.rows if row.endswith("saved")), "")

    @property
    def cursor(self) -> int:
        """The column the cursor is in."""
        return self._screen.cursor.x

    @property
    def cursor_row(self) -> int:
        """The row the cursor is in, from the top."""
        return self._screen.cursor.y

    def is_silent(self, seconds: float) -> bool:
        """Whether for so long nothing was typed and nothing written."""
        return time.monotonic() - self._stirred_at > seconds

    @property
    def modes(self) -> dict[str, bool]:
        """What `coach` may change for as long as it runs, and must give back."""
        if sys.platform == "win32":
            return {}
        flags = termios.tcgetattr(self._child.child_fd)[3]
        local = {name: bool(flags & getattr(termios, name)) for name in ("ECHO", "ICANON", "ISIG")}
        return local | {"bracketed paste": _BRACKETED_PASTE in self._screen.mode}

    def wait_for(self, wanted: "str | Callable[[], object]", within: float = DEADLINE) -> None:
        """Look at the window until something is there: words on the screen, or whatever else is true then."""
        there = wanted if callable(wanted) else lambda: wanted in self.words
        give_up = time.monotonic() + within
        while not there():
            assert time.monotonic() < give_up, f"{wanted!r} never came. On the screen:\n{self.text}"
            assert self._pump() or there(), f"{wanted!r} never came before it ended. On the screen:\n{self.text}"
        self._see_it_through()

    def _see_it_through(self) -> None:
        """What was being drawn comes in pieces: look until no other follows at once."""
        seen = -1
        while len(self.written) > seen:
            seen = len(self.written)
            self._pump(_NEXT_PIECE)

    def wait_for_line(self, line: str) -> None:
        """Wait until just this stands on the line being typed."""
        self.wait_for(lambda: self.line == line)

    def settle(self) -> None:
        """Wait until nothing was typed and nothing written for a moment."""
        while not self.is_silent(_QUIET) and self._pump():
            pass

    def ended(self) -> int:
        """Wait for `coach` to end: its exit code, or the number of the signal that killed it, negative."""
        give_up = time.monotonic() + DEADLINE
        while self._child.isalive():
            assert time.monotonic() < give_up, f"It never ended. On the screen:\n{self.text}"
            self._pump()
        while self._pump(patience=0):
            pass
        killed_by = self._child.signalstatus
        return int(self._child.exitstatus if killed_by is None else -killed_by)

    def end_the_call(self) -> None:
        """Answer nothing that is asked at the end, until something is offered."""
        while "Enter alone leaves." not in self.words:
            self.enter("/end", lambda: True)
            self.settle()

    def left_as_it_is(self) -> int:
        """Take nothing of what is offered after a call, and wait for the end: its exit code."""
        self.wait_for("Enter alone leaves.")
        self.settle()
        self.type(Key.ENTER)
        return self.ended()

    def _pump(self, patience: float = 0.02) -> bool:
        """Pass on what is typed and what is written, for as long as there is somebody at the other end."""
        if self._child.ptyproc.fileobj.closed:
            time.sleep(patience)
            return patience > 0
        fd = self._child.child_fd
        readable, writable, _ = select.select([fd], [fd] if self._outgoing else [], [], patience)
        try:
            if writable:
                self._outgoing = self._outgoing[os.write(fd, self._outgoing[:4096]) :]
            if readable:
                came = os.read(fd, 65536)
                self._stirred_at = time.monotonic()
                self.written += came
                self._stream.feed(came)
                self._display = None
                if self.says_it_marks and _MARKS_QUESTION in came:
                    self.type(Key.MARKS)
                return bool(came)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return patience > 0
