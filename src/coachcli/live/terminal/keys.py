"""The keys of a call; whatever a key does, a word does too."""

import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from prompt_toolkit.application import get_app, run_in_terminal
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, emacs_insert_mode, has_completions, has_selection
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from coachcli.domain.line.sharing import is_private
from coachcli.domain.line.signs import SIGNS
from coachcli.domain.value import changed
from coachcli.live.source import EndOfInput, Line, Pressed, Recalled, Stopped
from coachcli.live.terminal.alternate_screen import AlternateScreen
from coachcli.live.terminal.enter import Enter

# An Enter with nothing written, so soon after a question appeared or another key came, was not meant for the question.
DOUBLE_ENTER_SECONDS = 0.150
# On Windows the library takes keys that came together for a paste, as no paste is marked there.
PASTES_ARE_GUESSED = sys.platform == "win32"


@dataclass(slots=True)
class Opened:
    """The prompt that is open: what stood on its line at first, and since when it is shown.

    `is_stale` is true while a line that was given back stands there, and no key was pressed. `pages` counts those that
    are still to be read before the question is shown.
    """

    first: str = ""
    is_stale: bool = False
    pages: int = 0
    escapes: bool = False
    shown_at: float = 0.0
    keyed_at: float = 0.0

    @property
    def is_fresh(self) -> bool:
        """Whether the prompt is so new that nobody can have read it."""
        return time.monotonic() - self.shown_at < DOUBLE_ENTER_SECONDS

    @property
    def takes_enter(self) -> bool:
        """Whether an Enter with nothing written is meant for this prompt, and not for the one before."""
        return not self.is_fresh and time.monotonic() - self.keyed_at >= DOUBLE_ENTER_SECONDS

    def touched(self, _processor: object) -> None:
        """Note that a key was pressed."""
        self.is_stale = False
        self.keyed_at = time.monotonic()


def call_keys(opened: Opened, enter: Enter, screen: AlternateScreen) -> KeyBindings:
    """The bindings of all keys that do more than write."""
    keys = KeyBindings()

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        is_untouched, line = _untouched(opened), _line(opened, enter, event)
        if is_untouched and not opened.takes_enter:
            return
        if opened.pages and not event.current_buffer.text:
            # The page was read: show the next one, or the question again, which nobody meant to leave.
            opened.pages, opened.shown_at = opened.pages - 1, time.monotonic()
        elif is_untouched:
            enter.alone(event, line)
        else:
            enter.behind_words(event, line)

    @keys.add("c-c", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Stopped(enter.line(event.current_buffer.document)))

    @keys.add("c-d", filter=Condition(lambda: not _document().text))
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=EndOfInput())

    keys.add("s-tab", filter=~has_completions)(_presses(opened, enter, "back"))
    for pressed, command in ((("f1",), "help"), (("f2",), "action"), (("c-x", "c-e"), "editor")):
        keys.add(*pressed)(_presses(opened, enter, command))
    _writing(keys)
    keys.add(Keys.BracketedPaste)(_taken_apart if PASTES_ARE_GUESSED else _pasted)
    _writing_over(keys, opened)
    _recalling(keys, opened, enter)
    _escaping(keys, opened, enter)
    _suspending(keys, screen)
    return keys


def _recalling(keys: KeyBindings, opened: Opened, enter: Enter) -> None:
    """Bind Up and Down: they go through the notes, as long as the line is unchanged."""
    up = Condition(lambda: _untouched(opened) and _document().on_first_line)
    down = Condition(lambda: _untouched(opened) and bool(opened.first) and _document().on_last_line)

    @keys.add("up", filter=up & ~has_completions)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Recalled(_line(opened, enter, event)))

    @keys.add("down", filter=down & ~has_completions)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Recalled(enter.line(event.current_buffer.document), later=True))


def _writing(keys: KeyBindings) -> None:
    """Bind letters: those that came together are put on the line together, as one change to keep, complete and undo."""

    @keys.add(Keys.Any, filter=emacs_insert_mode & ~has_selection, save_before=lambda event: not event.is_repeat)
    def _(event: KeyPressEvent) -> None:
        waiting, letters = event.key_processor.input_queue, [event.data * event.arg]
        while waiting and not isinstance(waiting[0].key, Keys):
            letters.append(waiting.popleft().data)
        event.current_buffer.insert_text("".join(letters))


def _writing_over(keys: KeyBindings, opened: Opened) -> None:
    """Bind letters and pastes on a line that was given back: they replace it, and any other key mends it."""
    stale = Condition(lambda: opened.is_stale)

    @keys.add(Keys.Any, filter=stale)
    @keys.add(Keys.BracketedPaste, filter=stale)
    def _(event: KeyPressEvent) -> None:
        if event.key_sequence[0].key == Keys.BracketedPaste or event.data.isprintable():
            event.current_buffer.text = ""
        opened.is_stale = False
        event.key_processor.feed(event.key_sequence[0], first=True)


def _escaping(keys: KeyBindings, opened: Opened, enter: Enter) -> None:
    """Bind Esc to leave a line that can be left; Alt-Enter, which begins with Esc, is Enter there."""
    leaves = Condition(lambda: opened.escapes) & ~has_completions

    keys.add("escape", filter=leaves)(_presses(opened, enter, "leave"))

    @keys.add("escape", "enter", filter=leaves)
    def _(event: KeyPressEvent) -> None:
        event.key_processor.feed(event.key_sequence[1], first=True)


def _suspending(keys: KeyBindings, screen: AlternateScreen) -> None:
    if sys.platform == "win32":
        return

    @keys.add("c-z")
    def _(_event: KeyPressEvent) -> None:
        def away() -> None:
            screen.step_out()
            os.kill(0, signal.SIGTSTP)
            screen.clear()

        run_in_terminal(away)


def _line(opened: Opened, enter: Enter, event: KeyPressEvent) -> Line:
    """The line as it stands, and whether it stands there as it was given back."""
    return changed(enter.line(event.current_buffer.document), stale=opened.is_stale)


def _pasted(event: KeyPressEvent) -> None:
    """Put a paste on the line. Lines in it stay lines behind words too: else a sign before one would be in mid-line."""
    text, line = event.data.replace("\r\n", "\n").replace("\r", "\n"), event.current_buffer.document
    if "\n" in text or is_private(text.lstrip()):
        before, after = line.current_line_before_cursor.strip(), line.current_line_after_cursor.strip()
        text = ("\n" if before and before not in SIGNS else "") + text + ("\n" if after else "")
    event.current_buffer.insert_text(text)


def _taken_apart(event: KeyPressEvent) -> None:
    """Feed what was guessed to be a paste as the keys that came."""
    text = event.data.replace("\r\n", "\n").replace("\r", "\n")
    keys = [KeyPress(Keys.ControlM) if sign == "\n" else KeyPress(sign) for sign in text]
    event.key_processor.feed_multiple(keys, first=True)


def _document() -> Document:
    return get_app().current_buffer.document


def _untouched(opened: Opened) -> bool:
    return _document().text == opened.first


def _presses(opened: Opened, enter: Enter, command: str) -> Callable[[KeyPressEvent], Any]:
    def binding(event: KeyPressEvent) -> None:
        event.app.exit(result=Pressed(command, _line(opened, enter, event)))

    return binding
