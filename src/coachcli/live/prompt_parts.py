"""Parts of the live line: an Enter that may belong to a paste, completion, what is harmless to show, a short memory."""

import asyncio
from contextlib import suppress
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput

from coachcli.domain.commands import COMMANDS
from coachcli.domain.text import visible
from coachcli.live.source import Entered, Line, Outcome

# What arrives this soon after an Enter was pasted, and the Enter was a line break.
PASTE_SECONDS = 0.010
_UNDO_STEPS = 100


class PendingEnter:
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
        line = line_of(event.current_buffer.document)
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


class Words(Completer):
    """Commands, and after /go the names of stages and questions; nothing at all in prose."""

    def __init__(self) -> None:
        self.names: tuple[str, ...] = ()

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Any:  # noqa: ARG002 its signature
        """What the line may become."""
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


class Harmless(Processor):
    """What would turn a row around or hide in it, as a paste may bring it, shows as a character of one cell."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """The line as it is drawn; what is on it stays as it is."""
        return Transformation([(style, _in_cells(text)) for style, text, *_ in transformation_input.fragments])


def _in_cells(text: str) -> str:
    if visible(text) == text:
        return text
    # Control characters are spelled by the library itself.
    return "".join(sign if sign < "\xa0" or visible(sign) == sign else "\N{REPLACEMENT CHARACTER}" for sign in text)


def cap_undo(session: PromptSession[Outcome]) -> None:
    """Each key of an unbracketed paste would keep a copy of the text: 4.8 GB for 100 KB."""
    buffer = session.default_buffer
    save = buffer.save_to_undo_stack

    def capped(clear_redo_stack: bool = True) -> None:
        save(clear_redo_stack)
        del buffer._undo_stack[:-_UNDO_STEPS]  # noqa: SLF001 there is no public way

    buffer.save_to_undo_stack = capped  # type: ignore[method-assign]


def line_of(document: Document) -> Line:
    """The line that stands in a prompt."""
    return Line(document.text, document.cursor_position)
