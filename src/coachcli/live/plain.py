"""Lines without a screen: of a pipe, a dumb terminal, a screen reader. No escapes are written, and no line is cut."""

import codecs
import os
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol, TextIO

from coachcli.domain.encodings import UTF_16, decoded, is_windows_1252
from coachcli.domain.session.circle import led_by
from coachcli.domain.text import visible
from coachcli.domain.value import changed
from coachcli.live.lists import lines_apart
from coachcli.live.past import line_rows
from coachcli.live.rows import sign, spaced, unbroken
from coachcli.live.signals import HANG_UP, Signals, WokenError
from coachcli.live.source import EndOfInput, Entered, Hooks, Line, Outcome, Signalled, Stopped, View

_FIRST = "   (/help says what can be typed, /end closes, /edit corrects.)"


class Reader(Protocol):
    """Where the plain lines come from."""

    interactive: bool
    news: str
    """What the coach is to be told about the lines that were read, if anything."""
    is_burst: bool
    """Whether the last line is several lines that came together, and may have been pasted."""

    def read(self, start: str, typed: Callable[[str], None]) -> str | None:
        """Read the next line, without its end; None where there is no more. `start` stands on it already."""
        ...

    @property
    def unfinished(self) -> str:
        """What of a line is there so far."""
        ...


class Plain:
    """A source of lines without a screen; what is said goes to `out`."""

    def __init__(self, signals: Signals, reader: Reader, out: TextIO) -> None:
        self._signals = signals
        self._reader = reader
        self._out = out
        self._visit: tuple[object, ...] = ()
        self._question = self._told = ""

    @property
    def interactive(self) -> bool:
        """Whether somebody types; nothing can be given back to a pipe."""
        return self._reader.interactive

    def read(self, view: View, line: Line, hooks: Hooks) -> Outcome:
        """Say what is asked, where that is new, and wait for a line."""
        # The tick comes before anything is said: what the clock says after that would be heard by nobody.
        hooks.tick()
        self._show(view)
        if line.text and not self._reader.interactive:
            self._print(f"   so far: {line.text}")
        if self._reader.interactive:
            self._write(sign(view.prompt, view.about, shutil.get_terminal_size().columns, view.readers))
        try:
            with self._signals.heeding_ctrl_c():
                self._signals.listen()
                text = self._reader.read(line.text, lambda now: self._tell(hooks, self._line(now, line)))
                if text is None:
                    self._signals.listen()
        except WokenError:
            return self._woken()
        except KeyboardInterrupt:
            return self._interrupted()
        except OSError:
            return Signalled(self._signals.heard or HANG_UP, Line.ending(self._reader.unfinished))
        if self._reader.news != self._told:
            self._told = self._reader.news
            self._print(self._told)
        if text is None:
            return EndOfInput(closed=not self._reader.interactive)
        stale = line.stale and self.interactive and text == line.text
        return Entered(changed(self._line(text, line), stale=stale))

    def say(self, *lines: str) -> None:
        """Print lines that are no question."""
        self._print(*lines)

    def record(self, *lines: str) -> None:
        """Do nothing: notes were said when they were noted."""

    def kept(self, words: str) -> None:
        """Print what was kept, as it was understood."""
        self._print(led_by("   ", words))

    def page_size(self) -> tuple[int, int]:
        """The width of the window, and more rows than any page has."""
        return shutil.get_terminal_size().columns, 1000

    def refresh(self) -> None:
        """Do nothing: what was printed stays as it is."""

    def conceal(self, *, on: bool) -> None:
        """Do nothing: what was printed cannot be taken back."""

    def anchor(self, *, on: bool) -> None:
        """Do nothing: what was printed has its place."""

    def _tell(self, hooks: Hooks, line: Line) -> None:
        hooks.typed(line)
        self._signals.listen()

    def _line(self, text: str, start: Line) -> Line:
        """The line with this text, which began with `start` on it."""
        is_burst = "\n" in text and (start.burst or self._reader.is_burst)
        return changed(Line.ending(text), burst=is_burst)

    def _woken(self) -> Outcome:
        if self._signals.heard is None:
            return self._interrupted()
        return Signalled(self._signals.heard, Line.ending(self._reader.unfinished))

    def _interrupted(self) -> Outcome:
        self._signals.interrupted = False
        self._print("")
        if self._reader.interactive:
            return Stopped(Line.ending(self._reader.unfinished))
        # Nobody can be asked: the next line of a pipe would be no answer.
        return Signalled(signal.SIGINT, Line.ending(self._reader.unfinished))

    def _show(self, view: View) -> None:
        """Print what is new since the last line: another question with all about it, or what changed of this one."""
        meter = view.meter()
        self._print(*(line for page in view.pages for line in page))
        if view.is_early and not self._visit and self._reader.interactive:
            self._print(_FIRST)
        if view.visit != self._visit:
            crumbs = [*view.crumbs[:1], view.step, *view.crumbs[1:], meter.clock]
            self._print("", " · ".join(filter(None, crumbs)))
            self._print(*([f"Today: {view.topic}"] if view.topic else []))
        cue = f"{view.cue} A command leaves it." if view.escapes else view.cue
        cues = [f"   ({line})" for line in cue.split("\n") if line]
        if (view.visit, view.question) != (self._visit, self._question):
            choices = (f"   {number}. {choice}" for number, choice in enumerate(view.choices, 1))
            self._print(view.question, *cues, *choices)
        elif view.escapes:
            self._print(*cues)
        if view.visit != self._visit:
            self._print(*(led_by("   ", note) for note in view.notes))
        self._visit, self._question = view.visit, view.question
        self._print(*(led_by("   ", text) for text in (view.probe, view.remark, meter.hint) if text))

    def _print(self, *lines: str) -> None:
        for line in lines:
            self._write("\n".join(self._rows(line)) + "\n")

    def _rows(self, line: str) -> list[str]:
        """A line in rows of the window, broken between words, for a person; as it is, for a pipe."""
        if not self._reader.interactive:
            return [spaced(visible(line))]
        columns = shutil.get_terminal_size().columns
        return [row.text for part in lines_apart(line) for row in line_rows("", part, columns, unbroken)]

    def _write(self, text: str) -> None:
        # Whoever read the output may have left; the session goes on without them.
        with suppress(OSError, ValueError):
            self._out.write(text)
            self._out.flush()


