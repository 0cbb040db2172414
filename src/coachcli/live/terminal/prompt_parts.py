"""Parts of the live line: its completion, the harmless way it is shown, a short memory for undo, and no warnings."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput

from coachcli.domain.text import visible

if TYPE_CHECKING:
    from coachcli.live.source import View

_UNDO_STEPS = 100


class Words(Completer):
    """Completes the line with the words that the view at hand suggests."""

    def __init__(self) -> None:
        self.view: View | None = None

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Any:
        """The suggestions for the words before the cursor."""
        if self.view is None:
            return
        for one in self.view.complete(document.text_before_cursor, complete_event.completion_requested):
            shown = visible(one.text)
            yield Completion(one.text, -one.replaces, display=shown, display_meta=visible(one.about))


class Harmless(Processor):
    """Shows what would turn a row around or hide in it, as a paste may bring it, as a character of one cell."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """The line as it is drawn; the line itself stays as it is."""
        return Transformation([(style, _in_cells(text)) for style, text, *_ in transformation_input.fragments])


class Marked(Processor):
    """Shows on a line that typing would replace it."""

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
    # The library itself spells control characters.
    return "".join(sign if sign < "\xa0" or visible(sign) == sign else "\N{REPLACEMENT CHARACTER}" for sign in text)


def cap_undo(buffer: Buffer) -> None:
    """Limit what undo remembers: each key of an unmarked paste would keep a copy of the text, 4.8 GB for 100 KB."""
    save = buffer.save_to_undo_stack

    def capped(clear_redo_stack: bool = True) -> None:
        save(clear_redo_stack)
        del buffer._undo_stack[:-_UNDO_STEPS]  # noqa: SLF001 there is no public way

    buffer.save_to_undo_stack = capped  # type: ignore[method-assign]


def unwarned(app: Application[Any]) -> None:
    """Have the library not warn, over what is shown, that the terminal does not tell where its cursor is."""
    app.renderer.cpr_not_supported_callback = None
