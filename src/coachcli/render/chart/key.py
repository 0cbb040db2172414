"""What then and now look like, told below a chart; and both numbers of a side in a few signs."""

from coachcli.domain.page.chart import Side
from coachcli.domain.session.answers import number_words
from coachcli.render.chart.drawing import Drawing

KEY_HEIGHT = 26.0
_LEFT, _MIDDLE = 120.0, 230.0


def draw_key(drawing: Drawing, height: float, now: str, then: str) -> None:
    """The key at a height."""
    drawing.line("move" if then == "first" else "then", (_LEFT, height), (_LEFT + 24, height))
    if then == "first":
        drawing.circle("first", (_LEFT + 12, height), 5)
    drawing.write("tick", (_LEFT + 32, height + 4), "at first")
    if now == "slice":
        drawing.shape("rect", now, x=_MIDDLE, y=height - 7, width=24, height=14)
    else:
        drawing.circle(now, (_MIDDLE + 12, height), 5)
    drawing.write("tick", (_MIDDLE + 32, height + 4), "now")


def numbers_of(side: Side) -> str:
    """3 → 6, or 6 where it is the same."""
    now = number_words(side.now)
    return now if side.first == side.now else f"{number_words(side.first)} → {now}"
