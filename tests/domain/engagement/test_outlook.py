"""Where an engagement stands, worked out by hand."""

from datetime import date

import pytest
from engagements import START, engagement, session_on

from coachcli.domain.engagement.model import Ended, Milestone
from coachcli.domain.engagement.outlook import agreed_rhythm, going_on, outlooks

ROAD = (
    Milestone(do="intake", week=1),  # 1 to 7 Sep
    Milestone(do="three-way", week=2),  # 8 to 14 Sep
    Milestone(do="stakeholder-interview", week=3, times=6),  # 15 to 28 Sep
    Milestone(do="sponsor-checkin", every="month"),  # 1 to 7 Oct
    Milestone(do="midpoint", week=12),  # 17 to 23 Nov
)
HELD = [session_on(date(2026, 9, 2), "intake")]


@pytest.mark.parametrize(
    ("today", "open_now", "following"),
    [
        (date(2026, 9, 3), [], "three-way"),
        (date(2026, 9, 9), [("due", "three-way")], "stakeholder-interview"),
        (date(2026, 9, 16), [("late", "three-way"), ("due", "stakeholder-interview")], "midpoint"),
        (
            date(2026, 10, 2),
            [("late", "three-way"), ("late", "stakeholder-interview"), ("due", "sponsor-checkin")],
            "midpoint",
        ),
    ],
)
def test_what_is_late_comes_before_what_is_due_and_then_what_comes_next(
    today: date, open_now: list[tuple[str, str]], following: str
) -> None:
    (one,) = outlooks([engagement(*ROAD)], HELD, today)

    assert [(stop.state, stop.milestone.do) for stop in one.open] == open_now
    assert one.counts.next is not None
    assert one.counts.next.milestone.do == following
    assert one.frameworks == (*(do for _, do in open_now), following)


def test_only_what_has_begun_and_was_not_ended_is_going_on_its_last_day_over_or_not() -> None:
    ended = engagement(id="before", start=date(2026, 1, 1), ended=Ended(on=date(2026, 8, 1)))
    over = engagement(id="over", end=date(2026, 10, 1))
    to_come = engagement(id="to-come", start=date(2027, 1, 1))

    assert [one.id for one in going_on([ended, over, to_come], date(2026, 12, 1))] == ["over"]
    assert [one.id for one in going_on([ended], date(2026, 7, 31))] == ["before"]


def test_each_engagement_knows_only_its_own_sessions() -> None:
    other = engagement(Milestone(do="intake", week=1), id="other", start=START)
    mine = [session_on(date(2026, 9, 2), "intake", said="lead")]

    first, second = outlooks([engagement(*ROAD), other], mine, date(2026, 9, 3))

    assert (first.counts.held, first.open) == (1, ())
    assert (second.counts.held, [stop.milestone.do for stop in second.open]) == (0, ["intake"])


def test_the_last_engagement_that_says_how_often_is_the_one_that_counts() -> None:
    first, second = engagement(every="2 weeks"), engagement(id="second", every="every month")
    ended = engagement(id="third", every="weekly", ended=Ended(on=START))

    assert agreed_rhythm([first, second, ended, engagement(id="silent")], date(2026, 10, 1)) == "every month"
    assert agreed_rhythm([engagement()], date(2026, 10, 1)) == ""
