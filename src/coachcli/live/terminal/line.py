"""The live line in a real terminal: one prompt for the whole call, with the card above it."""

import asyncio
import os
import time
from collections.abc import Sequence
from contextlib import suppress

from prompt_toolkit.application import Application
from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.renderer import print_formatted_text
from prompt_toolkit.styles import Style

from coachcli.domain.terms import Theme
from coachcli.domain.value import changed
from coachcli.live.card import LINE_ROWS, rows
from coachcli.live.lists import lines_apart
from coachcli.live.past import Past, line_rows, rows_above
from coachcli.live.rows import Row, sign, unbroken
from coachcli.live.signals import HANG_UP, Signals
from coachcli.live.source import (
    EndOfInput,
    Hooks,
    Line,
    Outcome,
    Signalled,
    Stopped,
    View,
)
from coachcli.live.terminal.alternate_screen import AlternateScreen
from coachcli.live.terminal.enter import Enter
from coachcli.live.terminal.keys import Opened, call_keys
from coachcli.live.terminal.layout import Parts, application
from coachcli.live.terminal.line_wrap import rows_of_line
from coachcli.live.terminal.paste_marks import PasteMarks
from coachcli.live.terminal.prompt_parts import Marked, Words, cap_undo
from coachcli.live.terminal.replies import drop_late_reply, hear_replies
from coachcli.live.terminal.run import Run
from coachcli.live.terminal.themes import style_of
from coachcli.live.terminal.tty_mode import before_others_read

TICK_SECONDS = 2.0


