"""Numbers over time: a line for each thing, told apart by its dashes, its marks and its name at the end."""

from collections.abc import Iterable, Sequence
from datetime import date

from coachcli.domain.page.chart import Course, Curve, Reading
from coachcli.domain.session.answers import number_words
from coachcli.domain.value import Value
from coachcli.render.chart.drawing import LINE_HEIGHT, Drawing, figure, rows_of, share, ticks

_LEFT, _RIGHT, _TOP, _BOTTOM = 28.0, 272.0, 14.0, 200.0
_NAMES = 296.0
_CLOSEST = 50.0
_SIZE = 4.5
_MOST_MARKS = 24
_LONGEST, _MOST_ROWS = 18, 3
_DASHES = ("none", "8 4", "2 4", "12 4 2 4", "5 2")
_MARKS = ("circle", "square", "triangle", "diamond", "cross")
_Place = tuple[float, float]


class _Name(Value, frozen=True):
    """The name of a curve in rows, the height at which it would best stand, and that at which it does."""

    rows: tuple[str, ...]
    wanted: float
    top: float = 0.0

    @property
    def height(self) -> float:
        return len(self.rows) * LINE_HEIGHT + 4.0


def draw_course(course: Course, name: str) -> str:
    """The chart as SVG; `name` is that of the drawing, by which its parts are told from those of others."""
    names = _spread([_name(one, _height(one.readings[-1].score, course)) for one in course.curves if one.readings])
    lowest = max([_BOTTOM + 40.0, *(one.top + one.height + 4.0 for one in names)])
    many = f"{len(course.curves)} lines" if len(course.curves) != 1 else "A line"
    said = f"{many} over time, from {course.low} to {course.high}. The words beside it have every number."
    drawing = Drawing(name, course.title, said, lowest)
    days = sorted({reading.on for one in course.curves for reading in one.readings})
    _axes(drawing, course, days)
    told = [one for one in course.curves if one.readings]
    for number, (curve, label) in enumerate(zip(told, names, strict=True)):
        _curve(drawing, number, [_place(one, days, course) for one in curve.readings])
        _label(drawing, number, label, _place(curve.readings[-1], days, course))
    return drawing.text()


def _axes(drawing: Drawing, course: Course, days: Sequence[date]) -> None:
    for tick in ticks(course.low, course.high):
        height = _height(tick, course)
        drawing.line("grid", (_LEFT, height), (_RIGHT, height))
        drawing.write("tick", (_LEFT - 8, height + 4), str(tick), "end")
    drawing.line("axis", (_LEFT, _BOTTOM), (_RIGHT, _BOTTOM))
    year = 0
    for day in _told_days(days):
        across = _across(day, days)
        drawing.line("axis", (across, _BOTTOM), (across, _BOTTOM + 5))
        drawing.write("tick", (across, _BOTTOM + 19), f"{day.day} {day:%b}", "middle")
        if day.year != year:
            drawing.write("tick", (across, _BOTTOM + 34), str(day.year), "middle")
        year = day.year


def _told_days(days: Sequence[date]) -> list[date]:
    """The first and the last day, and those between that have room."""
    told = list(days[:1])
    for day in days[1:-1]:
        here = _across(day, days)
        if here - _across(told[-1], days) >= _CLOSEST and _across(days[-1], days) - here >= _CLOSEST:
            told.append(day)
    return [*told, days[-1]] if len(days) > 1 else told


def _curve(drawing: Drawing, number: int, places: Sequence[_Place]) -> None:
    steps = " ".join(f"{'L' if at else 'M'}{figure(x)} {figure(y)}" for at, (x, y) in enumerate(places))
    drawing.path(f"curve c{number % len(_DASHES)}", steps, stroke_dasharray=_DASHES[number % len(_DASHES)])
    far = -(-len(places) // _MOST_MARKS)
    for place in dict.fromkeys((*places[::far], *places[-1:])):
        _mark(drawing, number, place)


def _mark(drawing: Drawing, number: int, place: _Place) -> None:
    (x, y), kind, size = place, f"point c{number % len(_MARKS)}", _SIZE
    match _MARKS[number % len(_MARKS)]:
        case "circle":
            drawing.circle(kind, place, size)
        case "square":
            drawing.path(kind, _closed([(x - 4, y - 4), (x + 4, y - 4), (x + 4, y + 4), (x - 4, y + 4)]))
        case "triangle":
            drawing.path(kind, _closed([(x, y - 5), (x + 5, y + 4), (x - 5, y + 4)]))
        case "diamond":
            drawing.path(kind, _closed([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)]))
        case _:
            drawing.line(kind, (x - 4, y - 4), (x + 4, y + 4))
            drawing.line(kind, (x - 4, y + 4), (x + 4, y - 4))


def _closed(corners: Iterable[_Place]) -> str:
    return f"M{' L'.join(f'{figure(x)} {figure(y)}' for x, y in corners)} Z"


def _label(drawing: Drawing, number: int, label: _Name, end: _Place) -> None:
    """The mark, the last number and the name of a curve, with a line that leads there."""
    first = label.top + 12.0
    drawing.line("leader", (end[0] + 7, end[1]), (_NAMES - 9, first - 4))
    _mark(drawing, number, (_NAMES, first - 4))
    for at, row in enumerate(label.rows):
        drawing.write("words" if at else "figure", (_NAMES + 11, first + at * LINE_HEIGHT), row)


def _name(curve: Curve, height: float) -> _Name:
    rows = rows_of(curve.label, _LONGEST, _MOST_ROWS)
    return _Name((number_words(curve.readings[-1].score), *rows), height - 8.0)


def _spread(names: Sequence[_Name]) -> list[_Name]:
    """The names, none over another: each as near as it can be to where it wants to stand."""
    order = sorted(range(len(names)), key=lambda at: names[at].wanted)
    tops: dict[int, float] = {}
    free = 0.0
    for at in order:
        tops[at] = max(free, names[at].wanted)
        free = tops[at] + names[at].height
    end = max(_BOTTOM + 30.0, sum(one.height for one in names))
    for at in reversed(order):
        tops[at] = min(tops[at], end - names[at].height)
        end = tops[at]
    return [_Name(one.rows, one.wanted, tops[at]) for at, one in enumerate(names)]


def _place(reading: Reading, days: Sequence[date], course: Course) -> _Place:
    return _across(reading.on, days), _height(reading.score, course)


def _across(day: date, days: Sequence[date]) -> float:
    span = (days[-1] - days[0]).days
    inside = _RIGHT - _LEFT - 24
    return _LEFT + 12 + (inside * (day - days[0]).days / span if span else inside / 2)


def _height(score: float, course: Course) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * share(score, course.low, course.high)
