"""What was asked again is drawn in the way in which it can be read."""

from datetime import date

import pytest

from coachcli.domain.client.progress import Group, Numbers
from coachcli.domain.history.goals import Nearness
from coachcli.domain.page.chart import Course, Side, ThenAndNow, Wheel
from coachcli.domain.report.number_charts import courses, curve, drawn, heading_of, told_apart

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 3), date(2026, 10, 6), date(2026, 11, 10)
ONCE = (Nearness(SEPTEMBER, 3),)
TWICE = (*ONCE, Nearness(NOVEMBER, 6))
OFTEN = (*ONCE, Nearness(OCTOBER, 5), Nearness(NOVEMBER, 6))
BOTH_DAYS = "Thursday 3 September 2026 and Tuesday 10 November 2026"


def several(count: int, points: tuple[Nearness, ...] = TWICE, high: int = 10) -> tuple[Numbers, ...]:
    return tuple(Numbers(f"Side {number}", 1, high, points) for number in range(count))


def group(*numbers: Numbers, is_round: bool = False) -> Group:
    return Group("", "Areas", numbers, is_round=is_round)


@pytest.mark.parametrize(
    ("told", "kind", "title"),
    [
        (group(*several(1)), Course, "Areas"),
        (group(*several(3)), ThenAndNow, BOTH_DAYS),
        (group(*several(3, OFTEN)), Course, "Areas"),
        (group(*several(7), is_round=True), Wheel, BOTH_DAYS),
        (group(*several(7, ONCE), is_round=True), Wheel, "Thursday 3 September 2026"),
        (group(*several(7, OFTEN), is_round=True), Wheel, "Areas"),
        (group(*several(2), is_round=True), ThenAndNow, BOTH_DAYS),
        (group(*several(12), is_round=True), ThenAndNow, BOTH_DAYS),
    ],
)
def test_each_group_has_the_chart_that_fits(told: Group, kind: type, title: str) -> None:
    (found,) = drawn(told)

    assert isinstance(found.chart, kind)
    assert found.chart.title == title


def test_a_number_that_was_asked_for_once_is_no_course() -> None:
    assert [*drawn(group(*several(4, ONCE)))] == []


def test_only_a_chart_with_every_number_and_its_day_is_whole() -> None:
    (wheel,) = drawn(group(*several(7, OFTEN), is_round=True))
    (course,) = drawn(group(*several(3, OFTEN)))

    assert (wheel.is_whole, course.is_whole) == (False, True)
    assert wheel.chart == Wheel("Areas", 1, 10, tuple(Side(f"Side {number}", 3, 6) for number in range(7)))


def test_a_chart_of_somebody_elses_is_called_as_their_heading_is() -> None:
    (found,) = drawn(Group("The sponsor", "Other numbers", several(1)))

    assert found.chart.title == heading_of(Group("The sponsor", "Other numbers", ())) == "The sponsor · Other numbers"


def test_different_scales_are_different_charts() -> None:
    found = [*drawn(group(*several(2), *several(2, high=5)))]

    assert [one.chart.high for one in found if isinstance(one.chart, Course)] == [10, 5]


def test_more_curves_than_can_be_told_apart_take_another_chart() -> None:
    curves = [curve(f"Goal {number}", TWICE) for number in range(7)]

    assert [(one.title, len(one.curves)) for one in courses("Goals", 0, 10, curves)] == [
        ("Goals", 5),
        ("Goals, continued", 2),
    ]


def test_below_lines_of_its_heading_a_chart_has_words_of_its_own() -> None:
    both = ThenAndNow("Areas", 1, 10, ()), Course("Areas", 1, 10, ())

    assert [told_apart(one, "Areas").title for one in both] == ["Areas at first and now", "Areas over time"]
    assert told_apart(both[0], "Other") == both[0]
