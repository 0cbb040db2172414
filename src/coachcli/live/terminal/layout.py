"""What is drawn in the terminal: the card, the line below it, and the menu over both.

prompt_toolkit's own prompt would take the card for text before the line, and go through its letters at every key.
"""

from collections.abc import Callable

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.formatted_text import FormattedText, fragment_list_width
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import Dimension, Float, FloatContainer, HSplit, Layout, Window
from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
from prompt_toolkit.layout.menus import CompletionsMenu
from prompt_toolkit.layout.processors import HighlightSelectionProcessor, Processor
from prompt_toolkit.styles import BaseStyle

from coachcli.domain.value import Value
from coachcli.live.card import LINE_ROWS
from coachcli.live.source import Outcome
from coachcli.live.terminal.line_wrap import BetweenWords
from coachcli.live.terminal.prompt_parts import Harmless, unwarned

_MENU_ROWS = 16
# So many seconds Esc waits for the rest of what may be another key. Pressed alone, it must not swallow the next key.
ESCAPE_SECONDS = 0.1


class Parts(Value, frozen=True):
    """What is drawn: the card, the sign before the line, and how many rows the line and the menu have at least."""

    card: Callable[[], FormattedText]
    sign: Callable[[], FormattedText]
    line_rows: Callable[[], int]


def application(
    parts: Parts, buffer: Buffer, marked: Processor, keys: KeyBindings, style: BaseStyle
) -> Application[Outcome]:
    """The application: the card, and below it the sign with the line, which is in `buffer`; it is erased when done."""

    def height() -> Dimension:
        rows = parts.line_rows()
        return Dimension(min=LINE_ROWS, preferred=max(LINE_ROWS, rows)) if rows else Dimension(min=LINE_ROWS)

    whole = BetweenWords(lambda: fragment_list_width(parts.sign()))
    line = Window(
        BufferControl(
            buffer,
            input_processors=[HighlightSelectionProcessor(), Harmless(), marked, whole],
            include_default_input_processors=False,
        ),
        height=height,
        get_line_prefix=lambda number, wrapped: parts.sign() if number == wrapped == 0 else "",
        wrap_lines=True,
    )
    above = Window(FormattedTextControl(parts.card), dont_extend_height=True)
    menu = Float(CompletionsMenu(_MENU_ROWS, scroll_offset=1), xcursor=True, ycursor=True, transparent=True)
    drawn: Application[Outcome] = Application(
        Layout(FloatContainer(HSplit([above, line]), [menu]), line),
        style=style,
        include_default_pygments_style=False,
        key_bindings=keys,
        erase_when_done=True,
    )
    unwarned(drawn)
    drawn.ttimeoutlen = drawn.timeoutlen = ESCAPE_SECONDS
    return drawn
