"""Parts of the live line: a key that may belong to a paste, completion, what is harmless to show, a short memory."""

import asyncio
from contextlib import suppress
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput

from coachcli.domain.text import visible
from coachcli.live.source import Entered, Line, Outcome, View

# What arrives this soon after a key that takes the line was pasted, and so was the key.
PASTE_SECONDS = 0.010
_UNDO_STEPS = 100


class PendingEnter:
    """A key that takes the line waits a moment: if more comes at once, it was a line break or a letter in a paste."""

    def __init__(self) -> None:
        self._timer: asyncio.TimerHandle | None = None
        self._otherwise = ""
        self._app: Application[Any] | None = None

    def attach(self, app: Application[Any]) -> None:
        """Watch the keys of a prompt that has begun."""
        self._timer = None
        if self._app is not app:
            self._app = app
            app.key_processor.before_key_press += self._another

    def press(self, event: KeyPressEvent, line: Line, otherwise: str = "\n") -> None:
        """Take `line`, for now; `otherwise` it is this that was pasted."""
        self._otherwise = otherwise
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
