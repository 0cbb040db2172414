"""Rows in columns, for lists: plain text, aligned by cells, fast to start."""

from collections.abc import Sequence

from coachcli.cells import cells
from coachcli.domain.text import one_line, visible

_GAP = 2


def table(rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """Columns as wide as they need; where that is more than `width`, what does not fit stands below its row."""
    shown = [[one_line(visible(cell)) for cell in row] for row in rows]
    if not shown:
        return ""
    widths = [max(cells(row[column]) for row in shown) for column in range(len(shown[0]))]
    lines = [_row(row, widths) for row in shown]
    if width is not None and max(cells(line) for line in lines) > width:
        lines = [line for row in shown for line in _stacked(row, widths, width)]
    return "\n".join(lines) + "\n"


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = [cell + " " * (size - cells(cell) + _GAP) for cell, size in zip(row, widths, strict=True)]
    return "".join(padded).rstrip()


def _stacked(row: Sequence[str], widths: Sequence[int], width: int) -> list[str]:
    """As many columns as fit, the others below, indented."""
    taken, used = 1, widths[0] + _GAP
    while taken < len(row) and used + widths[taken] <= width:
        used += widths[taken] + _GAP
        taken += 1
    first = _row(row[:taken], widths[:taken])
    rest = [line for cell in row[taken:] if cell for line in folded(cell, width - 4)]
    return [first, *(f"    {line}" for line in rest)]


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
