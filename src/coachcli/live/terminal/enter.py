"""The key Enter, where keys may have come together: it takes the line, is a line break in it, or does nothing."""

import asyncio
import time
from contextlib import suppress
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyPressEvent

from coachcli.live.source import Entered, Line
from coachcli.live.terminal.paste_marks import PasteMarks

# Keys came together where no more than this is between them. Nobody presses two keys on purpose so quickly.
TOGETHER_SECONDS = 0.020


class Enter:
    """The key that takes the line; but it may be one of many keys that came together, a burst.

    Where pastes are marked, Enter behind words always takes the line. Elsewhere, an Enter with more keys behind it is a
    line break, as they may be a paste. An Enter that came alone, after a moment in which nothing was pressed or drawn,
    was pressed by somebody and takes the line at once; any other waits to see what comes.
    """

    def __init__(self, marks: PasteMarks) -> None:
        self._marks = marks
        self._timer: asyncio.TimerHandle | None = None
        self._otherwise = ""
        self._app: Application[Any] | None = None
        self._stirred_at = 0.0
        self._is_alone = self._is_burst = False

    def attach(self, app: Application[Any], line: Line) -> None:
        """Watch the keys of a prompt that begins with `line`."""
        self._stop_waiting()
        self._is_burst = line.burst
        if self._app is not app:
            self._app = app
            app.key_processor.before_key_press += self._another
            app.after_render += self._stirred

    def line(self, document: Document) -> Line:
        """The line as it stands."""
        return Line(document.text, document.cursor_position, burst=self._is_burst and "\n" in document.text)

    def behind_words(self, event: KeyPressEvent, line: Line) -> None:
        """Take the line; or put a line break into it, where it may be a part of a paste."""
        if self._marks.are_sent or self._is_last_and_alone(event):
            self._accept(event.app, line)
        else:
            self._wait(event.app, line, "\n")

    def alone(self, event: KeyPressEvent, line: Line) -> None:
        """Take a line on which nothing was written, unless other keys come with this one."""
        if not event.app.key_processor.input_queue:
            self._wait(event.app, line, "")

    def _is_last_and_alone(self, event: KeyPressEvent) -> bool:
        return self._is_alone and not event.app.key_processor.input_queue

    def _wait(self, app: Application[Any], line: Line, otherwise: str) -> None:
        self._otherwise = otherwise
        self._timer = asyncio.get_running_loop().call_later(TOGETHER_SECONDS, self._accept, app, line)

    def _accept(self, app: Application[Any], line: Line) -> None:
        self._timer = None
        with suppress(Exception):
            # This fails where a signal ended the prompt first.
            app.exit(result=Entered(line))

    def _stirred(self, _app: object) -> None:
        self._stirred_at = time.monotonic()

    def _another(self, _processor: object) -> None:
        # A key that comes while another is worked on or drawn may have been sent together with it.
        self._is_alone = time.monotonic() - self._stirred_at > TOGETHER_SECONDS
        self._stirred_at = time.monotonic()
        if self._timer is None or self._app is None:
            return
        self._stop_waiting()
        self._is_burst = self._is_burst or self._otherwise == "\n"
        self._app.current_buffer.insert_text(self._otherwise)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
