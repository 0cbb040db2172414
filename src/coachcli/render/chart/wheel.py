"""The sides of one thing around a hub: a slice for each as far as it is now, a dashed arc where it was at first."""

from collections.abc import Iterator
from math import cos, pi, sin

from coachcli.domain.page.chart import Side, Wheel
from coachcli.domain.value import Value
from coachcli.render.chart.drawing import LINE_HEIGHT, WIDTH, Drawing, figure, rows_of, share, ticks
from coachcli.render.chart.key import KEY_HEIGHT, draw_key, numbers_of

_HUB, _RIM = 16.0, 120.0
_LONGEST, _MOST_ROWS = 13, 3
_Place = tuple[float, float]


class _Label(Value, frozen=True):
    """The rows at the end of a slice, where the first of them stands if the hub is at nought, and its anchor."""

    rows: tuple[str, ...]
    place: _Place
    anchor: str

    @property
    def end(self) -> float:
        return self.place[1] + len(self.rows) * LINE_HEIGHT


def draw_wheel(wheel: Wheel, name: str) -> str:
    """The chart as SVG."""
    labels = [_label(side, (start + end) / 2) for side, start, end in _slices(wheel)]
    top, end = min(one.place[1] for one in labels), max(one.end for one in labels)
    hub = (WIDTH / 2, 14.0 - top)
    said = f"A wheel with {len(wheel.sides)} sides, from {wheel.low} at the hub to {wheel.high} at the rim."
    moved = any(side.first != side.now for side in wheel.sides)
    height = hub[1] + end + (KEY_HEIGHT if moved else 0)
    drawing = Drawing(name, wheel.title, f"{said} The words beside it have every number.", height)
    for tick in ticks(wheel.low, wheel.high):
        drawing.circle("grid", hub, _reach(tick, wheel))
    for side, start, stop in _slices(wheel):
        drawing.path("slice", _slice(hub, _reach(side.now, wheel), start, stop))
    for side, start, stop in _slices(wheel):
        if side.first != side.now:
            drawing.path("then", _arc(hub, _reach(side.first, wheel), start, stop))
    for label in labels:
        _write(drawing, hub, label)
    if moved:
        draw_key(drawing, height - 8, "slice", "then")
    return drawing.text()


def _slices(wheel: Wheel) -> Iterator[tuple[Side, float, float]]:
    """Each side with the angles between which it stands, the first at the top and the others clockwise."""
    width = 2 * pi / len(wheel.sides)
    for number, side in enumerate(wheel.sides):
        yield side, width * (number - 0.5), width * (number + 0.5)


def _reach(score: float, wheel: Wheel) -> float:
    return _HUB + (_RIM - _HUB) * share(score, wheel.low, wheel.high)


def _slice(hub: _Place, reach: float, start: float, end: float) -> str:
    return f"M{_at(hub, 0, 0)} L{_at(hub, reach, start)} {_round(hub, reach, start, end)} Z"


def _arc(hub: _Place, reach: float, start: float, end: float) -> str:
    return f"M{_at(hub, reach, start)} {_round(hub, reach, start, end)}"


def _round(hub: _Place, reach: float, start: float, end: float) -> str:
    return f"A{figure(reach)} {figure(reach)} 0 {int(end - start > pi)} 1 {_at(hub, reach, end)}"


def _at(hub: _Place, reach: float, angle: float) -> str:
    return f"{figure(hub[0] + reach * sin(angle))} {figure(hub[1] - reach * cos(angle))}"


def _label(side: Side, angle: float) -> _Label:
    """The name and the numbers at the end of a slice: outside of it, and never over it."""
    rows = (*rows_of(side.label, _LONGEST, _MOST_ROWS), numbers_of(side))
    across, down = sin(angle), -cos(angle)
    # At the top the rows stand above the place, at the bottom below it, at the sides half and half.
    top = (_RIM + 12) * down - (len(rows) - 1) * LINE_HEIGHT * (1 - down) / 2 + 4
    anchor = "middle" if abs(across) < 0.3 else "start" if across > 0 else "end"
    return _Label(rows, ((_RIM + 12) * across, top), anchor)


def _write(drawing: Drawing, hub: _Place, label: _Label) -> None:
    *name, numbers = label.rows
    for at, (kind, row) in enumerate([*(("words", row) for row in name), ("figure", numbers)]):
        place = hub[0] + label.place[0], hub[1] + label.place[1] + at * LINE_HEIGHT
        drawing.write(kind, place, row, label.anchor)
