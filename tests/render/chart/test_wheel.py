"""A wheel has a slice for each side, and an arc where it was at first."""

from xml.etree.ElementTree import Element, fromstring

from coachcli.domain.page.chart import Side, Wheel
from coachcli.render.chart.wheel import draw_wheel

NAMES = ("Strengths", "Solutions", "Technology", "Team and delegation", "Communication", "Feedback", "Results")
SIDES = tuple(Side(name, 3, 3 + number % 3) for number, name in enumerate(NAMES))


def drawn(*sides: Side) -> Element:
    return fromstring(draw_wheel(Wheel("The seven areas", 1, 10, sides), "chart-1"))


def of_kind(root: Element, kind: str) -> list[Element]:
    return [part for part in root.iter() if part.get("class") == kind]


def test_it_has_a_slice_for_each_side_and_an_arc_for_each_that_moved() -> None:
    root = drawn(*SIDES)

    assert len(of_kind(root, "slice")) == 7 + 1  # one in the key
    assert len(of_kind(root, "then")) == 4 + 1
    assert {part.get("stroke-dasharray") for part in of_kind(root, "then")} == {"5 3"}


def test_each_side_has_its_name_and_both_numbers() -> None:
    root = drawn(*SIDES)

    assert [part.text for part in of_kind(root, "figure")] == ["3", "3 → 4", "3 → 5", "3", "3 → 4", "3 → 5", "3"]
    assert " ".join(str(part.text) for part in of_kind(root, "words")) == " ".join(NAMES)


def test_where_nothing_moved_there_is_no_key() -> None:
    root = drawn(*(Side(name, 3, 3) for name in NAMES))

    assert len(of_kind(root, "slice")) == 7
    assert of_kind(root, "then") == []


def test_everything_is_within_the_drawing() -> None:
    root = drawn(*(Side("Several long words for a side", 1, 10) for _ in range(9)))
    heights = [float(part.get("y", 1)) for part in root.iter() if part.tag.endswith("text")]

    assert min(heights) > 10
    assert max(heights) < float(str(root.get("height")))
