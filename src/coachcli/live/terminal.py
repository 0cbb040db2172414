"""The live line in a real terminal: one prompt for the whole call, with the card above it."""

import asyncio
import time
from contextlib import suppress
from typing import Any

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.application import Application
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, has_completions
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.styles import Style

from coachcli.domain.commands import COMMANDS
from coachcli.domain.text import visible
from coachcli.live.card import LINE_ROWS, cut, rows, rows_of_line, wrapped
from coachcli.live.signals import Ears
from coachcli.live.source import (
    EndOfInput,
    Entered,
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
# What arrives this soon after an Enter was pasted, and the Enter was a line break.
PASTE_SECONDS = 0.010
# An empty Enter this soon after a question appeared was meant for the one before.
DOUBLE_ENTER_SECONDS = 0.150
TICK_SECONDS = 2.0
_UNDO_STEPS = 100

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
        self._completer = _Words()
        self._enter = _PendingEnter()
        self._session: PromptSession[Outcome] = PromptSession(
            message=self._message,
            style=_STYLE,
            history=DummyHistory(),
            completer=self._completer,
            complete_while_typing=True,
            input_processors=[_Harmless()],
            key_bindings=self._keys(),
            enable_suspend=True,
            erase_when_done=True,
            reserve_space_for_menu=LINE_ROWS,
        )
        _cap_undo(self._session)
        self._size = self._session.app.output.get_size()
        self._session.app.before_render += self._start_anew

    def read(self, view: View, line: Line, hooks: Hooks) -> Outcome:
        """Show the card and the line, and wait for what comes."""
        self._view, self._completer.names, self._drawing = view, view.names, -1
        buffer = self._session.default_buffer

        def changed(_buffer: object) -> None:
            hooks.typed(_line_of(buffer.document))

        changes = (buffer.on_text_changed, buffer.on_cursor_position_changed)
        for change in changes:
            change.add_handler(changed)
        try:
            return self._ask(line, hooks)
        except EOFError:
            return EndOfInput()
        except KeyboardInterrupt:
            return Stopped(_line_of(buffer.document))
        except OSError:
            # The window is gone: nothing can be drawn any more, and there is nobody to read it.
            return Signalled(self._ears.heard or HANG_UP, _line_of(buffer.document))
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
            outcome = Signalled(self._ears.heard or HANG_UP, _line_of(self._session.default_buffer.document))
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
            event.app.exit(result=Stopped(_line_of(event.current_buffer.document)))

        keys.add("s-tab", filter=~has_completions)(_presses("back"))
        for pressed, command in ((("f1",), "help"), (("f2",), "action"), (("c-x", "c-e"), "editor")):
            keys.add(*pressed)(_presses(command))
        return keys


class _PendingEnter:
    """An Enter that waits a moment: if more comes at once, it was a line break in a paste."""

    def __init__(self) -> None:
        self._timer: asyncio.TimerHandle | None = None
        self._app: Application[Any] | None = None

    def attach(self, app: Application[Any]) -> None:
        """Watch the keys of a prompt that has begun."""
        self._timer = None
        if self._app is not app:
            self._app = app
            app.key_processor.before_key_press += self._another

    def press(self, event: KeyPressEvent) -> None:
        """Enter, for now."""
        line = _line_of(event.current_buffer.document)
        self._timer = asyncio.get_running_loop().call_later(PASTE_SECONDS, self._accept, event.app, line)

    def _accept(self, app: Application[Any], line: Line) -> None:
        self._timer = None
        with suppress(Exception):
            # Fails where a signal ended the prompt first.
            app.exit(result=Entered(line))

    def _another(self, _processor: object) -> None:
        if self._timer is None or self._app is None:
            return
        self._timer.cancel()
        self._timer = None
        self._app.current_buffer.insert_text("\n")


class _Words(Completer):
    """Commands, and after /go the names of stages and questions; nothing at all in prose."""

    def __init__(self) -> None:
        self.names: tuple[str, ...] = ()

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Any:  # noqa: ARG002 its signature
        text = document.text_before_cursor
        if text.startswith("/go "):
            part = text[4:].casefold()
            for name in self.names:
                if part in name.casefold():
                    yield Completion(name, start_position=-len(part))
        elif text.startswith("/") and " " not in text and not text.startswith("//"):
            for name, command in COMMANDS.items():
                if name.startswith(text[1:]):
                    yield Completion(f"/{name}", start_position=-len(text), display_meta=command.summary)


class _Harmless(Processor):
    """What would turn a row around or hide in it, as a paste may bring it, shows as a character of one cell."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        return Transformation([(style, _in_cells(text)) for style, text, *_ in transformation_input.fragments])


def _in_cells(text: str) -> str:
    if visible(text) == text:
        return text
    # Control characters are spelled by the library itself.
    return "".join(sign if sign < "\xa0" or visible(sign) == sign else "\N{REPLACEMENT CHARACTER}" for sign in text)


def _presses(command: str) -> Any:
    def binding(event: KeyPressEvent) -> None:
        event.app.exit(result=Pressed(command, _line_of(event.current_buffer.document)))

    return binding


def _line_of(document: Document) -> Line:
    return Line(document.text, document.cursor_position)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _cap_undo(session: PromptSession[Outcome]) -> None:
    """Each key of an unbracketed paste would keep a copy of the text: 4.8 GB for 100 KB."""
    buffer = session.default_buffer
    save = buffer.save_to_undo_stack

    def capped(clear_redo_stack: bool = True) -> None:
        save(clear_redo_stack)
        del buffer._undo_stack[:-_UNDO_STEPS]  # noqa: SLF001 there is no public way

    buffer.save_to_undo_stack = capped  # type: ignore[method-assign]


async def _ticking(app: Application[Any], hooks: Hooks) -> None:
    while True:
        await asyncio.sleep(TICK_SECONDS)
        hooks.tick()
        app.invalidate()
