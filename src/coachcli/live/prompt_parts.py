"""Parts of the live line: a key that may belong to a paste, completion, what is harmless to show, a short memory."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput

from coachcli.domain.text import visible
from coachcli.live.source import Entered, Line, View

# What arrives this soon after a key that takes the line was pasted, and so was the key.
PASTE_SECONDS = 0.010
_UNDO_STEPS = 100


class PendingEnter:
    """A key that takes the line, and may be a line break or a letter in a paste.

    It is one where more comes at once. A key that came alone, after a moment in which nothing was pressed or drawn, was
    pressed by somebody and takes the line on the spot; any other one waits to see what comes.
    """

    def __init__(self) -> None:
        self._timer: asyncio.TimerHandle | None = None
        self._otherwise = ""
        self._app: Application[Any] | None = None
        self._stirred_at = 0.0
        self._is_alone = False

    def attach(self, app: Application[Any]) -> None:
        """Watch the keys of a prompt that has begun."""
        self._timer = None
        if self._app is not app:
            self._app = app
            app.key_processor.before_key_press += self._another
            app.after_render += self._stirred

    def press(self, event: KeyPressEvent, line: Line, otherwise: str = "\n") -> None:
        """Take `line`, for now; `otherwise` it is this that was pasted."""
        if self._is_alone and not event.app.key_processor.input_queue:
            self._accept(event.app, line)
            return
        self._otherwise = otherwise
        self._timer = asyncio.get_running_loop().call_later(PASTE_SECONDS, self._accept, event.app, line)

    def _accept(self, app: Application[Any], line: Line) -> None:
        self._timer = None
        with suppress(Exception):
            # Fails where a signal ended the prompt first.
            app.exit(result=Entered(line))

    def _stirred(self, _app: object) -> None:
        self._stirred_at = time.monotonic()

    def _another(self, _processor: object) -> None:
        # What comes while a key is worked on or drawn may have been sent together with it.
        self._is_alone = time.monotonic() - self._stirred_at > PASTE_SECONDS
        self._stirred_at = time.monotonic()
        if self._timer is None or self._app is None:
            return
        self._timer.cancel()
        self._timer = None
        self._app.current_buffer.insert_text(self._otherwise)


class Words(Completer):
    """What the line may become, as the view at hand knows it."""

    def __init__(self) -> None:
        self.view: View | None = None

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Any:
        """What is suggested for the words before the cursor."""
        if self.view is None:
            return
        for one in self.view.complete(document.text_before_cursor, complete_event.completion_requested):
            shown = visible(one.text)
            yield Completion(one.text, -one.replaces, display=shown, display_meta=visible(one.about))


class Harmless(Processor):
    """What would turn a row around or hide in it, as a paste may bring it, shows as a character of one cell."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """The line as it is drawn; what is on it stays as it is."""
        return Transformation([(style, _in_cells(text)) for style, text, *_ in transformation_input.fragments])


class Marked(Processor):
    """A line that is to be written over shows it."""

    def __init__(self, is_marked: Callable[[], bool]) -> None:
        self._is_marked = is_marked

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """The line as it is drawn."""
        fragments = transformation_input.fragments
        if not self._is_marked():
            return Transformation(fragments)
        return Transformation([(f"{style} class:selected ", text) for style, text, *_ in fragments])


def _in_cells(text: str) -> str:
    if visible(text) == text:
        return text
    # Control characters are spelled by the library itself.
    return "".join(sign if sign < "\xa0" or visible(sign) == sign else "\N{REPLACEMENT CHARACTER}" for sign in text)


def cap_undo(buffer: Buffer) -> None:
    """Each key of an unbracketed paste would keep a copy of the text: 4.8 GB for 100 KB."""
    save = buffer.save_to_undo_stack

    def capped(clear_redo_stack: bool = True) -> None:
        save(clear_redo_stack)
        del buffer._undo_stack[:-_UNDO_STEPS]  # noqa: SLF001 there is no public way

    buffer.save_to_undo_stack = capped  # type: ignore[method-assign]


def line_of(document: Document) -> Line:
    """The line that stands in a prompt."""
    return Line(document.text, document.cursor_position)
