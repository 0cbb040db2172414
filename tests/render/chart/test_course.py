"""Lines over time are told apart without colour, and each has its name at its end."""

from datetime import date
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

from coachcli.domain.page.chart import Course, Curve, Reading
from coachcli.render.chart.course import draw_course

DAYS = (date(2026, 9, 3), date(2026, 10, 6), date(2027, 2, 6))
FIVE = tuple(
    Curve(f"Goal {number}", tuple(Reading(day, number + at) for at, day in enumerate(DAYS))) for number in range(5)
)


def drawn(*curves: Curve) -> Element:
    return fromstring(draw_course(Course("Goals over time", 0, 10, curves), "chart-1"))


def of_kind(root: Element, kind: str) -> list[Element]:
    return [part for part in root.iter() if (part.get("class") or "").split(" ")[0] == kind]


def test_each_line_has_dashes_and_marks_of_its_own() -> None:
    root = drawn(*FIVE)
    lines = of_kind(root, "curve")

    assert len({line.get("stroke-dasharray") for line in lines}) == len(FIVE)
    assert len({line.get("class") for line in lines}) == len(FIVE)
    # A mark for each number, one beside the name; a cross is made of two lines.
    assert len(of_kind(root, "point")) == len(FIVE) * 4 + 4


def test_each_line_has_its_last_number_and_its_name_at_its_end() -> None:
    root = drawn(*FIVE)

    assert sorted(str(part.text) for part in of_kind(root, "figure")) == ["2", "3", "4", "5", "6"]
    assert {str(part.text) for part in of_kind(root, "words")} == {curve.label for curve in FIVE}


def test_no_name_stands_over_another() -> None:
    root = drawn(*(Curve("The same goal, in many words of one kind", FIVE[0].readings) for _ in range(5)))
    heights = sorted(float(part.get("y", 0)) for part in (*of_kind(root, "figure"), *of_kind(root, "words")))

    assert all(below - above >= 15 for above, below in pairwise(heights))
    assert heights[-1] < float(str(root.get("height")))


def test_the_first_and_the_last_day_are_told_with_their_years() -> None:
    told = [str(part.text) for part in of_kind(drawn(*FIVE), "tick")]

    assert told[-4:] == ["3 Sep", "2026", "6 Feb", "2027"]


def test_numbers_of_one_day_are_drawn_too() -> None:
    root = drawn(Curve("Sleep", FIVE[0].readings[:1]))

    assert len(of_kind(root, "point")) == 2


def test_what_has_no_number_is_left_out() -> None:
    assert len(of_kind(drawn(Curve("Sleep", ()), FIVE[0]), "curve")) == 1
    assert of_kind(drawn(), "curve") == []


def test_of_very_many_numbers_not_each_has_a_mark() -> None:
    many = tuple(Reading(date.fromordinal(DAYS[0].toordinal() + day), day % 10) for day in range(200))
    root = drawn(Curve("Sleep", many))

    assert len(of_kind(root, "point")) <= 24 + 2
    assert str(of_kind(root, "curve")[0].get("d")).count("L") == 199
