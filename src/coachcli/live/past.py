"""What was said and noted before the question at hand: the part that stands dimmed above the card, and the rest."""

from collections.abc import Iterator

from coachcli.live.lists import Wrap, styled
from coachcli.live.rows import Row, wrapped

_RULE = "─"
# In a window lower than this, the question has all the room there is.
_ROOMY = 18


def rows_above(height: int) -> int:
    """How many rows of the window are for the past and the rule below it, however much there is to show."""
    return (height - 12) // 3 if height >= _ROOMY else 0


class Past:
    """Lines that were said or noted, the oldest first, and how many of them stand on the terminal already, printed."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._printed = 0

    def add(self, *lines: str, is_printed: bool) -> None:
        """Add lines; `is_printed` says that they stand on the terminal already."""
        self._lines += lines
        if is_printed:
            self._printed = len(self._lines)

    def rows(self, width: int, room: int) -> list[Row]:
        """The newest lines in exactly `room` rows, with a rule below them; empty rows where there are fewer lines."""
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
        """Take out the lines that are out of sight in so many rows; returns those of them that are not printed yet."""
        used, count = 0, 0
        for line in reversed(self._lines):
            if used >= room - 1:
                break
            used, count = used + len(line_rows("past", line, width)), count + 1
        yield from self._taken(len(self._lines) - count)

    def all(self) -> Iterator[str]:
        """Take out every line; returns those that are not printed yet."""
        yield from self._taken(len(self._lines))

    def _taken(self, count: int) -> Iterator[str]:
        gone, self._lines = self._lines[:count], self._lines[count:]
        printed, self._printed = min(self._printed, count), max(0, self._printed - count)
        yield from gone[printed:]


def line_rows(style: str, line: str, width: int, wrap: Wrap = wrapped) -> list[Row]:
    """A line in rows of the window, all with its own indent."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    return styled(style, line, width, indent, wrap) or [Row(style, "")]
