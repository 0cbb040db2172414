"""What was before the question at hand: as much of it as stands dimmed above the card, and what has left it since."""

from collections.abc import Iterator

from coachcli.live.lists import Wrap, styled
from coachcli.live.rows import Row, wrapped

_RULE = "─"
# In a lower window the question has all the room there is.
_ROOMY = 18


def rows_above(height: int) -> int:
    """How many rows of the window are for the past and the rule below it, whatever there is to show."""
    return (height - 12) // 3 if height >= _ROOMY else 0


class Past:
    """Lines that were said or noted, the oldest first; what is nowhere else yet goes out at the top, in order."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._printed = 0

    def add(self, *lines: str, is_printed: bool) -> None:
        """Take in what was said; `is_printed` where it stands on the terminal already."""
        self._lines += lines
        if is_printed:
            self._printed = len(self._lines)

    def rows(self, width: int, room: int) -> list[Row]:
        """The newest, in so many rows, with a rule below them; empty rows where there is less."""
        if room <= 0:
            return []
        newest: list[Row] = []
        for line in reversed(self._lines):
            if len(newest) >= room - 1:
                break
            newest = [*line_rows("past", line, width), *newest]
        shown = newest[-(room - 1) :] if room > 1 else []
        empty = [Row("past", "")] * (room - 1 - len(shown))
        return [*empty, *shown, Row("rule", _RULE * (width - 1))]

    def leaving(self, width: int, room: int) -> Iterator[str]:
        """The lines of which nothing is in sight any more in so many rows, and that are nowhere else."""
        taken, kept = 0, 0
        for line in reversed(self._lines):
            if taken >= room - 1:
                break
            taken, kept = taken + len(line_rows("past", line, width)), kept + 1
        yield from self._taken(len(self._lines) - kept)

    def all(self) -> Iterator[str]:
        """Every line that is nowhere else yet."""
        yield from self._taken(len(self._lines))

    def _taken(self, count: int) -> Iterator[str]:
        gone, self._lines = self._lines[:count], self._lines[count:]
        printed, self._printed = min(self._printed, count), max(0, self._printed - count)
        yield from gone[printed:]


def line_rows(style: str, line: str, width: int, wrap: Wrap = wrapped) -> list[Row]:
    """A line in rows of the window, each below its own beginning."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    return styled(style, line, width, indent, wrap) or [Row(style, "")]
