"""Numbers over time: a line for each thing, told apart by its dashes and by its name at the end."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from coachcli.domain.page.chart import Course
from coachcli.domain.session.answers import number_words
from coachcli.render.chart.drawing import LINE_HEIGHT, Drawing, Label, rows_of, ticks, within

_TALL = 200.0
_MOST_MARKS = 24
_MOST_KINDS = 5


class _Line(NamedTuple):
    """Days with their numbers, and what stands at its end."""

    places: Sequence[tuple[int, float]]
    label: Label

    @property
    def tall(self) -> float:
        return len(self.label.rows) * LINE_HEIGHT + 4.0


def draw_course(course: Course, name: str) -> str:
    """The chart as SVG."""
    low, high = course.low, max(course.high, course.low + 1)
    lines = sorted(_lines(course), key=lambda line: -line.places[-1][1])
    days = [day for line in lines for day, _ in line.places] or [1]
    # Of a single day the middle.
    start, end = (min(days), max(days)) if min(days) < max(days) else (days[0] - 1, days[0] + 1)
    tops = _apart([_TALL * (high - line.places[-1][1]) / (high - low) for line in lines], [line.tall for line in lines])
    below = max([16.0, *(top + line.tall - _TALL - 20 for top, line in zip(tops, lines, strict=True))])
    margins = {"margin_top": 10, "margin_right": 165, "margin_bottom": below}
    drawing = Drawing("XY", _TALL * 1.04 + 30 + below, range=(low, high), xrange=(start, end), **margins)
    for number, line in enumerate(lines):
        kind, marked = f"curve c{number % _MOST_KINDS}", len(line.places) <= _MOST_MARKS
        drawing.add(kind, line.places, dots_size=4.5, show_dots=marked)
    _name(drawing, lines, end, end - start, [high - top * (high - low) / _TALL for top in tops])
    axes = {"x_labels": [*_days(drawing, min(days), max(days))], "y_labels": ticks(low, high)}
    many = f"{len(course.curves)} lines" if len(course.curves) != 1 else "A line"
    said = f"{many} over time, from {low} to {high}."
    return drawing.svg(name, course.title, said, show_x_labels=bool(lines), **axes)


def _lines(course: Course) -> Iterator[_Line]:
    for curve in course.curves:
        if curve.readings:
            rows = (number_words(curve.readings[-1].score), *rows_of(curve.label, 18, 3))
            places = [(one.on.toordinal(), within(one.score, course.low, course.high)) for one in curve.readings]
            yield _Line(places, Label(rows, 0, down=5))


def _name(drawing: Drawing, lines: Sequence[_Line], end: int, across: int, heights: Sequence[float]) -> None:
    """The names beside the chart, and a line from each curve to its own."""
    places = [(end + 0.13 * across, height) for height in heights]
    leaders = ((line.places[-1], (x - 0.02 * across, y)) for line, (x, y) in zip(lines, places, strict=True))
    drawing.lines("leader", leaders)
    drawing.write(zip(places, (line.label for line in lines), strict=True))


def _days(drawing: Drawing, first: int, last: int) -> Iterator[dict[str, Any]]:
    """The first and the last day, and two between."""
    for day in dict.fromkeys(date.fromordinal(first + (last - first) * part // 3) for part in range(4)):
        label = Label([f"{day.day} {day:%b}", str(day.year)])
        yield {"value": day.toordinal(), "label": drawing.mark(label)}


def _apart(wanted: Sequence[float], tall: Sequence[float]) -> list[float]:
    """Where each name begins, none over another."""
    tops: list[float] = []
    for at, place in enumerate(wanted):
        tops.append(max(place, tops[-1] + tall[at - 1]) if tops else place)
    free = max(_TALL + 30, sum(tall))
    for at in reversed(range(len(tops))):
        free = tops[at] = min(tops[at], free - tall[at])
    return tops
