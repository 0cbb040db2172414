"""The words for where an engagement stands."""

from datetime import date

import pytest
from engagements import engagement, session_on, three_way_on

from coachcli.domain.client.outlook_words import day_words, due_words, figures, open_stops
from coachcli.domain.engagement.model import Milestone
from coachcli.domain.engagement.outlook import Outlook, outlooks

TITLES = {"midpoint": "Midpoint", "sponsor-checkin": "Sponsor check-in", "stakeholder-interview": "Interview"}
SESSIONS = [session_on(date(2026, 9, day)) for day in (2, 9, 16, 23, 24, 25)]


def outlook(*road: Milestone, today: date, end: date | None = date(2027, 2, 28)) -> Outlook:
    (one,) = outlooks([engagement(*road, end=end, sessions=12)], SESSIONS, today)
    return one


def test_the_month_the_session_and_what_comes_next_are_one_line() -> None:
    # Week 16 of an engagement that began on 1 September begins on 15 December.
    one = outlook(Milestone(do="midpoint", week=16), today=date(2026, 12, 6))

    assert figures(one, TITLES) == "month 4 of 6 · session 7 of 12 · midpoint in 9 days"
    assert figures(one, {}) == "month 4 of 6 · session 7 of 12 · midpoint in 9 days"


@pytest.mark.parametrize(
    ("end", "today", "words"),
    [
        (date(2027, 2, 28), date(2027, 1, 30), "month 5 of 6 · session 7 of 12"),
        (date(2027, 2, 28), date(2027, 1, 31), "month 5 of 6 · session 7 of 12 · ends in 28 days"),
        (date(2027, 2, 28), date(2027, 2, 28), "month 6 of 6 · session 7 of 12 · ends today"),
        (date(2027, 2, 28), date(2027, 3, 1), "over its last day · session 7 of 12"),
        (date(2027, 2, 15), date(2027, 2, 20), "month 6 of 6 · session 7 of 12 · its last day was 5 days ago"),
        (None, date(2027, 2, 20), "month 6 · session 7 of 12"),
    ],
)
def test_the_end_is_told_when_it_is_near_or_over(end: date | None, today: date, words: str) -> None:
    assert figures(outlook(today=today, end=end), TITLES) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 3), "3 Dec"),
        (date(2027, 1, 3), "3 Jan 2027"),
        (date(2026, 11, 19), "was for 19 Nov"),
        (date(2026, 11, 20), "20 Nov"),
    ],
)
def test_a_day_that_was_agreed_is_told_as_over_once_it_is(day: date, words: str) -> None:
    assert day_words(three_way_on(day), date(2026, 11, 20)) == words


def test_each_stop_that_is_late_or_due_has_a_line_and_says_until_when() -> None:
    road = (
        Milestone(do="stakeholder-interview", week=3, times=6),
        Milestone(do="sponsor-checkin", every="month"),
        Milestone(do="of-my-own", week=5),
    )
    today = date(2026, 10, 2)
    one = outlook(*road, today=today)

    assert open_stops(one, TITLES, today) == (
        "late: Interview, 0 of 6 held, was for 15 Sep",
        "due: of-my-own, until 5 Oct",
        "due: Sponsor check-in, until 7 Oct",
    )
    assert [due_words(stop, today) for stop in one.open] == [
        "late, was for 15 Sep",
        "due until 5 Oct",
        "due until 7 Oct",
    ]
