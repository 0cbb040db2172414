"""What every drawing is made of: shapes and words, each with its kind, by which a page gives it its colours.

A drawing that stands alone has the colours written beside the kinds. It tells no day, no program and nothing of whoever
made it, and is the same for the same numbers.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from coachcli.cells import cut, wrap
from coachcli.domain.text import one_line, visible
from coachcli.patterns import pattern

NAMESPACE = "http://www.w3.org/2000/svg"
WIDTH = 440
"""So wide that the words can still be read on a phone."""
LINE_HEIGHT = 16
_NO_CHARACTER = pattern("[\ufffe\uffff]")
_STEPS = (5, 4, 3, 2, 7, 6)
_INK, _QUIET, _PALE, _PAPER = "#1d1d1f", "#59595e", "#c9c9ce", "#ffffff"
_KINDS: dict[str, dict[str, str]] = {
    "grid": {"fill": "none", "stroke": _PALE, "stroke-width": "1"},
    "axis": {"fill": "none", "stroke": _QUIET, "stroke-width": "1"},
    "track": {"fill": "none", "stroke": _PALE, "stroke-width": "6", "stroke-linecap": "round"},
    "words": {"fill": _INK, "font-size": "13"},
    "figure": {"fill": _INK, "font-size": "13", "font-weight": "bold"},
    "tick": {"fill": _QUIET, "font-size": "12"},
    "first": {"fill": _PAPER, "stroke": _INK, "stroke-width": "2"},
    "then": {"fill": "none", "stroke": _INK, "stroke-width": "2", "stroke-dasharray": "5 3"},
    "now": {"fill": _INK, "stroke": _INK, "stroke-width": "2"},
    "move": {"fill": "none", "stroke": _INK, "stroke-width": "3"},
    "slice": {"fill": "#a9b6c4", "stroke": _INK, "stroke-width": "1.5", "stroke-linejoin": "round"},
    "bar": {"fill": "none", "stroke": _INK, "stroke-width": "10"},
    "curve": {"fill": "none", "stroke": _INK, "stroke-width": "2", "stroke-linejoin": "round"},
    "point": {"fill": _PAPER, "stroke": _INK, "stroke-width": "2"},
    "leader": {"fill": "none", "stroke": _QUIET, "stroke-width": "1"},
}


class Drawing:
    """A drawing of so many units, `WIDTH` of them from left to right, with what it is for whoever does not see it."""

    def __init__(self, name: str, title: str, description: str, height: float) -> None:
        self._root = Element(
            "svg",
            {
                "xmlns": NAMESPACE,
                "class": "drawing",
                "viewBox": f"0 0 {WIDTH} {figure(height)}",
                "width": str(WIDTH),
                "height": figure(height),
                "role": "img",
                "aria-labelledby": f"{name}-title {name}-desc",
                "font-family": "sans-serif",
            },
        )
        for tag, said in (("title", title), ("desc", description)):
            SubElement(self._root, tag, {"id": f"{name}-{tag}"}).text = words(said)

    def shape(self, tag: str, kind: str, **places: float | str) -> None:
        """A shape of a kind at its place."""
        named = {name.replace("_", "-"): figure(place) for name, place in places.items()}
        SubElement(self._root, tag, {"class": kind, **_KINDS[kind.partition(" ")[0]], **named})

    def line(self, kind: str, start: tuple[float, float], end: tuple[float, float], **more: str) -> None:
        """A straight line."""
        self.shape("line", kind, x1=start[0], y1=start[1], x2=end[0], y2=end[1], **more)

    def circle(self, kind: str, middle: tuple[float, float], radius: float, **more: str) -> None:
        """A circle."""
        self.shape("circle", kind, cx=middle[0], cy=middle[1], r=radius, **more)

    def path(self, kind: str, steps: str, **more: str) -> None:
        """A line through several places."""
        self.shape("path", kind, d=steps, **more)

    def write(self, kind: str, place: tuple[float, float], said: str, anchor: str = "start") -> None:
        """Words on one line, that begin, end or have their middle at a place."""
        attributes = {"class": kind, **_KINDS[kind], "x": figure(place[0]), "y": figure(place[1])}
        if anchor != "start":
            attributes["text-anchor"] = anchor
        SubElement(self._root, "text", attributes).text = words(said)

    def text(self) -> str:
        """The drawing as SVG."""
        return tostring(self._root, encoding="unicode")


def figure(place: float | str) -> str:
    """A place in the drawing, as short as it can be written."""
    return place if isinstance(place, str) else f"{round(place, 1) + 0.0:g}"


def words(said: str) -> str:
    """Words on one line, as XML may have them."""
    return one_line(_NO_CHARACTER.sub(lambda match: f"‹U+{ord(match[0]):04X}›", visible(said)))


def rows_of(said: str, width: int, most: int) -> list[str]:
    """Words in a few rows of so many letters; where they are more, the last row says so."""
    rows = wrap(words(said), width, breaks=True) or [""]
    return rows if len(rows) <= most else [*rows[: most - 1], cut(" ".join(rows[most - 1 :]), width)]


def ticks(low: int, high: int) -> Sequence[int]:
    """The ends of a scale and whole numbers between them, as far from one another as they are few."""
    span = high - low
    steps = next((steps for steps in _STEPS if span > 0 and span % steps == 0), 1)
    return range(low, high + 1, span // steps) if span > 0 else (low,)


def share(score: float, low: int, high: int) -> float:
    """How far up a scale a number is, from 0 to 1."""
    return min(1.0, max(0.0, (score - low) / (high - low))) if high > low else 0.0
