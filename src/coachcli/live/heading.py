"""The top of the card: where the call is, with whom, what today is about, and the clock."""

from collections.abc import Iterator

from coachcli.cells import cells, cut
from coachcli.domain.text import one_line, visible
from coachcli.live.rows import Row
from coachcli.live.source import Meter, View

NARROW = 60
# A narrow window of at least this height has a second row at the top.
ROOMY = 15


def rows(view: View, width: int, height: int) -> list[Row]:
    """The rows of the top: one, or two in a narrow window with room; and one for the topic, if there is one."""
    meter, (first, *behind) = view.meter(), view.crumbs
    two = width < NARROW and height >= ROOMY and bool(behind)
    top = [Row("meter", _top((first,) if two else view.crumbs, "" if two else view.step, meter, width))]
    if two:
        behind = [*([view.step] if view.step else []), *behind]
        here = f"here {one_line(visible(meter.stage))}" if meter.stage else ""
        top.append(Row("meter", _ends(_shown(behind), here, width)))
    if view.topic:
        top.append(Row("topic", cut(f" Today: {one_line(visible(view.topic))}", width - 1)))
    return top


def _top(crumbs: tuple[str, ...], step: str, meter: Meter, width: int) -> str:
    narrow = width < NARROW
    right = "  ".join(one_line(visible(part)) for part in (meter.short if narrow else meter.clock, meter.saved) if part)
    right = cut(right, width - 2)
    room = width - cells(right) - 3
    *_, shortest = lefts = list(_lefts(crumbs, step, "" if narrow else meter.stage))
    left = next((text for text in lefts if cells(text) <= room), cut(shortest, room))
    return _ends(left, right, width)


def _ends(left: str, right: str, width: int) -> str:
    """Two texts at the two ends of a row; only the left one, where both do not fit."""
    if cells(left) + cells(right) + 3 > width:
        return cut(f" {left}", width - 1)
    return f" {left}{' ' * (width - 2 - cells(left) - cells(right))}{right}".rstrip()


def _lefts(crumbs: tuple[str, ...], step: str, stage: str) -> Iterator[str]:
    """What may stand on the left, from the longest text to the shortest: where the call is, and for how long.

    The crumbs behind that are left out one by one, and the time last. Where there is a step, the client stays longer:
    the time is left out before them, and then the step.
    """
    first, *rest = crumbs
    timed = f"{first}: {stage}" if stage else first
    if step:
        steps = [(timed, step, *rest[:count]) for count in range(len(rest), 0, -1)]
        yield from map(_shown, [*steps, (first, step, *rest[:1])])
    for count in range(len(rest), -1, -1):
        yield _shown((timed, *rest[:count]))
    yield _shown((first,))


def _shown(crumbs: tuple[str, ...] | list[str]) -> str:
    return " · ".join(one_line(visible(crumb)) for crumb in crumbs)
