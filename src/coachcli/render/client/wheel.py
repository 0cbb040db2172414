"""A wheel as text: several sides of one thing around a hub, each with its name and its number."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import NamedTuple

from coachcli.cells import cells, cut

WIDTH = 79
_RADIUS, _STRETCH, _HUB = 8, 2.1, "+"
_EMPTY, _FILLED, _POINT = "·", "•", "●"
_FEWEST, _MOST = 3, 9


class Spoke(NamedTuple):
    """A side with its number: how far it goes from the hub, from 0 to 1, and the number in words."""

    name: str
    share: float
    number: str


def is_wheel(spokes: Sequence[Spoke]) -> bool:
    """Whether so many sides can be told apart around a hub."""
    return _FEWEST <= len(spokes) <= _MOST


def wheel_rows(spokes: Sequence[Spoke]) -> list[str]:
    """The wheel in rows of at most `WIDTH` cells, the first side at the top and the others clockwise."""
    middle = WIDTH // 2
    grid = [[" "] * WIDTH for _ in range(2 * _RADIUS + 3)]
    for number, spoke in enumerate(spokes):
        angle = 2 * pi * number / len(spokes)
        _draw(grid, spoke, angle, middle)
        _label(grid, spoke, angle, middle)
    grid[_RADIUS + 1][middle] = _HUB
    rows = ["".join(row).rstrip() for row in grid]
    return [row for number, row in enumerate(rows) if any(rows[number:]) and any(rows[: number + 1])]


def _draw(grid: list[list[str]], spoke: Spoke, angle: float, middle: int) -> None:
    """A spoke: filled from the hub to its number."""
    reach = round(spoke.share * _RADIUS)
    for step in range(1, _RADIUS + 1):
        row, column = _place(angle, step, middle)
        grid[row][column] = _POINT if step == reach else _FILLED if step < reach else _EMPTY


def _label(grid: list[list[str]], spoke: Spoke, angle: float, middle: int) -> None:
    """The name and the number at the end of a spoke: on its outer side, or over the middle at top and bottom."""
    row, column = _place(angle, _RADIUS + 1, middle)
    side = round(sin(angle), 2)
    room = WIDTH - 1 - column if side > 0 else column if side < 0 else WIDTH // 2
    text = f"{cut(spoke.name, room - cells(spoke.number) - 1)} {spoke.number}"
    start = column if side > 0 else column - cells(text) + 1 if side < 0 else middle - cells(text) // 2
    for offset, sign in enumerate(text):
        if 0 <= start + offset < WIDTH:
            grid[row][start + offset] = sign


def _place(angle: float, step: int, middle: int) -> tuple[int, int]:
    return _RADIUS + 1 - round(step * cos(angle)), middle + round(step * _STRETCH * sin(angle))
