"""Short lists with a name each, fitted to a window: what matters least gives way first, and it says how much did."""

from collections.abc import Sequence

from coachcli.cells import cells, cut
from coachcli.domain.text import one_line, visible
from coachcli.domain.value import Value

NARROW = 60
LABEL = 16
_MOST_OF_A_TEXT = 1000
# Less than this of a text says nothing.
_LEAST = 8


class Item(Value, frozen=True):
    """One row: what may be cut at the edge, and behind it what may not."""

    text: str
    tail: str = ""


class Part(Value, frozen=True):
    """Rows under one name. Of two parts the one of the lower `rank` keeps its rows longer."""

    rank: int
    name: str
    items: tuple[Item, ...]


def part_rows(parts: Sequence[Part], room: int, width: int) -> list[str]:
    """The parts in at most so many rows of so many cells."""
    given = _given(parts, room, width)
    return [cut(row, width) for part in parts for row in _rows(part, given[part.name], width)]


def all_rows(parts: Sequence[Part], width: int) -> int:
    """How many rows they take where nothing has to give way."""
    return sum(_needed(part, width) for part in parts)


def plain(text: str) -> str:
    """Somebody's words on one line; more of them than any row could hold is not looked at."""
    return one_line(visible(text[:_MOST_OF_A_TEXT]))


def _given(parts: Sequence[Part], room: int, width: int) -> dict[str, int]:
    """How many rows each part has: one for each as far as they go, then one more by turns."""
    given = dict.fromkeys((part.name for part in parts), 0)
    wanting = sorted(parts, key=lambda part: part.rank)
    while wanting and room > 0:
        for part in wanting[:room]:
            given[part.name] += 1
        room -= len(wanting[:room])
        wanting = [part for part in wanting if given[part.name] < _needed(part, width)]
    return given


def _needed(part: Part, width: int) -> int:
    """A narrow window has the name of several things on a row of its own."""
    return len(part.items) + (1 if width < NARROW and len(part.items) > 1 else 0)


def _rows(part: Part, count: int, width: int) -> list[str]:
    if width >= NARROW:
        items = _items(part, count, width - LABEL - 1)
        return [f" {'' if number else part.name:<{LABEL}}{item}" for number, item in enumerate(items)]
    if count == 1:
        lead = f" {part.name}: "
        return [lead + item for item in _items(part, count, width - len(lead))]
    return [f" {part.name}", *(f"   {item}" for item in _items(part, count - 1, width - 3))] if count else []


def _items(part: Part, count: int, room: int) -> list[str]:
    """The first so many items; the last of them says how many more there are."""
    left = len(part.items) - count
    more = f" · and {left} more" if left > 0 else ""
    shown = part.items[:count]
    return [_fitted(item, more if item is shown[-1] else "", room) for item in shown]


def _fitted(item: Item, more: str, room: int) -> str:
    """An item in one row: its text gives way before its tail."""
    text, tail = plain(item.text), plain(f".{item.tail}")[1:] + more
    left = room - cells(tail)
    return cut(text, left) + tail if left >= _LEAST else cut(f"{text}{item.tail}", room - cells(more)) + more
