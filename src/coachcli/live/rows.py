"""Rows of a terminal: how texts are wrapped between their words, cut, and marked."""

from functools import lru_cache

from coachcli.cells import cells, clipped, cut, wrap
from coachcli.domain.copyable import held, is_copied, let_go
from coachcli.domain.text import one_line, visible
from coachcli.domain.value import Value, changed

# The fewest cells in which what a line is about can be named, with its quotation marks and the sign.
_LEAST_ABOUT = 9


class Row(Value, frozen=True):
    """One row of the screen. `style` names what it is, and `mark` is its end that looks different."""

    style: str
    text: str
    mark: str = ""


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """A text in rows of at most `width` cells, broken between words where it has any; its own lines stay lines."""
    return list(_wrapped(text, width, indent, breaks=True))


def unbroken(text: str, width: int, indent: str = "") -> list[str]:
    """A text in rows, in which a word that is longer than a row, such as a path, stays whole."""
    return list(_wrapped(text, width, indent, breaks=False))


# Each key draws the card anew, though each note on it is the same.
@lru_cache(maxsize=1024)
def _wrapped(text: str, width: int, indent: str, *, breaks: bool) -> tuple[str, ...]:
    room = max(len(indent) + 10, width - 1)
    rows: list[str] = []
    for line in visible(text).expandtabs(4).split("\n"):
        rows += [indent + line] if not breaks and is_copied(line) else _rows(line, room, indent, breaks=breaks)
    return tuple(map(spaced, rows))


def spaced(row: str) -> str:
    """A row as it is drawn: with plain blanks for no-break ones, which a terminal may underline."""
    return row.replace("\N{NO-BREAK SPACE}", " ")


def _rows(line: str, room: int, indent: str, *, breaks: bool) -> list[str]:
    words = held(line, room - len(indent))
    rows = wrap(words, room, indent, indent, breaks=breaks)
    return [let_go(row) for row in rows] or [""]


def sign(prompt: str, about: str, width: int, readers: str = "") -> str:
    """What stands before the line: its prompt, what it is about as far as there is room, and who else reads it."""
    begun_with, to = cut(visible(prompt), width // 2), f"{readers} " if readers else ""
    if not about:
        return f" {begun_with}{to}> "
    if cells(begun_with) + cells(to) + _LEAST_ABOUT > width * 4 // 5:
        to = ""
    named, room = one_line(visible(about)), max(4 if to else 0, width * 2 // 3 - cells(begun_with) - cells(to) - 5)
    if cells(named) > room and named.startswith('"'):
        named = f'{cut(named[:-1], room - 1)}"'
    return f" {begun_with} {named} {to}> "


def begun(rows: list[Row], room: int, width: int) -> list[Row]:
    """The first rows, as many as there is room for; where there are more, the last one ends in a sign for that.

    The marks that say who sees the text are kept in any case.
    """
    if len(rows) <= room:
        return rows
    kept = [row for row in rows if row.text.strip() != row.mark][: max(0, room)]
    mark = " ".join(row.mark for row in rows if row.mark)
    return [*kept[:-1], *(_shortened(row, mark, width) for row in kept[-1:])]


def _shortened(row: Row, mark: str, width: int) -> Row:
    """The last row of a text that goes on, with the mark behind it; a mark without room is cut to its first part."""
    mark = mark if cells(f"… {mark}") <= width - 2 else mark.partition(",")[0]
    return changed(behind(row, f"… {mark}" if mark else "…", width), mark=mark)


def behind(row: Row, more: str, width: int) -> Row:
    """A row with more words behind it; its own last words are left out to make room for them."""
    room = max(0, width - 2 - cells(more))
    text = row.text.rstrip()
    if cells(text) > room:
        text = clipped(text, room + 1)
        whole, _, _ = text.rpartition(" ")
        text = whole.rstrip() if whole.strip() else clipped(text, room)
    return Row(row.style, f"{text} {more}")
