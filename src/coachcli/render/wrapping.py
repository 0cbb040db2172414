"""Lines folded to a width, each under its own beginning."""

from wcwidth import wrap


def folded_lines(text: str, width: int | None) -> str:
    """`text` with every line in rows of at most `width` cells; a word that is longer, such as a path, stays whole."""
    if width is None:
        return text
    return "\n".join(row for line in text.split("\n") for row in _rows(line, max(20, width - 1)))


def _rows(line: str, width: int) -> list[str]:
    indent = line[: len(line) - len(line.lstrip(" "))]
    words = line[len(indent) :]
    following = indent + "  "
    return wrap(
        words, width, initial_indent=indent, subsequent_indent=following, break_long_words=False, break_on_hyphens=False
    ) or [""]
