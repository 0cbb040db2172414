"""Rows in columns, for lists: plain text, aligned by cells, fast to start."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from coachcli.cells import cells
from coachcli.domain.text import one_line, visible

_GAP = 2


def table(rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """Columns as wide as they need; where that is more than `width`, what does not fit stands below its row."""
    columns = [_column(texts) for texts in zip(*rows, strict=True)]
    if not columns:
        return ""
    beside = len(columns) if width is None else _fitting(columns, width)
    lines = ["".join(row).rstrip() for row in zip(*(column.padded for column in columns[:beside]), strict=True)]
    if width is not None and beside < len(columns):
        below = zip(*(column.texts for column in columns[beside:]), strict=True)
        lines = [line for first, rest in zip(lines, below, strict=True) for line in (first, *_below(rest, width))]
    return "\n".join(lines) + "\n"


class _Column(NamedTuple):
    """The texts of a column, those of one width with a gap behind each, and that width without the gap."""

    texts: Sequence[str]
    padded: Sequence[str]
    width: int


def _column(texts: Sequence[str]) -> _Column:
    if _is_plain(texts):  # a long list is mostly so
        width = max(map(len, texts))
        return _Column(texts, [text.ljust(width + _GAP) for text in texts], width)
    texts = [one_line(visible(text)) for text in texts]
    sizes = [cells(text) for text in texts]
    width = max(sizes)
    padded = [text + " " * (width - size + _GAP) for text, size in zip(texts, sizes, strict=True)]
    return _Column(texts, padded, width)


def _is_plain(texts: Sequence[str]) -> bool:
    """Whether each text is shown as it is, with a cell for each letter; all of them are looked at as one."""
    joined = f"|{'|'.join(texts)}|"
    return joined.isascii() and joined.isprintable() and not any(blanks in joined for blanks in ("  ", "| ", " |"))


def _fitting(columns: Sequence[_Column], width: int) -> int:
    """How many columns fit beside each other; the first stands there in any case."""
    ends = accumulate(column.width + _GAP for column in columns)
    return max(1, sum(end - _GAP <= width for end in ends))


def _below(texts: Sequence[str], width: int) -> list[str]:
    """What stands below a row, indented."""
    return [f"    {line}" for text in texts if text for line in folded(text, width - 4)]


def folded(text: str, width: int) -> list[str]:
    """A text in lines of so many cells; a word that is longer stays whole."""
    lines, line = [], ""
    for word in text.split(" "):
        if line and cells(line) + 1 + cells(word) > width:
            lines.append(line.rstrip())
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]
