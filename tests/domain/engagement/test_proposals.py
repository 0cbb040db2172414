"""What is due with a client when a session is to begin, worked out by hand."""

from datetime import date

import pytest
from engagements import engagement, session_on, three_way_on

from coachcli.domain.engagement.model import SESSION, Milestone
from coachcli.domain.engagement.outlook import Outlook, outlooks
from coachcli.domain.engagement.proposals import proposals
from coachcli.domain.engagement.road import Stop
from coachcli.domain.history.agreed_dates import AgreedDate
from coachcli.domain.terms import Room
from coachcli.domain.value import changed

ROAD = (
    Milestone(do="three-way", week=2),  # 8 to 14 Sep
    Milestone(do="stakeholder-interview", week=3, times=6),  # 15 to 28 Sep
    Milestone(do="sponsor-checkin", every="month"),  # 1 to 7 Oct
)


def on(today: date) -> tuple[Outlook, ...]:
    return outlooks([engagement(*ROAD)], [session_on(date(2026, 9, 2), "intake")], today)


def agreed(day: date, framework: str, room: Room) -> AgreedDate:
    return changed(three_way_on(day), framework=framework, room=room)


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2026, 9, 3), []),
        (date(2026, 9, 8), ["three-way"]),
        (date(2026, 9, 16), ["three-way", "stakeholder-interview"]),
        (date(2026, 10, 2), ["three-way", "stakeholder-interview", "sponsor-checkin"]),
    ],
)
def test_what_is_late_on_the_road_comes_before_what_is_due(today: date, due: list[str]) -> None:
    found = proposals(on(today), (), today)

    assert [one.framework for one in found] == due
    assert all(isinstance(one.due, Stop) for one in found)


def test_a_day_that_was_agreed_comes_first_from_the_day_before_it_on() -> None:
    today = date(2026, 9, 8)
    days = [agreed(date(2026, 9, day), f"plan-{day}", "client") for day in (1, 8, 9, 10)]

    assert [one.framework for one in proposals(on(today), days, today)] == ["plan-1", "plan-8", "plan-9", "three-way"]


def test_with_others_a_day_is_for_the_same_again_only_where_that_recurs() -> None:
    today, day = date(2026, 9, 3), date(2026, 9, 3)
    days = [agreed(day, "sponsor-intake", "sponsor"), agreed(day, "sponsor-checkin", "sponsor"), three_way_on(day)]

    assert [(one.framework, one.due) for one in proposals(on(today), days, today)] == [("sponsor-checkin", day)]


def test_each_framework_is_proposed_once() -> None:
    today = date(2026, 10, 2)
    days = [agreed(today, "sponsor-checkin", "sponsor")]

    found = proposals(on(today), days, today)

    assert [one.framework for one in found] == ["sponsor-checkin", "three-way", "stakeholder-interview"]


def test_a_rhythm_of_sessions_proposes_no_framework() -> None:
    today = date(2026, 9, 30)
    road = engagement(Milestone(do=SESSION, every="2 weeks"))

    assert [stop.state for one in outlooks([road], [], today) for stop in one.open] == ["late"]
    assert proposals(outlooks([road], [], today), (), today) == ()
