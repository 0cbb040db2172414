"""Things beside one another: rows of where they were and are or of how many there are, and the sides of a wheel."""

from collections.abc import Sequence
from itertools import accumulate
from math import cos, pi, sin

from coachcli.domain.page.chart import Shares, Side, ThenAndNow, Wheel
from coachcli.domain.session.answers import number_words
from coachcli.render.chart.drawing import LINE_HEIGHT, WIDTH, Drawing, Label, rows_of, ticks, within

_ACROSS = 244


def draw_then_and_now(chart: ThenAndNow, name: str) -> str:
    """A row for each side: hollow where it was, filled where it is."""
    low, high, moved = chart.low, chart.high, _has_moved(chart.sides)
    drawing, heights = _rows([(one.label, _numbers(one)) for one in chart.sides], low, high, 44 if moved else 20)
    first = [(within(one.first, low, high), height) for one, height in zip(chart.sides, heights, strict=True)]
    now = [(within(one.now, low, high), height) for one, height in zip(chart.sides, heights, strict=True)]
    drawing.lines("move", zip(first, now, strict=True))
    if moved:
        drawing.add("first", first, "at first", stroke=False, dots_size=6)
    drawing.add("now", now, "now" if moved else None, stroke=False, dots_size=6)
    said = f"A scale from {low} to {high} for each of {len(now)}."
    return drawing.svg(name, chart.title, said, x_labels=ticks(low, high))


def draw_shares(chart: Shares, name: str) -> str:
    """A bar for each kind, as long as its part of the whole."""
    whole = sum(one.count for one in chart.shares)
    drawing, heights = _rows([(one.label, str(one.count)) for one in chart.shares], 0, whole)
    bars = zip(chart.shares, heights, strict=True)
    drawing.lines("bar", [((0, height), (one.count, height)) for one, height in bars if one.count])
    said = f"A bar for each of {len(heights)}, {whole} in all."
    return drawing.svg(name, chart.title, said, show_x_labels=False)


def _rows(told: Sequence[tuple[str, str]], low: int, high: int, below: float = 0) -> tuple[Drawing, list[float]]:
    """A name, a number and a track for each row, and how far down it is; there is room below."""
    names = [rows_of(label, 48, 2) for label, _ in told]
    heights = [height - 16.0 for height in accumulate(len(rows) * LINE_HEIGHT + 28 for rows in names)]
    high, bottom = max(high, low + 1), heights[-1] + 16 if heights else 1
    scale = {"range": (0, bottom), "xrange": (low, high), "inverse_y_axis": True, "show_y_labels": False}
    drawing = Drawing("XY", bottom * 1.04 + below, margin_bottom=max(0, below - 40), **scale)
    tops = [height - len(rows) * LINE_HEIGHT + 1 for height, rows in zip(heights, names, strict=True)]
    drawing.write(((low, top), Label(rows)) for top, rows in zip(tops, names, strict=True))
    drawing.write(((high, top), Label([figure], 0, "end")) for top, (_, figure) in zip(tops, told, strict=True))
    drawing.lines("track", [((low, height), (high, height)) for height in heights])
    return drawing, heights


def draw_wheel(wheel: Wheel, name: str) -> str:
    """An area as far as the sides are now, and a dashed line where they were at first."""
    low, high = wheel.low, wheel.high
    # pygal goes round against the clock.
    sides = [wheel.sides[0], *reversed(wheel.sides[1:])]
    labels = [_label(side, -2 * pi * at / len(sides)) for at, side in enumerate(sides)]
    room, aside = max(len(one.rows) for one in labels) * LINE_HEIGHT, (WIDTH - _ACROSS) / 2
    spacing, moved = room / 2 - 4, _has_moved(sides)
    margins: dict[str, float] = {"margin_bottom": 4 if moved else 16 + spacing}
    margins |= {"margin_left": aside - spacing - 7 * len(str(high)), "margin_right": aside, "margin_top": room + 6}
    drawing = Drawing("Radar", _ACROSS + 2 * room + 26, range=(0, _reach(high, wheel)), spacing=spacing, **margins)
    now = [_reach(one.now, wheel) for one in sides]
    drawing.add("area", now, "now" if moved else None, fill=True, show_dots=False)
    if moved:
        drawing.add("then", [_reach(one.first, wheel) for one in sides], "at first", show_dots=False)
    scale = [{"value": _reach(ring, wheel), "label": str(ring)} for ring in ticks(low, high, 3)]
    said = f"A wheel with {len(sides)} sides, from {low} at the hub to {high} at the rim."
    return drawing.svg(name, wheel.title, said, x_labels=[*map(drawing.mark, labels)], y_labels=scale)


def _reach(score: float, wheel: Wheel) -> float:
    """How far from the middle: there is a hub, or whoever said the least would see nothing of it."""
    return within(score, wheel.low, wheel.high) - wheel.low + (wheel.high - wheel.low) / 8


def _label(side: Side, angle: float) -> Label:
    """The name and the numbers at the end of a spoke: outside of it, and never over it."""
    rows = (*rows_of(side.label, 13, 3), _numbers(side))
    across, down = sin(angle), -cos(angle)
    anchor = "middle" if abs(across) < 0.3 else "start" if across > 0 else "end"
    # At the top the rows stand above the place, at the bottom below it, at the sides half and half.
    top = 14 * down - (len(rows) - 1) * LINE_HEIGHT * (1 - down) / 2 + 4
    return Label(rows, len(rows) - 1, anchor, 8 * across, top)


def _has_moved(sides: Sequence[Side]) -> bool:
    return any(one.first != one.now for one in sides)


def _numbers(side: Side) -> str:
    """3 → 6, or 6 where it is the same."""
    now = number_words(side.now)
    return now if side.first == side.now else f"{number_words(side.first)} → {now}"
