"""Parts in the order in which they are to stand, by what they say of standing `before:` or `after:` one another."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from coachcli.store.yaml_io.nodes import Node, Scalar

Side = Literal["before", "after"]
SIDES: tuple[Side, Side] = ("before", "after")


@dataclass(frozen=True, slots=True)
class Beside:
    """Before or after which part; `said` is where that is written."""

    side: Side
    id: str
    said: Scalar


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a list, by its id; with `beside`, one that stands where that says."""

    id: str
    node: Node
    beside: Beside | None = None


def arranged(items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """The items in their order, and those that only stand beside each other.

    What stands beside the same part keeps the order of the list, and takes along what stands beside itself.
    """
    around: defaultdict[tuple[Side, str], list[Item]] = defaultdict(list)
    for item in items:
        if item.beside is not None:
            around[item.beside.side, item.beside.id].append(item)
    order: list[Item] = []
    opened: set[int] = set()
    waiting = [item for item in reversed(items) if item.beside is None]
    while waiting:
        item = waiting.pop()
        if id(item) in opened:
            order.append(item)
            continue
        opened.add(id(item))
        neighbours = [*around.pop(("before", item.id), []), item, *around.pop(("after", item.id), [])]
        waiting += reversed(neighbours)
    return order, [item for group in around.values() for item in group]
