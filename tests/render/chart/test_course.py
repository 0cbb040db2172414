"""Lines over time are told apart without colour, and each has its name at its end."""

from datetime import date
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

from render.chart.parts import kinds, places, texts

from coachcli.domain.page.chart import Course, Curve, Reading
from coachcli.render.chart.course import draw_course

DAYS = (date(2026, 9, 3), date(2026, 10, 6), date(2027, 2, 6))
FIVE = tuple(
    Curve(f"Goal {number}", tuple(Reading(day, number + at) for at, day in enumerate(DAYS))) for number in range(5)
)


def drawn(*curves: Curve) -> Element:
    return fromstring(draw_course(Course("Goals over time", 0, 10, curves), "chart-1"))


def lines(root: Element) -> list[Element]:
    return [part for number in range(9) for part in kinds(root, "path", f"curve c{number}")]


def marks(root: Element) -> list[Element]:
    return [part for number in range(9) for part in kinds(root, "circle", f"curve c{number}")]


def test_each_line_is_of_a_kind_of_its_own_with_a_mark_for_each_number() -> None:
    root = drawn(*FIVE)

    assert [len(kinds(root, "path", f"curve c{number}")) for number in range(5)] == [1] * 5
    assert len(marks(root)) == len(FIVE) * 3


def test_each_line_has_its_last_number_and_its_name_at_its_end() -> None:
    root = drawn(*FIVE)

    assert texts(root, "words") == ["6", "Goal 4", "5", "Goal 3", "4", "Goal 2", "3", "Goal 1", "2", "Goal 0"]
    assert len(kinds(root, "path", "leader")) == 5


def test_a_line_goes_from_where_it_was_to_where_it_is() -> None:
    (line,) = lines(drawn(Curve("Sleep", (Reading(DAYS[0], 0), Reading(DAYS[2], 10)))))
    start, end = (part.split() for part in str(line.get("d")).removeprefix("M").split(" L"))

    assert float(end[0]) - float(start[0]) > 200
    assert float(start[1]) - float(end[1]) == 200


def test_no_name_stands_over_another() -> None:
    root = drawn(*(Curve("The same goal, in many words of one kind", FIVE[0].readings) for _ in range(5)))
    heights = sorted(y for _, y in places(root, "words"))

    assert len(heights) == 20
    assert all(below - above >= 15 for above, below in pairwise(heights))
    assert heights[-1] < float(str(root.get("height"))) - 4


def test_the_first_and_the_last_day_are_told_with_their_years() -> None:
    told = texts(drawn(*FIVE), "axis x")

    assert told[:2] + told[-2:] == ["3 Sep", "2026", "6 Feb", "2027"]
    assert len(told) == 8


def test_numbers_of_one_day_are_drawn_too() -> None:
    root = drawn(Curve("Sleep", FIVE[0].readings[:1]))

    assert len(marks(root)) == 1
    assert texts(root, "axis x") == ["3 Sep", "2026"]


def test_a_number_is_never_off_its_scale() -> None:
    readings = (Reading(DAYS[0], -3), Reading(DAYS[1], 14))
    heights = [float(str(mark.get("cy"))) for mark in marks(drawn(Curve("Sleep", readings)))]

    assert heights == [204, 4]


def test_what_has_no_number_is_left_out() -> None:
    assert len(lines(drawn(Curve("Sleep", ()), FIVE[0]))) == 1
    assert lines(drawn()) == []
    assert texts(drawn(), "axis x") == []


def test_of_very_many_numbers_none_has_a_mark() -> None:
    many = tuple(Reading(date.fromordinal(DAYS[0].toordinal() + day), day % 10) for day in range(200))
    root = drawn(Curve("Sleep", many))

    assert marks(root) == []
    assert str(lines(root)[0].get("d")).count(" ") == 1 + 199 + 199
