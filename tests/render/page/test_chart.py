"""A chart as SVG can be read by whoever does not see it, and does nothing but be seen."""

import re
from collections.abc import Iterator
from datetime import date
from importlib import resources
from xml.etree.ElementTree import Element, fromstring

import pytest
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.page.chart import Chart, Course, Curve, Reading, Share, Shares, Side, ThenAndNow, Wheel
from coachcli.render.page.chart import inline_svg, svg

SPACE = "{http://www.w3.org/2000/svg}"
SHAPES = {"circle", "desc", "g", "path", "rect", "svg", "text", "title"}
ABOUT = {"role", "aria-labelledby", "class", "font-family", "id", "transform", "viewBox"}
PLACES = {"d", "x", "y", "cx", "cy", "r", "rx", "width", "height"}
STYLE = (resources.files("coachcli") / "pages" / "chart.css").read_text(encoding="utf-8")
PLAIN = {"axis", "c0", "first", "words"}
"""These are as all lines, marks and words are."""
ATTACK = "</text><script>alert(1)</script> \x1b[2J \ufffe \ud800 {{ 7 * 7 }}"


def charts(label: str = "Presence") -> tuple[Chart, ...]:
    """One of each kind, with this for a title and a label."""
    readings = (Reading(date(2026, 9, 3), 3), Reading(date(2026, 11, 10), 6.5))
    sides = (Side(label, 3, 6), Side("Feedback", 5, 5), Side("Results", 9, 2))
    return (
        Course(label, 0, 10, (Curve(label, readings), Curve("Sleep", readings[:1]))),
        Wheel(label, 1, 10, sides),
        ThenAndNow(label, 1, 10, sides),
        Shares(label, (Share(label, 3), Share("open", 0))),
    )


def parts(drawing: str) -> Iterator[Element]:
    return fromstring(drawing).iter()


def tags(drawing: str) -> set[str]:
    return {part.tag.removeprefix(SPACE) for part in parts(drawing)}


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: type(chart).__name__)
def test_it_is_an_image_with_a_title_and_a_description_of_its_own(chart: Chart) -> None:
    root = fromstring(svg(chart, "chart-7"))
    title, description = root[0], root[1]

    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "chart-7-title chart-7-desc")
    assert (title.get("id"), title.text) == ("chart-7-title", "Presence")
    assert description.get("id") == "chart-7-desc"
    assert str(description.text).endswith("The words beside it have every number.")


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: type(chart).__name__)
def test_it_is_made_of_shapes_and_words_alone(chart: Chart) -> None:
    drawing = svg(chart, "chart-1")

    assert tags(drawing) <= SHAPES
    assert drawing.count("http") == 1
    assert {name for part in parts(drawing) for name in part.attrib} <= ABOUT | PLACES
    assert not any(word in drawing.lower() for word in ("url(", "pygal", "script", "<!--", "<?"))


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: type(chart).__name__)
def test_it_is_the_same_each_time_and_has_no_address_within_a_page(chart: Chart) -> None:
    assert svg(chart, "chart-1") == svg(chart, "chart-1")
    assert "http" not in inline_svg(chart, "chart-1")


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: type(chart).__name__)
def test_two_of_a_page_have_no_id_in_common(chart: Chart) -> None:
    one, other = ([part.get("id") for part in parts(svg(chart, name)) if part.get("id")] for name in ("a", "b"))

    assert one == ["a-title", "a-desc"]
    assert not {*one} & {*other}


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: type(chart).__name__)
def test_each_kind_of_shape_is_drawn_by_the_style_of_charts(chart: Chart) -> None:
    kinds = {kind for part in parts(svg(chart, "chart-1")) for kind in part.get("class", "").split()}

    assert all(f".{kind}" in STYLE for kind in kinds - PLAIN)


@OFTEN
@given(st.one_of(st.text(), st.just(ATTACK)))
def test_words_stay_words(label: str) -> None:
    for chart in charts(label):
        drawing = svg(chart, "chart-1")
        shown = "".join(part.text or "" for part in parts(drawing))

        assert tags(drawing) <= SHAPES
        assert not any(ord(sign) < 32 or sign in "\ufffe\uffff\ud800\x7f\x85\u202e" for sign in shown)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 9, 30])
def test_any_number_of_things_makes_a_drawing(count: int) -> None:
    sides = tuple(Side(f"Side {number}", 1, number) for number in range(count))
    curves = tuple(Curve(one.label, (Reading(date(2026, 9, 3), one.now),)) for one in sides)
    for chart in (Course("x", 0, 10, curves), ThenAndNow("x", 1, 10, sides), Shares("x", ())):
        assert fromstring(svg(chart, "chart-1")).tag == f"{SPACE}svg"
    wheel = svg(Wheel("x", 1, 10, sides), "chart-1")
    assert ("A wheel with" in wheel) is (3 <= count <= 12)


@pytest.mark.parametrize(("low", "high"), [(0, 0), (3, 3), (-5, 5), (-9, -1), (0, 1), (1, 12), (0, 100)])
def test_any_scale_makes_a_drawing(low: int, high: int) -> None:
    sides = tuple(Side(f"Side {score}", score, low) for score in (low - 1, low, high, high + 1))
    curves = tuple(Curve(one.label, (Reading(date(2026, 9, 3), one.first),)) for one in sides)
    for chart in (Course("x", low, high, curves), ThenAndNow("x", low, high, sides), Wheel("x", low, high, sides)):
        assert not {"nan", "inf", "-0"} & set(re.findall(r"nan|inf|(?<![\d.])-0(?![.\d])", svg(chart, "chart-1")))
