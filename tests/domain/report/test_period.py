"""The time that a report tells of."""

from datetime import date

import pytest
from engagements import engagement, session_on

from coachcli.domain.engagement.model import Milestone
from coachcli.domain.report.period import Period, day_of_stop, is_stop

ROAD = engagement(Milestone(do="midpoint", week=12), Milestone(do="my-review", done=date(2026, 10, 2)))
HELD = [session_on(date(2026, 11, 19), "midpoint"), session_on(date(2026, 11, 26), "midpoint")]


def test_both_days_are_in_it() -> None:
    period = Period(date(2026, 9, 1), date(2026, 11, 30))

    days = (date(2026, 8, 31), date(2026, 9, 1), date(2026, 11, 30), date(2026, 12, 1))
    assert [period.covers(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("words", "known"), [("Midpoint", True), ("closing", True), ("my-review", True), ("grow", False)]
)
def test_the_stops_of_a_road_go_by_their_names_and_two_do_without_one(words: str, *, known: bool) -> None:
    assert is_stop(words, ROAD) == known
    assert is_stop(words, None) == (known and words != "my-review")


@pytest.mark.parametrize(
    ("stop", "day"),
    [("midpoint", date(2026, 11, 26)), ("my-review", date(2026, 10, 2)), ("closing", None)],
)
def test_the_day_of_a_stop_is_when_it_was_last_held_in_whatever_way(stop: str, day: date | None) -> None:
    assert day_of_stop(stop, ROAD, HELD) == day
    assert day_of_stop("midpoint", None, HELD) == date(2026, 11, 26)
