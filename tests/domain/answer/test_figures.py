"""Numbers with which a text begins: one of several, or a count of something, is no answer."""

import pytest

from coachcli.domain.answer.figures import Figure, figure_in, point_in


@pytest.mark.parametrize(
    ("text", "value", "comment"),
    [
        ("3", 3, ""),
        ("3,5", 3.5, ""),
        ("-3.5 degrees", -3.5, "degrees"),
        ("+12: more or less", 12, "more or less"),
        ("40 hours\nand more", 40, "hours\nand more"),
    ],
)
def test_a_number_and_what_is_said_behind_it(text: str, value: float, comment: str) -> None:
    assert figure_in(text) == Figure(value, comment)
    assert figure_in(f" {text}") is None


@pytest.mark.parametrize("text", ["", "three", "3 of 4", "3/4", "3 out of 4", "7-8", "10:30", "1234567890123456"])
def test_what_is_no_single_number_is_none(text: str) -> None:
    assert figure_in(text) is None


@pytest.mark.parametrize(
    ("text", "value", "comment"),
    [
        ("7", 7, ""),
        ("7 better than last month", 7, "better than last month"),
        ("7/10", 7, ""),
        ("7 out of 10, at last", 7, "at last"),
        ("seven", 7, ""),
        ("Six and a half.", 6.5, ""),
        ("seven out of ten", 7, ""),
    ],
)
def test_a_point_on_a_scale_of_ten(text: str, value: float, comment: str) -> None:
    assert point_in(text, 10) == Figure(value, comment)


@pytest.mark.parametrize("text", ["7/5", "7 of 9", "70%", "70 %", "3 weeks ago", "one of the team", "seven, I think"])
def test_a_number_that_means_something_else_is_no_point(text: str) -> None:
    assert point_in(text, 10) is None


def test_a_number_that_is_said_with_the_end_of_the_scale_must_have_the_right_one() -> None:
    assert point_in("3/5", 5) == Figure(3, "")
    assert point_in("3/5", 10) is None
