"""Charts of rows, each with its name above it: where things were and are, and how many there are of each."""

from coachcli.domain.page.chart import Shares, Side, ThenAndNow
from coachcli.render.chart.drawing import LINE_HEIGHT, WIDTH, Drawing, rows_of, share, ticks
from coachcli.render.chart.key import KEY_HEIGHT, draw_key, numbers_of

_LEFT, _RIGHT = 8.0, WIDTH - 8.0
_LONGEST, _MOST_ROWS = 48, 2
_BELOW = 14.0
_GAP = 14.0


def draw_then_and_now(chart: ThenAndNow, name: str) -> str:
    """A row for each side: hollow where it was, filled where it is."""
    labels = [rows_of(side.label, _LONGEST, _MOST_ROWS) for side in chart.sides]
    moved = any(side.first != side.now for side in chart.sides)
    height = sum(map(_row_height, labels)) + 12 + (KEY_HEIGHT if moved else 0)
    said = f"A scale from {chart.low} to {chart.high} for each of {len(labels)}."
    drawing = Drawing(name, chart.title, f"{said} The words beside it have every number.", height)
    top = 0.0
    for side, rows in zip(chart.sides, labels, strict=True):
        _label(drawing, top, rows, numbers_of(side))
        _scale(drawing, top + len(rows) * LINE_HEIGHT + _BELOW, side, chart)
        top += _row_height(rows)
    for tick in ticks(chart.low, chart.high):
        across = _across(tick, chart)
        drawing.write("tick", (across, top + 6), str(tick), "middle")
    if moved:
        draw_key(drawing, height - 8, "now", "first")
    return drawing.text()


def draw_shares(chart: Shares, name: str) -> str:
    """A bar for each kind, as long as its part of the whole."""
    whole = sum(one.count for one in chart.shares)
    labels = [rows_of(one.label, _LONGEST, _MOST_ROWS) for one in chart.shares]
    said = f"A bar for each of {len(labels)}, {whole} in all. The words beside it have every number."
    drawing = Drawing(name, chart.title, said, sum(map(_row_height, labels)))
    top = 0.0
    for one, rows in zip(chart.shares, labels, strict=True):
        _label(drawing, top, rows, str(one.count))
        height = top + len(rows) * LINE_HEIGHT + _BELOW - 4
        drawing.line("track", (_LEFT, height), (_RIGHT, height))
        if one.count:
            drawing.line("bar", (_LEFT, height), (_LEFT + (_RIGHT - _LEFT) * one.count / whole, height))
        top += _row_height(rows)
    return drawing.text()


def _row_height(rows: list[str]) -> float:
    return len(rows) * LINE_HEIGHT + _BELOW + _GAP


def _label(drawing: Drawing, top: float, rows: list[str], numbers: str) -> None:
    for number, row in enumerate(rows):
        drawing.write("words", (_LEFT - 8, top + 13 + number * LINE_HEIGHT), row)
    drawing.write("figure", (_RIGHT + 8, top + 13), numbers, "end")


def _scale(drawing: Drawing, height: float, side: Side, chart: ThenAndNow) -> None:
    drawing.line("track", (_LEFT, height), (_RIGHT, height))
    first, now = _across(side.first, chart), _across(side.now, chart)
    if first != now:
        drawing.line("move", (first, height), (now, height))
        drawing.circle("first", (first, height), 6)
    drawing.circle("now", (now, height), 6)


def _across(score: float, chart: ThenAndNow) -> float:
    return _LEFT + (_RIGHT - _LEFT) * share(score, chart.low, chart.high)
