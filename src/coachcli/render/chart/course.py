"""Numbers over time: a line for each thing, told apart by its dashes and by its name at the end."""

from collections.abc import Sequence
from datetime import date

from coachcli.domain.page.chart import Course
from coachcli.domain.session.answers import number_words
from coachcli.render.chart.drawing import LINE_HEIGHT, Drawing, Label, rows_of, within

_TALL = 200.0
_MOST_MARKS = 24


def draw_course(course: Course, name: str) -> str:
    """The chart as SVG; the names stand beside it, as near as they can be to where the lines end."""
    low, high = course.low, max(course.high, course.low + 1)
    curves = sorted((one for one in course.curves if one.readings), key=lambda one: -one.readings[-1].score)
    lines = [[(one.on.toordinal(), within(one.score, low, high)) for one in curve.readings] for curve in curves]
    labels = [Label([number_words(one.readings[-1].score), *rows_of(one.label, 18, 3)], 0, down=5) for one in curves]
    tall = [len(label.rows) * LINE_HEIGHT + 4.0 for label in labels]
    tops = _apart([_TALL * (high - line[-1][1]) / (high - low) for line in lines], tall)
    below = max([16.0, *(top + own - _TALL - 20 for top, own in zip(tops, tall, strict=True))])
    days = [day for line in lines for day, _ in line] or [1]
    first, across = min(days), max(days) - min(days)
    # Of a single day the middle, and each name as far from it as from the end of a line.
    start, end = (first, first + across) if across else (first - 1, first + 1)
    margins = {"margin_top": 10, "margin_right": 165, "margin_bottom": below}
    drawing = Drawing("XY", _TALL * 1.04 + 30 + below, range=(low, high), xrange=(start, end), **margins)
    for number, line in enumerate(lines):
        drawing.add(f"curve c{number}", line, dots_size=4.5, show_dots=len(line) <= _MOST_MARKS)
    places = [(end + 0.13 * (end - start), high - top * (high - low) / _TALL) for top in tops]
    leaders = ((line[-1], (x - 0.02 * (end - start), y)) for line, (x, y) in zip(lines, places, strict=True))
    drawing.lines("leader", leaders)
    drawing.write(zip(places, labels, strict=True))
    told = dict.fromkeys(date.fromordinal(first + across * part // 3) for part in range(4))
    scale = [
        {"value": day.toordinal(), "label": drawing.mark(Label([f"{day.day} {day:%b}", str(day.year)]))} for day in told
    ]
    many = f"{len(course.curves)} lines" if len(course.curves) != 1 else "A line"
    return drawing.svg(name, course.title, f"{many} over time, from {low} to {high}.", x_labels=scale)


def _apart(wanted: Sequence[float], tall: Sequence[float]) -> list[float]:
    """Where each name begins, none over another."""
    tops: list[float] = []
    for at, place in enumerate(wanted):
        tops.append(max(place, tops[-1] + tall[at - 1]) if tops else place)
    free = max(_TALL + 30, sum(tall))
    for at in reversed(range(len(tops))):
        free = tops[at] = min(tops[at], free - tall[at])
    return tops
