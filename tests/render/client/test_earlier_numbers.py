"""What a number was before, in a line."""

from datetime import timedelta

from builders import NOW

from coachcli.domain.history.earlier_numbers import Given
from coachcli.domain.history.series import Point
from coachcli.render.client.earlier_numbers import in_a_line


def given(score: float, days: int = 0, high: int = 10) -> Given:
    return Given(Point(score, NOW - timedelta(days=days), "intake.now", "jane-doe/1"), 1, high)


def test_the_first_the_last_and_now_are_said_of_what_they_are_about() -> None:
    assert in_a_line([given(3, 78), given(6)], "Delegating") == "Delegating: 3 on 3 Sep, 6 now"
    assert in_a_line([given(3, 78), given(4, 50), given(5.5, 18), given(6)], None) == "3 on 3 Sep, 5.5 on 2 Nov, 6 now"


def test_of_another_year_the_year_is_said() -> None:
    assert in_a_line([given(3, 365), given(6)], None) == "3 on 20 Nov 2025, 6 now"


def test_other_ends_are_said() -> None:
    assert in_a_line([given(3, 78, high=5), given(6)], None) == "3 (of 1 to 5) on 3 Sep, 6 (of 1 to 10) now"


def test_where_there_was_none_nothing_is_said() -> None:
    assert in_a_line([], "Delegating") == ""
