"""Of what pygal writes the shapes are taken, and words that XML may have are put in their places."""

import sys
from typing import Any
from unittest.mock import patch
from xml.etree.ElementTree import Comment, Element, SubElement, fromstring

import pytest
from render.chart.parts import kinds, texts

from coachcli.render.chart.drawing import Drawing, Label, rows_of, ticks, within, words


def drawing() -> Drawing:
    made = Drawing("XY", 100, range=(0, 10), xrange=(0, 10))
    made.lines("track", [((0, 5), (10, 5))])
    made.write([((0, 2), Label(["a < b", "7"], 1, "end", down=3))])
    return made


@pytest.mark.parametrize(
    ("low", "high", "most", "there"),
    [
        (0, 10, 10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        (0, 10, 3, [0, 5, 10]),
        (1, 10, 3, [1, 4, 7, 10]),
        (1, 5, 3, [1, 3, 5]),
        (0, 100, 10, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]),
        (1, 12, 10, [1, 12]),
        (3, 3, 10, [3, 4]),
    ],
)
def test_a_scale_has_its_ends_and_whole_numbers_between(low: int, high: int, most: int, there: list[int]) -> None:
    assert [*ticks(low, high, most)] == there


def test_a_number_is_never_off_its_scale() -> None:
    assert [within(score, 1, 10) for score in (-2, 1, 5.5, 12)] == [1, 1, 5.5, 10]


def test_words_are_such_as_xml_may_have() -> None:
    assert words("a\nb\x1b \ufffe") == "a b‹U+001B› ‹U+FFFE›"


def test_long_words_take_a_few_rows_and_say_that_they_go_on() -> None:
    assert rows_of("Lead the division and be known for it", 12, 2) == ["Lead the", "division an…"]
    assert rows_of("", 12, 2) == [""]


def test_words_stand_in_rows_with_the_number_among_them_in_bold() -> None:
    root = fromstring(drawing().svg("x", "Title", "What it is."))
    above, below = kinds(root, "text", "words")

    assert texts(root, "words") == ["a < b", "7"]
    assert (above.get("class"), below.get("class")) == ("end", "figure end")
    assert float(str(below.get("y"))) - float(str(above.get("y"))) == 16


def test_pygal_is_not_asked_at_imports_that_come_after() -> None:
    drawing()

    assert not [finder for finder in sys.meta_path if type(finder).__module__.startswith("pygal")]


def test_words_never_go_to_pygal() -> None:
    seen = [look for _, look in drawing()._chart.raw_series]
    values = [value for values, _ in drawing()._chart.raw_series for value in values]

    assert "a < b" not in f"{seen} {values}"


def test_what_pygal_writes_besides_shapes_is_left_behind() -> None:
    def planted(_: Any, **__: Any) -> Element:
        root = Element("svg", {"onload": "alert(1)"})
        root.append(Comment("Generated with pygal on 2026-11-29"))
        for tag in ("script", "style", "foreignObject", "image", "a", "desc", "metadata"):
            SubElement(root, tag, {"href": "https://example.com"}).text = "planted"
        path = {
            "d": "M1.23456 2 L3 4",
            "style": "fill: url(x)",
            "onclick": "alert(1)",
            "id": "planted",
            "class": "line",
        }
        SubElement(root, "path", path)
        return root

    made = drawing()
    with patch("pygal.XY.render_tree", planted):
        drawn = made.svg("x", "Title", "What it is.")

    assert drawn.partition("</desc>")[2] == '<path d="M1.2 2 L3 4" /></svg>'
    assert not any(word in drawn for word in ("planted", "alert", "pygal", "example.com", "2026", "<!--", "url("))
