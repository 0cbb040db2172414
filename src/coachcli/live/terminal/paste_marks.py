"""Whether the terminal marks pastes: yes, no, or unknown, which counts as no."""

import sys
import time
from collections.abc import Mapping

from prompt_toolkit.output import Output

_QUESTION = "\x1b[?2004$p"
# Answers that mean yes: marking is on, or always on. It was switched on before, so any other number means no.
_ON = frozenset({1, 3})
# Consoles that mark no pastes, and would print a part of the question.
_WITHOUT = ("linux", "eterm", "cons25", "ansi", "vt", "sun", "wsvt")
_WITHIN_ANOTHER = ("TMUX", "STY")
# An answer that did not come within so many seconds is not on its way.
_LATE_SECONDS = 0.5


class PasteMarks:
    """What is known of the terminal: whether it marks what is pasted.

    It does where it says so, where it has marked one, or where it is known to. tmux and screen are not asked: they pass
    on the marks of the terminal around them, and could answer only for themselves.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._is_known = _known_by_name(environment)
        self._is_to_ask = self._is_known is None and not _is_within_another(environment)
        self._asked_at: float | None = None

    @property
    def are_sent(self) -> bool:
        """Whether a paste would be marked: then an Enter without marks was pressed."""
        return self._is_known is True

    @property
    def is_awaited(self) -> bool:
        """Whether the terminal was asked, and its answer may still come."""
        return self._asked_at is not None

    @property
    def patience(self) -> float:
        """For how many more seconds an answer may come."""
        return 0.0 if self._asked_at is None else max(0.0, self._asked_at + _LATE_SECONDS - time.monotonic())

    def ask(self, output: Output) -> None:
        """Ask the terminal, once. One that does not know the question may print a part of it, which is drawn over."""
        if not self._is_to_ask:
            return
        self._is_to_ask, self._asked_at = False, time.monotonic()
        output.enable_bracketed_paste()
        output.write_raw(f"{_QUESTION}\r")

    def answered(self, number: int) -> None:
        """Note the answer of the terminal."""
        self._asked_at = None
        self._is_known = self._is_known or number in _ON

    def seen(self) -> None:
        """Note that the terminal has marked a paste."""
        self._is_known = True


def _known_by_name(environment: Mapping[str, str]) -> bool | None:
    if sys.platform == "win32" or environment.get("TERM", "").startswith(_WITHOUT):
        return False
    is_apples = environment.get("TERM_PROGRAM") == "Apple_Terminal"  # this one prints the question, and never answers
    return True if is_apples and not _is_within_another(environment) else None


def _is_within_another(environment: Mapping[str, str]) -> bool:
    """Whether this terminal is inside another one, which cannot be asked."""
    is_named_so = environment.get("TERM", "").startswith(("tmux", "screen"))
    return is_named_so or any(environment.get(name) for name in _WITHIN_ANOTHER)