class Pipe:
    """Lines read from standard input as bytes: of any length, in UTF-8 or as Windows writes them."""

    interactive = is_burst = False
    news = ""

    def __init__(self, descriptor: int, wait_for: Callable[[int], None]) -> None:
        self._descriptor = descriptor
        self._wait_for = wait_for
        self._waiting = bytearray()
        self._is_begun = self._over = False
        self._wide: codecs.IncrementalDecoder | None = None

    @property
    def unfinished(self) -> str:
        """What of a line is there so far."""
        return _decoded(bytes(self._waiting))

    def read(self, start: str, typed: Callable[[str], None]) -> str | None:  # noqa: ARG002 nothing can be put on a pipe
        """Read the next line."""
        searched = 0
        while (end := self._waiting.find(b"\n", searched)) < 0 and not self._over:
            searched = len(self._waiting)
            self._wait_for(self._descriptor)
            self._take(os.read(self._descriptor, 65536))
        if end < 0 and not self._waiting:
            return None
        line = bytes(self._waiting[:end]) if end >= 0 else bytes(self._waiting)
        del self._waiting[: end + 1 if end >= 0 else len(self._waiting)]
        if is_windows_1252(line):
            self.news = "These lines are not UTF-8; they were read as Windows-1252."
        return _decoded(line)

    def _take(self, more: bytes) -> None:
        """Turn what came into UTF-8: where the first bytes are those of UTF-16, all of it is that."""
        self._over = not more
        if not self._is_begun:
            more = bytes(self._waiting) + more
            self._waiting.clear()
            self._is_begun = len(more) > 1
            if more.startswith(UTF_16):
                self._wide = codecs.getincrementaldecoder("utf-16")("backslashreplace")
        if self._wide is not None:
            more = self._wide.decode(more, final=self._over).encode("utf-8", "backslashreplace")
        self._waiting += more


def _decoded(line: bytes) -> str:
    # Some programs put a mark at the beginning of a file: before a slash, it would turn a command into a note.
    return decoded(line.removesuffix(b"\r")).removeprefix("\ufeff")


def plain_source(signals: Signals) -> Plain:
    """The plain source for this process: it reads a dumb terminal key by key, and anything else as a pipe."""
    if not sys.stdin.isatty():
        return Plain(signals, Pipe(sys.stdin.fileno(), signals.wait_for), sys.stderr)
    try:
        from coachcli.live.keyboard import Keyboard  # noqa: PLC0415 not there on Windows
    except ImportError:
        return Plain(signals, _Console(), sys.stderr)
    return Plain(signals, Keyboard(sys.stdin.fileno(), sys.stderr, signals.wait_for), sys.stderr)


class _Console:
    """Lines of a Windows console, whose own line editing cuts none."""

    interactive = True
    is_burst = False
    unfinished = news = ""

    def read(self, start: str, typed: Callable[[str], None]) -> str | None:  # noqa: ARG002 the console edits by itself
        line = sys.stdin.readline()
        self.is_burst = bool(line) and _is_more_there()
        while line and _is_more_there():
            line += sys.stdin.readline()
        return line.rstrip("\r\n") if line else None


def _is_more_there() -> bool:
    """Whether more lines wait at the console. It marks no pastes, so those came together with this one."""
    if sys.platform != "win32":
        return False
    import msvcrt  # noqa: PLC0415 only there

    return msvcrt.kbhit()
