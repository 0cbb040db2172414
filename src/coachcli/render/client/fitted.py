"""Short lists, each with a name, fitted to a window: what matters least is left out first, and told by its number."""

from collections.abc import Sequence

from coachcli.cells import cells, cut
from coachcli.domain.text import one_line, visible
from coachcli.domain.value import Value

NARROW = 60
LABEL = 16
_MOST_OF_A_TEXT = 1000
# So few cells of a text would say nothing.
_LEAST = 8


class Item(Value, frozen=True):
    """One row: a text that may be cut at the edge, and a tail behind it that may not."""

    text: str
    tail: str = ""


class Part(Value, frozen=True):
    """Rows under one name. Of two parts, the one with the lower `rank` loses its rows later."""

    rank: int
    name: str
    items: tuple[Item, ...]


def part_rows(parts: Sequence[Part], room: int, width: int) -> list[str]:
    """The parts in at most `room` rows of `width` cells."""
    shares = _shares(parts, room, width)
    return [cut(row, width) for part in parts for row in _rows(part, shares[part.name], width)]


def all_rows(parts: Sequence[Part], width: int) -> int:
    """How many rows the parts take where nothing is left out."""
    return sum(_needed(part, width) for part in parts)


def plain(text: str) -> str:
    """Somebody's words on one line; of a long text, no more than any row could hold is looked at."""
    return one_line(visible(text[:_MOST_OF_A_TEXT]))


def _shares(parts: Sequence[Part], room: int, width: int) -> dict[str, int]:
    """How many rows each part gets: first one for each, as far as the room goes, then one more for each in turn."""
    shares = dict.fromkeys((part.name for part in parts), 0)
    wanting = sorted(parts, key=lambda part: part.rank)
    while wanting and room > 0:
        for part in wanting[:room]:
            shares[part.name] += 1
        room -= len(wanting[:room])
        wanting = [part for part in wanting if shares[part.name] < _needed(part, width)]
    return shares


def _needed(part: Part, width: int) -> int:
    """How many rows a part takes. In a narrow window, the name above several things takes a row of its own."""
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
    """The rows of the first `count` items; the last of them says how many more there are."""
    left = len(part.items) - count
    more = f" · and {left} more" if left > 0 else ""
    shown = part.items[:count]
    return [_fitted(item, more if item is shown[-1] else "", room) for item in shown]


def _fitted(item: Item, more: str, room: int) -> str:
    """An item in one row: its text is cut before its tail is."""
    text, tail = plain(item.text), plain(f".{item.tail}")[1:] + more
    left = room - cells(tail)
    return cut(text, left) + tail if left >= _LEAST else cut(f"{text}{item.tail}", room - cells(more)) + more
