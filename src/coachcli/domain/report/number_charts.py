"""Numbers as charts: over time, or the first and the last of several things that were asked together."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from coachcli.domain.client.progress import Group, Numbers
from coachcli.domain.history.goals import Nearness
from coachcli.domain.page.chart import Chart, Course, Curve, Reading, Side, ThenAndNow, Wheel, caption
from coachcli.domain.session.wording import full_date
from coachcli.domain.value import Value, changed

_MOST_CURVES = 5
"""More than these are not told apart in one chart."""
_FEWEST_SPOKES, _MOST_SPOKES = 3, 9


class Drawn(Value, frozen=True):
    """A chart with the numbers that it is of; `is_whole` where it shows each of them with its day."""

    chart: Chart
    numbers: tuple[Numbers, ...]
    is_whole: bool


def drawn(group: Group) -> Iterator[Drawn]:
    """What is asked again is drawn; several sides of one thing also where they were asked for once."""
    members = [one for one in group.numbers if group.is_round or len(one.points) > 1]
    for low, high in dict.fromkeys((one.low, one.high) for one in members):
        alike = tuple(one for one in members if (one.low, one.high) == (low, high))
        if group.is_round or (len(alike) >= _FEWEST_SPOKES and _days(alike)):
            yield Drawn(_then_and_now(group, low, high, alike), alike, bool(_days(alike)))
        else:
            curves = [curve(one.title, one.points) for one in alike]
            yield from (Drawn(one, alike, is_whole=True) for one in courses(heading_of(group), low, high, curves))


def heading_of(group: Group) -> str:
    """Whose numbers they are, where they are not the client's, and of what."""
    return " · ".join(filter(None, (group.speaker, group.heading)))


def courses(title: str, low: int, high: int, curves: Sequence[Curve]) -> tuple[Course, ...]:
    """The curves in as many charts as it takes to tell them apart."""
    parts = (tuple(curves[at : at + _MOST_CURVES]) for at in range(0, len(curves), _MOST_CURVES))
    charts = (Course(title, low, high, part) for part in parts)
    return tuple(changed(one, title=f"{title}, continued") if number else one for number, one in enumerate(charts))


def told_apart(chart: Chart, heading: str) -> Chart:
    """The chart below lines of the same heading: it needs words of its own, or it reads on as one list with them."""
    if caption(chart, heading):
        return chart
    return changed(chart, title=f"{heading} {'over time' if isinstance(chart, Course) else 'at first and now'}")


def curve(label: str, points: Iterable[Nearness]) -> Curve:
    """Numbers as a line through time."""
    return Curve(label, tuple(Reading(point.on, point.score) for point in points))


def _then_and_now(group: Group, low: int, high: int, members: Sequence[Numbers]) -> Chart:
    sides = tuple(Side(one.title, one.points[0].score, one.points[-1].score) for one in members)
    title = " and ".join(map(full_date, _days(members))) or heading_of(group)
    is_wheel = group.is_round and _FEWEST_SPOKES <= len(sides) <= _MOST_SPOKES
    return Wheel(title, low, high, sides) if is_wheel else ThenAndNow(title, low, high, sides)


def _days(members: Sequence[Numbers]) -> tuple[date, ...]:
    """The one or two days on which all of these were asked for; nothing where their days differ."""
    days = {tuple(point.on for point in one.points) for one in members}
    (first,) = days if len(days) == 1 else ((),)
    return first if len(first) <= 2 else ()
