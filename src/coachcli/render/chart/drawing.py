"""A chart that pygal computes, as a drawing: its shapes and words alone, each of a kind that `pages/chart.css` draws.

pygal writes a script, a style for the whole page, the day, its own name and a random number into each chart. None of
that comes through here: of its tree the places of shapes are taken, and nothing else. Words never go to it: it finds
the place of a mark, and the words are put there.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from coachcli.cells import cut, wrap
from coachcli.domain.text import one_line, visible
from coachcli.patterns import pattern

NAMESPACE = "http://www.w3.org/2000/svg"
WIDTH = 440
"""So wide that the words can still be read on a phone."""
LINE_HEIGHT = 16
_Place = tuple[float, float]
_USUAL: dict[str, Any] = {"width": WIDTH, "spacing": 8, "margin": 0, "truncate_label": -1, "truncate_legend": -1}
_USUAL |= {"value_formatter": "{:g}".format, "x_value_formatter": "{:g}".format, "no_data_text": ""}
_USUAL |= {"print_labels": True, "allow_interruptions": True, "legend_at_bottom": True}
_PLACES = ("d", "cx", "cy", "r", "x", "y", "width", "height")
_LONG_FIGURE = pattern(r"-?\d+\.\d+")
_SERIES = pattern(r"\b(?:serie|color)-(\d+)")
_AXIS = pattern(r"axis [xy]( web)?")
# No lines up from the days, and none below the lowest number.
_SEEN = pattern(r"circle|rect .*color-\d|path (?!axis x [^w]|axis y line)")
_NO_CHARACTER = pattern("[\ufffe\uffff]")


class Label(NamedTuple):
    """Words in rows, which of them is a number, and how they stand about their place."""

    rows: Sequence[str]
    figure: int | None = None
    anchor: str = ""
    across: float = 0.0
    down: float = 0.0


class Drawing:
    """A chart of one of the types that pygal has, with what is in it."""

    def __init__(self, chart: str, height: float, **config: Any) -> None:
        import pygal  # noqa: PLC0415 80 ms, and only where a chart is drawn

        # It looks for maps at every import that comes after, in a way that Python 3.11 warns of.
        sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != pygal.__name__]
        style = pygal.style.Style(label_font_size=12, value_font_size=0, legend_font_size=12)
        self._height = round(height)
        self._chart = getattr(pygal, chart)(height=self._height, style=style, **_USUAL | config)
        self._kinds: list[str] = []
        self._labels: dict[str, Label] = {}

    def add(self, kind: str, values: Sequence[Any], key: str | None = None, **look: Any) -> None:
        """Values of a kind; where they need one, with words for the key below the chart."""
        self._kinds.append(kind)
        self._chart.add(key, values, **look)

    def lines(self, kind: str, ends: Iterable[tuple[_Place, _Place]]) -> None:
        """Straight lines between two places each."""
        self.add(kind, [place for both in ends for place in (*both, None)], show_dots=False)

    def write(self, labels: Iterable[tuple[_Place, Label]]) -> None:
        """Words at their places."""
        values = [{"value": place, "label": self.mark(label)} for place, label in labels]
        self.add("words", values, stroke=False, dots_size=0)

    def mark(self, label: Label) -> str:
        """What pygal finds a place for, instead of the words."""
        mark = f"#{len(self._labels)}"
        self._labels[mark] = label
        return mark

    def svg(self, name: str, title: str, said: str, **axes: Any) -> str:
        """The drawing, with what is told to whoever does not see it."""
        has_key = any(look["title"] for _, look in self._chart.raw_series)
        tree = self._chart.render_tree(show_legend=has_key, legend_at_bottom_columns=len(self._kinds), **axes)
        size = {"viewBox": f"0 0 {WIDTH} {self._height}", "width": str(WIDTH), "height": str(self._height)}
        told = {"role": "img", "aria-labelledby": f"{name}-title {name}-desc", "font-family": "sans-serif"}
        root = Element("svg", {"xmlns": NAMESPACE, "class": "drawing", **size, **told})
        SubElement(root, "title", {"id": f"{name}-title"}).text = words(title)
        SubElement(root, "desc", {"id": f"{name}-desc"}).text = f"{said} The words beside it have every number."
        self._keep(tree, root)
        return tostring(root, encoding="unicode")

    def _keep(self, source: Element, target: Element) -> None:
        """Draw again what is seen of a tree."""
        for node in source:
            marks = node.get("class") or ""
            series, axis = _SERIES.search(marks), _AXIS.match(marks)
            kind = self._kinds[int(series[1])] if series else axis[0] if axis else ""
            look = {"class": kind} if kind else {}
            if node.tag == "g":
                look |= {"transform": node.attrib["transform"]} if "transform" in node.attrib else {}
                self._keep(node, SubElement(target, "g", look) if look else target)
            elif node.tag == "text" and node.text:
                _write(target, node, self._labels.get(node.text, Label([node.text])))
            elif _SEEN.match(f"{node.tag} {target.get('class', '')} {marks}") and node.get("r") != "0":
                places = {place: _short(node.attrib[place]) for place in _PLACES if place in node.attrib}
                SubElement(target, node.tag, look | places | ({"rx": "6"} if node.tag == "rect" else {}))


def _write(target: Element, node: Element, label: Label) -> None:
    x, y = float(node.attrib["x"]) + label.across, float(node.attrib["y"]) + label.down
    for at, row in enumerate(label.rows):
        kind = f"{'figure' if at == label.figure else ''} {label.anchor}".strip()
        places = {"x": _short(f"{x:f}"), "y": _short(f"{y + at * LINE_HEIGHT:f}")}
        SubElement(target, "text", ({"class": kind} if kind else {}) | places).text = row


def _short(places: str) -> str:
    return _LONG_FIGURE.sub(lambda match: f"{round(float(match[0]), 1) + 0.0:g}", places)


def words(said: str) -> str:
    """Words on one line, as XML may have them."""
    return one_line(_NO_CHARACTER.sub(lambda match: f"‹U+{ord(match[0]):04X}›", visible(said)))


def rows_of(said: str, width: int, most: int) -> list[str]:
    """Words in a few rows of so many letters; where they are more, the last row says so."""
    rows = wrap(words(said), width, breaks=True) or [""]
    return rows if len(rows) <= most else [*rows[: most - 1], cut(" ".join(rows[most - 1 :]), width)]


def within(score: float, low: int, high: int) -> float:
    """A number that is not off its scale."""
    return min(max(score, low), high)


def ticks(low: int, high: int, most: int = 10) -> Sequence[int]:
    """The ends of a scale and whole numbers between them, as far from one another, in so many parts at most."""
    span = max(high - low, 1)
    parts = next(parts for parts in range(most, 0, -1) if span % parts == 0)
    return range(low, low + span + 1, span // parts)
