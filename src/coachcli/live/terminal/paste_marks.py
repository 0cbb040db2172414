"""Whether the terminal marks what is pasted: it does, it does not, or nobody knows, which counts as not."""

import sys
import time
from collections.abc import Mapping

from prompt_toolkit.output import Output

_QUESTION = "\x1b[?2004$p"
# Answers to it: marking is switched on, and stays on. Any other number says that it is not, though it was switched on.
_ON = frozenset({1, 3})
# Consoles without marks, which would print a part of the question as well.
_WITHOUT = ("linux", "eterm", "cons25", "ansi", "vt", "sun", "wsvt")
_WITHIN_ANOTHER = ("TMUX", "STY")
# An answer that did not come by then is not on its way.
_LATE_SECONDS = 0.5


class PasteMarks:
    """What is known of the terminal: whether it marks what is pasted.

    It marks pastes where it says so, where it has marked one, or where it is known to. tmux and screen pass on what the
    terminal around them marks, and could answer for themselves alone: they are not asked.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._is_known = _known_by_name(environment)
        self._is_to_ask = self._is_known is None and not _is_within_another(environment)
        self._asked_at: float | None = None

    @property
    def are_sent(self) -> bool:
        """Whether a paste would be marked, so that an Enter without marks is one that was pressed."""
        return self._is_known is True

    @property
    def is_awaited(self) -> bool:
        """Whether the terminal was asked and has not answered."""
        return self._asked_at is not None

    @property
    def patience(self) -> float:
        """For how many seconds more an answer may well come."""
        return 0.0 if self._asked_at is None else max(0.0, self._asked_at + _LATE_SECONDS - time.monotonic())

    def ask(self, output: Output) -> None:
        """Ask the terminal, once. What one that does not know the question prints of it is drawn over."""
        if not self._is_to_ask:
            return
        self._is_to_ask, self._asked_at = False, time.monotonic()
        output.enable_bracketed_paste()
        output.write_raw(f"{_QUESTION}\r")

    def answered(self, number: int) -> None:
        """The terminal has answered."""
        self._asked_at = None
        self._is_known = self._is_known or number in _ON

    def seen(self) -> None:
        """The terminal has marked a paste."""
        self._is_known = True


def _known_by_name(environment: Mapping[str, str]) -> bool | None:
    if sys.platform == "win32" or environment.get("TERM", "").startswith(_WITHOUT):
        return False
    is_apples = environment.get("TERM_PROGRAM") == "Apple_Terminal"  # which prints the question, and never answers
    return True if is_apples and not _is_within_another(environment) else None


def _is_within_another(environment: Mapping[str, str]) -> bool:
    """Whether there is a terminal around this one, which nobody can ask."""
    is_named_so = environment.get("TERM", "").startswith(("tmux", "screen"))
    return is_named_so or any(environment.get(name) for name in _WITHIN_ANOTHER)
