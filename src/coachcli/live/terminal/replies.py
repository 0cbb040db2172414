"""The replies of a terminal that was asked whether it marks pastes; they are never taken for something typed."""

import os
import re
import select
import sys
from collections.abc import Callable

from prompt_toolkit.input import Input
from prompt_toolkit.input.vt100_parser import Vt100Parser
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from coachcli.live.terminal.paste_marks import PasteMarks
from coachcli.patterns import pattern

_REPLY = pattern(r"\x1b\[\?2004;(\d)\$y")
_EXAMPLE = "\x1b[?2004;1$y"
_ESCAPE, _ALT_BRACKET = "\x1b", "\x1b["
_PASTE_BEGINS = "\x1b[200~"


class ReplyParser(Vt100Parser):
    """Makes keys of what the terminal sends, but for the reply, which the library would take for Escape and letters.

    What may be the beginning of a reply waits for the rest, however late that comes. An Escape alone does not wait; it
    is remembered, in case the rest of a reply follows.
    """

    def __init__(self, press: Callable[[KeyPress], None], marks: PasteMarks) -> None:
        self._press, self._marks = press, marks
        self._held, self._is_pressed = "", False
        super().__init__(self._pressed)

    def feed(self, data: str) -> None:
        """Take in what is a reply, and pass on the rest."""
        text, was_pressed = self._held + data, self._is_pressed
        self._held, self._is_pressed = "", False
        if self._in_bracketed_paste:
            super().feed(text)
            return
        if was_pressed and not _may_be_reply(text):
            text, was_pressed = text[1:], False
        before, mark, pasted = text.partition(_PASTE_BEGINS)
        before = _REPLY.sub(self._hear, before)
        before, beginning = (before, "") if mark else _without_beginning(before)
        super().feed(before)
        self._held += beginning
        self._is_pressed = was_pressed and bool(beginning)
        if mark:
            super().feed(mark)
            self.feed(pasted)

    def flush(self) -> None:
        """As nothing came for a moment, pass on an Escape, which was pressed; half a reply still waits."""
        held = self._held
        if held and not self._is_pressed and (held == _ESCAPE or (held == _ALT_BRACKET and not self._marks.is_awaited)):
            self._is_pressed = self._marks.is_awaited
            self._held = held if self._is_pressed else ""
            super().feed(held)
        super().flush()

    def _hear(self, reply: re.Match[str]) -> str:
        self._marks.answered(int(reply[1]))
        return ""

    def _pressed(self, key: KeyPress) -> None:
        if key.key == Keys.BracketedPaste:
            self._marks.seen()
        self._press(key)


def hear_replies(keyboard: Input, marks: PasteMarks) -> None:
    """From now on, take replies out of all that comes from the keyboard."""
    if sys.platform != "win32":  # on Windows the terminal is not asked
        from prompt_toolkit.input.vt100 import Vt100Input  # noqa: PLC0415 not there on Windows

        if isinstance(keyboard, Vt100Input):
            keyboard.vt100_parser = ReplyParser(keyboard.vt100_parser.feed_key_callback, marks)


def drop_late_reply(descriptor: int, marks: PasteMarks) -> None:
    """Wait for a reply that may still come, and read it: the shell would take it for something typed."""
    came = ""
    while marks.is_awaited and _may_be_reply(came) and _is_readable(descriptor, marks.patience):
        sign = os.read(descriptor, 1).decode("latin-1")
        if not sign:  # the window is gone
            return
        came += sign
        if reply := _REPLY.fullmatch(came):
            marks.answered(int(reply[1]))


def _is_readable(descriptor: int, patience: float) -> bool:
    return patience > 0 and bool(select.select([descriptor], [], [], patience)[0])


def _may_be_reply(text: str) -> bool:
    """Whether a text begins with a reply, or is the beginning of one."""
    return bool(_REPLY.match(text)) or _EXAMPLE.startswith(re.sub(r";\d", ";1", text, count=1))


def _without_beginning(text: str) -> tuple[str, str]:
    """A text in two parts: the second is what at its end may be the beginning of a reply."""
    at = text.rfind(_ESCAPE)
    return (text[:at], text[at:]) if at >= 0 and _may_be_reply(text[at:]) else (text, "")
