"""The road on a day, worked out by hand: an engagement from Tuesday 1 September 2026, so week 12 is 17-23 November."""

from datetime import date, timedelta

import pytest
from engagements import START, engagement, session_on

from coachcli.domain.engagement.model import SESSION, Ended, Milestone
from coachcli.domain.engagement.road import Stop, road_of, week_of
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.value import changed

INTAKE = Milestone(do="intake", week=1)
INTERVIEWS = Milestone(do="stakeholder-interview", week=3, times=6)
TALKS = Milestone(do="sponsor-checkin", every="month")
CALLS = Milestone(do="grow", every="2 weeks")
MIDPOINT = Milestone(do="midpoint", week=12)
CLOSING = Milestone(do="closing", week=24)


def stop(milestone: Milestone, today: date, *held: SessionExtract, **more: object) -> Stop:
    """How a milestone stands that is the only one."""
    (only,) = road_of(engagement(milestone, **more), held, today)
    return only


@pytest.mark.parametrize(
    ("week", "first"), [(1, START), (2, date(2026, 9, 8)), (12, date(2026, 11, 17)), (24, date(2027, 2, 9))]
)
def test_week_n_begins_n_less_one_weeks_after_the_start(week: int, first: date) -> None:
    assert week_of(engagement(), week) == first


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 11, 16), "next"),
        (date(2026, 11, 17), "due"),
        (date(2026, 11, 23), "due"),
        (date(2026, 11, 24), "late"),
    ],
)
def test_a_stop_is_due_in_its_week_and_late_behind_it(today: date, state: str) -> None:
    assert stop(MIDPOINT, today).state == state


def test_a_stop_is_done_once_it_was_held_whenever_that_was() -> None:
    early, late = session_on(date(2026, 11, 10), "midpoint"), session_on(date(2026, 12, 8), "midpoint")

    assert stop(MIDPOINT, date(2026, 11, 12), early).state == "done"
    assert stop(MIDPOINT, date(2026, 12, 9), late).held == (date(2026, 12, 8),)


def test_what_is_still_to_come_on_that_day_counts_for_nothing() -> None:
    assert stop(MIDPOINT, date(2026, 11, 18), session_on(date(2026, 11, 19), "midpoint")).state == "due"


def test_a_meeting_that_was_held_in_another_way_is_ticked_in_the_file() -> None:
    ticked = Milestone(do="midpoint", week=12, done=date(2026, 11, 20))

    assert stop(ticked, date(2026, 11, 19)).state == "due"
    assert stop(ticked, date(2026, 11, 20)).state == "done"


@pytest.mark.parametrize(
    ("today", "count", "state"),
    [
        (date(2026, 9, 14), 0, "next"),
        (date(2026, 9, 15), 0, "due"),
        (date(2026, 9, 28), 5, "due"),
        (date(2026, 9, 29), 5, "late"),
        (date(2026, 9, 29), 6, "done"),
    ],
)
def test_six_interviews_have_two_weeks_and_are_done_when_all_were_held(today: date, count: int, state: str) -> None:
    held = [session_on(date(2026, 9, 8) + timedelta(days=n), "stakeholder-interview") for n in range(count)]

    found = stop(INTERVIEWS, today, *held)

    assert (found.state, len(found.held)) == (state, count)


def test_a_session_counts_for_the_nearest_stop_of_its_framework() -> None:
    road = (Milestone(do="coach-the-coach", week=4), Milestone(do="coach-the-coach", week=13))

    first, second = road_of(engagement(*road), [session_on(date(2026, 11, 25), "coach-the-coach")], date(2026, 12, 1))

    assert (first.state, second.state) == ("late", "done")


def test_a_second_session_counts_for_another_stop_than_the_first() -> None:
    road = (Milestone(do="grow", week=1), Milestone(do="grow", week=2))
    held = [session_on(START, "grow"), session_on(START + timedelta(days=2), "grow")]

    assert [one.state for one in road_of(engagement(*road), held, date(2026, 9, 4))] == ["done", "done"]


@pytest.mark.parametrize(
    ("today", "held", "first", "state"),
    [
        (date(2026, 9, 30), (), date(2026, 10, 1), "next"),
        (date(2026, 10, 1), (), date(2026, 10, 1), "due"),
        (date(2026, 10, 8), (), date(2026, 10, 1), "late"),
        (date(2026, 10, 8), (date(2026, 10, 6),), date(2026, 11, 6), "next"),
        (date(2026, 11, 6), (date(2026, 10, 6),), date(2026, 11, 6), "due"),
        (date(2026, 11, 13), (date(2026, 10, 6),), date(2026, 11, 6), "late"),
    ],
)
def test_what_recurs_is_due_an_interval_after_it_was_last_held(
    today: date, held: tuple[date, ...], first: date, state: str
) -> None:
    found = stop(TALKS, today, *(session_on(day, "sponsor-checkin", "sponsor") for day in held))

    assert (found.first, found.state) == (first, state)


def test_what_recurs_can_begin_in_a_later_week_and_be_held_so_many_times() -> None:
    from_week_5 = Milestone(do="grow", every="week", week=5, times=2)
    both = [session_on(date(2026, 9, 29)), session_on(date(2026, 10, 6))]

    assert stop(from_week_5, START).first == date(2026, 9, 29)
    assert stop(from_week_5, date(2026, 11, 1), both[0]).state == "late"
    assert stop(from_week_5, date(2026, 11, 1), *both).state == "done"


def test_nothing_recurs_behind_the_last_day_agreed() -> None:
    found = stop(CALLS, date(2026, 10, 20), session_on(date(2026, 9, 22)), end=date(2026, 10, 5))

    assert (found.state, found.first) == ("done", None)


def test_next_is_the_first_to_come_and_what_recurs_only_where_no_other_is() -> None:
    road = engagement(INTAKE, CALLS, MIDPOINT, CLOSING)
    held = [session_on(START, "intake"), session_on(date(2026, 9, 15))]

    states = {one.milestone.do: one.state for one in road_of(road, held, date(2026, 9, 16))}

    assert states == {"intake": "done", "grow": "to come", "midpoint": "next", "closing": "to come"}
    assert stop(CALLS, date(2026, 9, 16), session_on(date(2026, 9, 15))).state == "next"


def test_a_session_that_went_on_in_another_framework_counts_for_the_one_it_ended_in() -> None:
    assert stop(INTAKE, date(2026, 9, 8), session_on(START, "grow")).state == "late"


def test_after_the_end_nothing_is_due_late_or_next() -> None:
    over = engagement(INTAKE, CALLS, MIDPOINT, ended=Ended(on=date(2026, 10, 1), why="off track"))

    stops = road_of(over, [session_on(START, "intake")], date(2027, 3, 1))

    assert [one.state for one in stops] == ["done", "to come", "to come"]


def test_a_session_is_any_with_the_client_whatever_framework_it_goes_along() -> None:
    road = engagement(Milestone(do=SESSION, every="2 weeks"))
    held = [session_on(date(2026, 9, 3), "intake"), session_on(date(2026, 9, 17), "egan")]
    three = session_on(date(2026, 9, 29), "three-way")
    others = [changed(three, framework=changed(three.framework, room="three"))]

    (stop,) = road_of(road, [*held, *others], date(2026, 10, 2))

    # Two weeks from 17 September it is due, and for a week; a meeting of three is none.
    assert (stop.state, stop.held) == ("due", (date(2026, 9, 3), date(2026, 9, 17)))
    assert (stop.first, stop.last) == (date(2026, 10, 1), date(2026, 10, 7))