class Terminal:
    """A terminal as a source of lines. Nothing that is typed goes into a history or a title."""

    interactive = True

    def __init__(self, signals: Signals, theme: Theme = "none") -> None:
        self._signals = signals
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ticking: asyncio.Task[None] | None = None
        self._style = Style.from_dict(style_of(theme))
        self._view = View((), ("",), "")
        self._opened = Opened()
        self._status_rows = 0
        self._past, self._is_anchored = Past(), False
        self._drawn, self._sign = FormattedText(), FormattedText()
        self._card_rows = 0
        self._made_of: tuple[object, ...] = ()
        self._completer = Words()
        self._marks = PasteMarks(os.environ)
        keyboard = get_app_session().input
        hear_replies(keyboard, self._marks)
        before_others_read(self._give_back)
        self._enter = Enter(self._marks)
        self._buffer = Buffer(completer=self._completer, complete_while_typing=True, history=DummyHistory())
        cap_undo(self._buffer)
        self._screen = AlternateScreen(get_app_session().output)
        keys = call_keys(self._opened, self._enter, self._screen)
        marked = Marked(lambda: self._opened.is_stale)
        parts = Parts(self._card, lambda: self._sign, self._line_rows)
        self._app = application(parts, self._buffer, marked, keys, self._style)
        self._run = Run(self._app)
        self._app.key_processor.after_key_press += self._opened.touched
        self._size = self._app.output.get_size()
        self._app.before_render += self._start_anew

    def read(self, view: View, line: Line, hooks: Hooks) -> Outcome:
        """Show the card and the line, and wait for what comes."""
        self._view, self._completer.view, self._made_of = view, view, ()
        self._opened.first, self._opened.pages = line.text, len(view.pages)
        self._opened.escapes = view.escapes
        self._opened.is_stale = line.stale
        self._status_rows = 0
        buffer = self._buffer
        # The line before is still in the buffer, though it was taken.
        buffer.reset(Document(line.text, line.cursor))
        self._enter.attach(self._app, line)

        def changed(_buffer: object) -> None:
            hooks.typed(self._enter.line(buffer.document))

        changes = (buffer.on_text_changed, buffer.on_cursor_position_changed)
        for change in changes:
            change.add_handler(changed)
        try:
            self._clear()
            self._let_go()
            return self._ask(hooks)
        except EOFError:
            is_gone = self._app.input.closed  # no Ctrl-D, which leaves it open
            return Signalled(HANG_UP, self._enter.line(buffer.document)) if is_gone else EndOfInput()
        except KeyboardInterrupt:
            return Stopped(self._enter.line(buffer.document))
        except OSError:
            # The window is gone: nothing can be drawn any more, and nobody could read it.
            return Signalled(self._signals.heard or HANG_UP, self._enter.line(buffer.document))
        finally:
            for change in changes:
                change.remove_handler(changed)

    def say(self, *lines: str) -> None:
        """Put lines above the card; print them, where the card has no place of its own in the window."""
        is_printed = not self._is_anchored or self._screen.is_concealed
        lines = tuple(row for line in lines for row in lines_apart(line))
        self._past.add(*lines, is_printed=is_printed)
        if is_printed:
            self._print(lines)

    def record(self, *lines: str) -> None:
        """Put a question with its notes above the card of the next one."""
        if not self._screen.is_concealed:
            self.say(*lines)

    def kept(self, words: str) -> None:
        """Do nothing: the card shows the note."""

    def page_size(self) -> tuple[int, int]:
        """The size of the window, without the rows for the clock, for how to go on, and for the line."""
        size = self._app.output.get_size()
        return size.columns, max(1, size.rows - LINE_ROWS - 2)

    def refresh(self) -> None:
        """Draw the card anew; any thread may ask for it."""
        loop = self._loop
        if loop is not None:
            # The loop's own thread must ask: in another, `invalidate` raises where a prompt is just ending.
            with suppress(RuntimeError):  # that loop is closed; the next prompt draws everything anew
                loop.call_soon_threadsafe(self._app.invalidate)

    def conceal(self, *, on: bool) -> None:
        """Once on, show the call on a second screen, which is cleared before each question; once off, leave that."""
        with suppress(OSError):
            self._run.erase()
            self._screen.conceal(on=on)

    def anchor(self, *, on: bool) -> None:
        """Once on, the card takes the window, with the past above it; once off, what was not printed yet is printed."""
        self._is_anchored = on
        if not on:
            with suppress(OSError):  # the window is gone
                self._run.close()
            past = list(self._past.all())
            self._past = Past()
            if not self._screen.is_concealed:
                self._print(past)

    def _give_back(self) -> None:
        """Leave the terminal to an editor or a shell."""
        self._run.close()
        drop_late_reply(self._app.input.fileno(), self._marks)

    def _clear(self) -> None:
        """Clear a screen that others see: nothing stays there from one question to the next."""
        if self._screen.is_concealed:
            self._run.erase()
            self._screen.clear()

    def _let_go(self) -> None:
        """Print the part of the past that has no room above the card any more: one can scroll up to it."""
        if self._is_anchored and not self._screen.is_concealed:
            size = self._app.output.get_size()
            self._print(list(self._past.leaving(size.columns, rows_above(size.rows))))

    def _print(self, lines: Sequence[str]) -> None:
        if not lines:
            return
        width = self._app.output.get_size().columns
        shown = [row for line in lines for row in line_rows("", line, width, unbroken)]
        with suppress(OSError):  # the window is gone
            self._run.erase()
            drawn = FormattedText([*_drawn(shown), ("", "\n")])
            print_formatted_text(self._app.output, drawn, self._app.renderer.style)
            self._app.output.flush()

    def _line_rows(self) -> int:
        """How many rows the line and the menu have: below an anchored card, all the others of the window."""
        self._card()
        return self._app.output.get_size().rows - self._card_rows if self._is_anchored else 0

    def _ask(self, hooks: Hooks) -> Outcome:
        app = self._app

        def begin() -> None:
            self._opened.shown_at = time.monotonic()
            self._loop = asyncio.get_running_loop()
            self._ticking = app.create_background_task(_ticking(app, hooks))
            if self._signals.is_called:
                leave()

        def leave() -> None:
            line, heard = self._enter.line(self._buffer.document), self._signals.heard
            with suppress(Exception):
                # This fails where the prompt is just ending: then the next one is left.
                app.exit(result=Stopped(line) if heard is None else Signalled(heard, line))
                self._signals.interrupted = False

        def wake() -> None:
            if app.loop is not None:
                app.loop.call_soon_threadsafe(leave)

        try:
            with self._signals.waking(wake), self._signals.heeding_ctrl_c():
                return self._run.line(begin)
        finally:
            self._rest()

    def _rest(self) -> None:
        """Rest between two lines: in a call the card stays, and time stands still; else the terminal is given back."""
        if self._ticking is not None:
            self._ticking.cancel()
        if not self._is_anchored:
            self._run.close()

    def _start_anew(self, app: Application[Outcome]) -> None:
        """Clear a window that was resized: the terminal has wrapped the card its own way, and parts would stay."""
        self._marks.ask(app.output)
        size = app.output.get_size()
        if size.columns != self._size.columns:
            app.renderer.clear()
        self._size = size

    def _card(self) -> FormattedText:
        """The card; it is made anew where anything of it has changed, and with it the sign before the line."""
        view, size, meter = self._view, self._app.output.get_size(), self._view.meter()
        readers = "" if self._opened.pages else view.readers
        prompt, about = ("", "") if self._opened.pages else (view.prompt, view.about)
        before = sign(prompt, about, size.columns, readers)
        line = rows_of_line(before + self._buffer.text[: size.columns * size.rows], size.columns)
        made_of = (self._opened.pages, size, meter, line, self._status_rows)
        if made_of != self._made_of:
            shown = self._rows(changed(view, meter=lambda: meter), line)
            self._status_rows = sum(row.style == "hint" for row in shown)
            self._made_of = (*made_of[:-1], self._status_rows)
            self._drawn, self._card_rows = _drawn(shown, alarm=meter.alarm), len(shown)
            words, mark, rest = before.rpartition(readers) if readers else ("", "", before)
            self._sign = FormattedText([("class:sign", words), ("class:mark", mark), ("class:sign", rest)])
        return self._drawn

    def _rows(self, view: View, line: int) -> list[Row]:
        size = self._app.output.get_size()
        here = view.with_pages(self._opened.pages)
        past = Past() if self._screen.is_concealed else self._past
        above = past if self._is_anchored else None
        return rows(here, size.columns, size.rows, line, self._status_rows, above)


def _drawn(shown: list[Row], *, alarm: bool = False) -> FormattedText:
    drawn = FormattedText()
    for number, row in enumerate(shown):
        style = "alarm" if alarm and row.style == "meter" else row.style
        end = "" if number == len(shown) - 1 else "\n"
        drawn.append((f"class:{style}" if style else "", f"{row.text.removesuffix(row.mark)}{'' if row.mark else end}"))
        if row.mark:
            drawn.append(("class:mark", f"{row.mark}{end}"))
    return drawn


async def _ticking(app: Application[Outcome], hooks: Hooks) -> None:
    while True:
        await asyncio.sleep(TICK_SECONDS)
        hooks.tick()
        app.invalidate()
