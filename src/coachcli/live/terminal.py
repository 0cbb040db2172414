"""The live line in a real terminal: one prompt for the whole call, with the card above it."""

import asyncio
import time
from contextlib import suppress
from dataclasses import replace
from typing import Any

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.application import Application
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.styles import Style

from coachcli.domain.text import visible
from coachcli.domain.words import Theme
from coachcli.live.card import LINE_ROWS, rows, rows_of_line
from coachcli.live.fitting import Row, cut, wrapped
from coachcli.live.keys import Opened, call_keys
from coachcli.live.prompt_parts import Harmless, PendingEnter, Words, cap_undo, line_of
from coachcli.live.signals import HANG_UP, Ears
from coachcli.live.source import (
    EndOfInput,
    Hooks,
    Line,
    Outcome,
    Signalled,
    Stopped,
    View,
)
from coachcli.live.stage import Stage
from coachcli.live.themes import style_of

TICK_SECONDS = 2.0


class Terminal:
    """A terminal as a source of lines. Nothing of what is typed goes into a history or a title."""

    def __init__(self, ears: Ears, theme: Theme = "none") -> None:
        self._ears = ears
        self._loop: asyncio.AbstractEventLoop | None = None
        self._style = Style.from_dict(style_of(theme))
        self._view = View((), ("",), "")
        self._opened = Opened()
        self._status_rows = 0
        self._drawing, self._drawn = 0, FormattedText()
        self._made_of: tuple[object, ...] = ()
        self._completer = Words()
        self._enter = PendingEnter()
        self._session: PromptSession[Outcome] = PromptSession(
            message=self._message,
            style=self._style,
            history=DummyHistory(),
            completer=self._completer,
            complete_while_typing=True,
            input_processors=[Harmless()],
            erase_when_done=True,
            reserve_space_for_menu=LINE_ROWS,
        )
        cap_undo(self._session)
        self._stage = Stage(self._session.app.output)
        self._session.key_bindings = call_keys(self._opened, self._enter, self._stage)
        self._size = self._session.app.output.get_size()
        self._session.app.before_render += self._start_anew
        # A terminal that does not tell where its cursor is would be told off in the middle of a call.
        self._session.app.renderer.cpr_not_supported_callback = None

    def read(self, view: View, line: Line, hooks: Hooks) -> Outcome:
        """Show the card and the line, and wait for what comes."""
        self._view, self._completer.view, self._drawing, self._made_of = view, view, -1, ()
        self._opened.given, self._opened.answers, self._opened.is_page = line.text, view.keys, bool(view.page)
        self._status_rows = 0
        buffer = self._session.default_buffer
        # What is on it still is the line before, and was taken.
        buffer.reset(Document(line.text, line.cursor))

        def changed(_buffer: object) -> None:
            hooks.typed(line_of(buffer.document))

        changes = (buffer.on_text_changed, buffer.on_cursor_position_changed)
        for change in changes:
            change.add_handler(changed)
        try:
            self._stage.clear()
            return self._ask(line, hooks)
        except EOFError:
            return EndOfInput()
        except KeyboardInterrupt:
            return Stopped(line_of(buffer.document))
        except OSError:
            # The window is gone: nothing can be drawn any more, and there is nobody to read it.
            return Signalled(self._ears.heard or HANG_UP, line_of(buffer.document))
        finally:
            for change in changes:
                change.remove_handler(changed)

    def say(self, *lines: str) -> None:
        """Print what stays above the card."""
        width = self._session.app.output.get_size().columns
        with suppress(OSError):
            for line in lines:
                for row in wrapped(line.lstrip(" "), width, _indent(line)):
                    print_formatted_text(FormattedText([("", row)]), style=self._style)

    def record(self, *lines: str) -> None:
        """Print what was noted above the card of the next question."""
        if not self._stage.is_concealed:
            self.say(*lines)

    def kept(self, words: str) -> None:
        """The card shows it."""

    def page_size(self) -> tuple[int, int]:
        """The window, without the clock and the line that is typed."""
        size = self._session.app.output.get_size()
        return size.columns, max(1, size.rows - LINE_ROWS - 1)

    def refresh(self) -> None:
        """Draw the card anew, whoever asks."""
        loop = self._loop
        if loop is not None:
            # Only the loop's own thread may ask: from another one `invalidate` raises where a prompt is just ending.
            with suppress(RuntimeError):  # that loop is closed; the next prompt draws everything anew
                loop.call_soon_threadsafe(self._session.app.invalidate)

    def conceal(self, *, on: bool) -> None:
        """A screen of its own, which is cleared before each question and gone when the call is left."""
        with suppress(OSError):
            self._stage.conceal(on=on)

    def _ask(self, line: Line, hooks: Hooks) -> Outcome:
        app = self._session.app

        def started() -> None:
            self._opened.shown_at = time.monotonic()
            self._loop = asyncio.get_running_loop()
            self._loop.set_exception_handler(failed)
            self._enter.attach(app)
            app.create_background_task(_ticking(app, hooks))
            if self._ears.heard is not None or self._ears.interrupted:
                leave()

        def failed(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
            # The library would show what went wrong, values and all, and wait for Enter.
            if isinstance(context.get("exception"), Exception):
                with suppress(Exception):
                    app.exit(exception=context["exception"])

        def leave() -> None:
            line, heard = line_of(self._session.default_buffer.document), self._ears.heard
            with suppress(Exception):
                # Fails where the prompt is on its way out already: then the next one is left.
                app.exit(result=Stopped(line) if heard is None else Signalled(heard, line))
                self._ears.interrupted = False

        def wake() -> None:
            if app.loop is not None:
                app.loop.call_soon_threadsafe(leave)

        with self._ears.waking(wake), self._ears.heeding_ctrl_c():
            return self._session.prompt(default=Document(line.text, line.cursor), pre_run=started, handle_sigint=False)

    def _start_anew(self, app: Application[Outcome]) -> None:
        """A terminal that was resized has wrapped the card its own way, and parts of it would stay behind."""
        size = app.output.get_size()
        if size.columns != self._size.columns:
            app.renderer.clear()
        self._size = size

    def _message(self) -> FormattedText:
        """What stands before the line, made once for each drawing: it is asked for at every row of a long line."""
        if self._drawing != self._session.app.render_counter:
            self._drawing = self._session.app.render_counter
            self._card(self._view)
        return self._drawn

    def _card(self, view: View) -> None:
        """Make the card and the sign before the line, where anything of it has changed."""
        size, meter = self._session.app.output.get_size(), view.meter()
        hint = "" if self._opened.is_page else cut(visible(view.prompt), size.columns // 2)
        sign = f" {hint}> "
        line = rows_of_line(sign + self._session.default_buffer.text[: size.columns * size.rows], size.columns)
        made_of = (id(view), self._opened.is_page, size, meter, line, self._status_rows)
        if made_of != self._made_of:
            page = view.page if self._opened.is_page else ()
            shown = rows(
                replace(view, page=page, meter=lambda: meter), size.columns, size.rows, line, self._status_rows
            )
            self._status_rows = sum(row.style == "hint" for row in shown)
            self._made_of, self._drawn = (*made_of[:-1], self._status_rows), _drawn(shown, sign, alarm=meter.alarm)


def _drawn(shown: list[Row], sign: str, *, alarm: bool) -> FormattedText:
    styles = ("alarm" if alarm and row.style == "meter" else row.style for row in shown)
    rows_drawn = [(f"class:{style}", f"{row.text}\n") for style, row in zip(styles, shown, strict=True)]
    return FormattedText([*rows_drawn, ("class:sign", sign)])


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


async def _ticking(app: Application[Any], hooks: Hooks) -> None:
    while True:
        await asyncio.sleep(TICK_SECONDS)
        hooks.tick()
        app.invalidate()
