"""Choices and notes where not all have room: the coach is told how many are left out, and that one is cut."""

from collections.abc import Callable, Sequence

from coachcli.cells import cells
from coachcli.domain.copyable import apart
from coachcli.domain.session.circle import parted, rows_of
from coachcli.domain.text import one_line, visible
from coachcli.live.rows import Row, begun, behind, wrapped

Wrap = Callable[[str, int, str], list[str]]


def styled(style: str, text: str, width: int, indent: str, wrap: Wrap = wrapped) -> list[Row]:
    """A text in rows: the first behind the indent, the others behind blanks of the same width."""
    words, mark = parted(text)
    if not text:
        return []
    first, *rest = wrap(words.lstrip(" "), width, " " * len(indent))
    rows = [Row(style, indent + first[len(indent) :]), *(Row(style, line) for line in rest)]
    return _with_mark(rows, mark, width, " " * len(indent)) if mark else rows


def lines_apart(text: str) -> list[str]:
    """The lines of a message, with a command or path at the end of one on a line of its own; or the lines of a note."""
    _, mark = parted(text)
    return rows_of(text) if mark else apart(text).split("\n")


def _with_mark(rows: list[Row], mark: str, width: int, indent: str) -> list[Row]:
    """Rows with a mark behind the last word; below it, where it would be broken."""
    whole = Row(rows[-1].style, f"{rows[-1].text}  {mark}", mark)
    if cells(whole.text) < width:
        return [*rows[:-1], whole]
    return [*rows, *(Row(whole.style, row, row.strip()) for row in wrapped(mark, width, indent))]


def choices(texts: Sequence[str], width: int, room: int) -> list[Row]:
    """Choices one below the other, where all fit like that; else in the way that shows more of them."""
    if not texts or room <= 0:
        return []
    below, shown = _below(texts, width, room)
    beside, also = _beside(texts, width, room) if shown < len(texts) else ([], 0)
    return beside if also > shown else below


def notes(texts: Sequence[str], width: int, room: int) -> list[Row]:
    """The newest notes, in their order, and how many older ones there are; one that is cut shows its beginning.

    Only notes that can have a row are put into words: in a long call, a few at the end of a long list.
    """
    if room <= 0:
        return []
    near = [styled("note", text, width, "   ") for text in texts[-room:]]
    if len(near) == len(texts) and sum(map(len, near)) <= room:
        return [row for rows in near for row in rows]
    shown = list[Row]()
    for number in range(len(texts), 1, -1):
        left = room - len(shown)
        if left == 1:
            return [Row("note", f"   … {number} more above"), *shown]
        shown = [*begun(near.pop(), left - 1, width), *shown]
    return [*begun(near[0], room - len(shown), width), *shown]


def _below(texts: Sequence[str], width: int, room: int) -> tuple[list[Row], int]:
    """As many choices as fit whole, each on rows of its own; and how many these are."""
    each = [styled("choice", text or " ", width, f"  {number:>2} ") for number, text in enumerate(texts, 1)]
    if sum(map(len, each)) <= room:
        return [row for rows in each for row in rows], len(texts)
    kept, shown = list[Row](), 0
    while len(kept) + len(each[shown]) < room:
        kept, shown = [*kept, *each[shown]], shown + 1
    if shown:
        return [*kept, Row("choice", f"     {_more(len(texts) - shown)}")], shown
    first = each[0][:room]
    rest = _more(len(texts) - 1) if len(texts) > 1 else "…"
    last = behind(first[-1], rest, width)
    if room == 1 and not last.text.lstrip().startswith("1"):
        # Beside the word on how many more there are, not even the number of this one has room.
        return [Row("choice", f" {_more(len(texts))}")], 0
    return [*first[:-1], last], 1


def _beside(texts: Sequence[str], width: int, room: int) -> tuple[list[Row], int]:
    """As many choices as fit side by side, and how many these are: 0, where one of them is longer than a row."""
    left = [f"{number} {one_line(visible(text))}" for number, text in enumerate(texts, 1)]
    if any("\n" in text for text in texts) or any(cells(text) > width - 2 for text in left):
        return [], 0
    rows = list[Row]()
    while left and len(rows) < room:
        is_last = len(rows) == room - 1
        fitting = (count for count in range(len(left), 0, -1) if cells(_joined(left, count, is_last)) <= width - 2)
        count = next(fitting, 0)
        rows.append(Row("choice", f" {_joined(left, count, is_last)}"))
        left = left[count:]
    return rows, len(texts) - len(left)


def _joined(texts: Sequence[str], count: int, is_last: bool) -> str:
    more = [_more(len(texts) - count)] if is_last and count < len(texts) else []
    return "  ".join([*texts[:count], *more])


def _more(count: int) -> str:
    return f"… {count} more below"
