"""Lines folded to a width, each under its own beginning, and never broken within a word, a command or a path."""

from coachcli.cells import wrap
from coachcli.domain.copyable import apart, held, is_copied, let_go


def message_lines(text: str, width: int | None) -> str:
    """A message to the coach, folded to a width; what can be copied stands on a line of its own, unbroken."""
    return text if width is None else folded_lines(apart(text), width)


def folded_lines(text: str, width: int | None) -> str:
    """A text with each line in rows of at most `width` cells; a word that is longer, such as a path, stays whole."""
    if width is None:
        return text
    return "\n".join(row for line in text.split("\n") for row in _rows(line, max(20, width - 1)))


def _rows(line: str, width: int) -> list[str]:
    if is_copied(line):
        return [line]
    indent = line[: len(line) - len(line.lstrip(" "))]
    words = held(line[len(indent) :], width - len(indent))
    rows = wrap(words, width, indent, indent + "  ")
    return [let_go(row) for row in rows] or [""]
