"""A chart of a page as SVG: no script, no style, nothing fetched, and the same for the same numbers."""

from coachcli.domain.page.chart import Chart, Course, Shares, ThenAndNow, Wheel
from coachcli.render.chart.course import draw_course
from coachcli.render.chart.drawing import NAMESPACE
from coachcli.render.chart.sides import draw_shares, draw_then_and_now, draw_wheel

# Fewer are no wheel, and of more the names would stand over one another.
_FEWEST_SIDES, _MOST_SIDES = 3, 12


def svg(chart: Chart, name: str) -> str:
    """The drawing of a chart; by `name` its parts are told from those of other drawings on a page."""
    match chart:
        case Course():
            return draw_course(chart, name)
        case ThenAndNow():
            return draw_then_and_now(chart, name)
        case Wheel() if _FEWEST_SIDES <= len(chart.sides) <= _MOST_SIDES:
            return draw_wheel(chart, name)
        case Wheel(title=title, low=low, high=high, sides=sides):
            return draw_then_and_now(ThenAndNow(title, low, high, sides), name)
        case Shares():
            return draw_shares(chart, name)


def inline_svg(chart: Chart, name: str) -> str:
    """The same within a page of HTML, where no address of a namespace is needed."""
    return svg(chart, name).replace(f' xmlns="{NAMESPACE}"', "", 1)
