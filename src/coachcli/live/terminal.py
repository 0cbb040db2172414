"""The live line in a real terminal: one prompt for the whole call, with the card above it."""

import asyncio
import time
from contextlib import suppress
from typing import Any

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.application import Application
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, has_completions
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.styles import Style

from coachcli.domain.text import visible
from coachcli.live.card import LINE_ROWS, cut, rows, rows_of_line, wrapped
from coachcli.live.prompt_parts import Harmless, PendingEnter, Words, cap_undo, line_of
from coachcli.live.signals import Ears
from coachcli.live.source import (
    EndOfInput,
    Hooks,
    Line,
    Outcome,
    Pressed,
    Recalled,
    Signalled,
    Stopped,
    View,
)

HANG_UP = 1
# An empty Enter this soon after a question appeared was meant for the one before.
DOUBLE_ENTER_SECONDS = 0.150
TICK_SECONDS = 2.0

_STYLE = Style.from_dict(
    {
        "meter": "ansibrightblack",
        "alarm": "bold ansired",
        "question": "bold",
        "cue": "italic ansibrightblack",
        "choice": "",
        "note": "ansibrightblack",
        "probe": "ansicyan",
        "remark": "ansiyellow",
        "prompt": "bold ansicyan",
    },
)


class Terminal:
    """A terminal as a source of lines. Nothing of what is typed goes into a history or a title."""

    def __init__(self, ears: Ears) -> None:
        self._ears = ears
        self._view = View((), ("",), "")
        self._drawing, self._drawn = 0, FormattedText()
        self._shown_at = 0.0
        self._completer = Words()
        self._enter = PendingEnter()
        self._session: PromptSession[Outcome] = PromptSession(
            message=self._message,
            style=_STYLE,
            history=DummyHistory(),
            completer=self._completer,
            complete_while_typing=True,
            input_processors=[Harmless()],
            key_bindings=self._keys(),
            enable_suspend=True,
            erase_when_done=True,
            reserve_space_for_menu=LINE_ROWS,
        )
        cap_undo(self._session)
        self._size = self._session.app.output.get_size()
        self._session.app.before_render += self._start_anew

    def read(self, view: View, line: Line, hooks: Hooks) -> Outcome:
        """Show the card and the line, and wait for what comes."""
        self._view, self._completer.names, self._drawing = view, view.names, -1
        buffer = self._session.default_buffer

        def changed(_buffer: object) -> None:
            hooks.typed(line_of(buffer.document))

        changes = (buffer.on_text_changed, buffer.on_cursor_position_changed)
        for change in changes:
            change.add_handler(changed)
        try:
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
                    print_formatted_text(FormattedText([("", row)]), style=_STYLE)

    def record(self, *lines: str) -> None:
        """Print what was noted above the card of the next question."""
        self.say(*lines)

    def kept(self, words: str) -> None:
        """The card shows it."""

    def _ask(self, line: Line, hooks: Hooks) -> Outcome:
        app = self._session.app

        def started() -> None:
            self._shown_at = time.monotonic()
            asyncio.get_running_loop().set_exception_handler(failed)
            self._enter.attach(app)
            app.create_background_task(_ticking(app, hooks))
            if self._ears.heard is not None:
                leave()

        def failed(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
            # The library would show what went wrong, values and all, and wait for Enter.
            if isinstance(context.get("exception"), Exception):
                with suppress(Exception):
                    app.exit(exception=context["exception"])

        def leave() -> None:
            outcome = Signalled(self._ears.heard or HANG_UP, line_of(self._session.default_buffer.document))
            with suppress(Exception):
                # Fails where the prompt is on its way out already.
                app.exit(result=outcome)

        def wake() -> None:
            if app.loop is not None:
                app.loop.call_soon_threadsafe(leave)

        with self._ears.waking(wake):
            return self._session.prompt(default=Document(line.text, line.cursor), pre_run=started)

    def _start_anew(self, app: Application[Outcome]) -> None:
        """A terminal that was resized has wrapped the card its own way, and parts of it would stay behind."""
        size = app.output.get_size()
        if size.columns != self._size.columns:
            app.renderer.clear()
        self._size = size

    def _message(self) -> FormattedText:
        """What stands before the line, made once for each drawing: it is asked for at every row of a long line."""
        if self._drawing != self._session.app.render_counter:
            self._drawing, self._drawn = self._session.app.render_counter, self._card(self._view)
        return self._drawn

    def _card(self, view: View) -> FormattedText:
        size, alarm = self._session.app.output.get_size(), view.meter().alarm
        prompt = f" {cut(visible(view.prompt), size.columns // 2)}> "
        typed = self._session.default_buffer.text[: size.columns * size.rows]
        parts: list[tuple[str, str]] = []
        for row in rows(view, size.columns, size.rows, rows_of_line(prompt + typed, size.columns)):
            style = "alarm" if alarm and row.style == "meter" else row.style
            parts.append((f"class:{style}", f"{row.text}\n"))
        return FormattedText([*parts, ("class:prompt", prompt)])

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        empty = Condition(lambda: not self._session.default_buffer.text)

        @keys.add("enter")
        def _(event: KeyPressEvent) -> None:
            fresh = time.monotonic() - self._shown_at < DOUBLE_ENTER_SECONDS
            if event.current_buffer.text or not fresh:
                self._enter.press(event)

        @keys.add("up", filter=empty)
        def _(event: KeyPressEvent) -> None:
            event.app.exit(result=Recalled())

        @keys.add("c-c", eager=True)
        @keys.add("<sigint>", eager=True)
        def _(event: KeyPressEvent) -> None:
            event.app.exit(result=Stopped(line_of(event.current_buffer.document)))

        keys.add("s-tab", filter=~has_completions)(_presses("back"))
        for pressed, command in ((("f1",), "help"), (("f2",), "action"), (("c-x", "c-e"), "editor")):
            keys.add(*pressed)(_presses(command))
        return keys


def _presses(command: str) -> Any:
    def binding(event: KeyPressEvent) -> None:
        event.app.exit(result=Pressed(command, line_of(event.current_buffer.document)))

    return binding


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


async def _ticking(app: Application[Any], hooks: Hooks) -> None:
    while True:
        await asyncio.sleep(TICK_SECONDS)
        hooks.tick()
        app.invalidate()
