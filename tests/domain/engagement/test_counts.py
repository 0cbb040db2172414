"""The figures of an engagement on a day, worked out by hand."""

from datetime import date, timedelta

import pytest
from engagements import START, engagement, session_on

from coachcli.domain.engagement.counts import Counts, counts_of, counts_words, in_days
from coachcli.domain.engagement.model import Ended, Engagement, Milestone
from coachcli.domain.engagement.road import road_of
from coachcli.domain.history.extract import SessionExtract

SIX_MONTHS = engagement(Milestone(do="midpoint", week=16), end=date(2027, 2, 28), sessions=12)


def counted(one: Engagement, today: date, *held: SessionExtract) -> Counts:
    return counts_of(one, held, road_of(one, held, today), today)


@pytest.mark.parametrize(
    ("end", "months"),
    [
        (date(2027, 2, 28), 6),
        (date(2027, 3, 1), 6),
        (date(2027, 3, 2), 7),
        (date(2026, 9, 30), 1),
        (START, 1),
        (None, None),
    ],
)
def test_the_months_agreed_are_those_until_the_last_day(end: date | None, months: int | None) -> None:
    assert counted(engagement(end=end), START).months == months


@pytest.mark.parametrize(
    ("today", "month"),
    [(date(2026, 8, 31), 0), (START, 1), (date(2026, 9, 30), 1), (date(2026, 10, 1), 2), (date(2026, 12, 6), 4)],
)
def test_the_month_is_the_one_that_runs(today: date, month: int) -> None:
    assert counted(SIX_MONTHS, today).month == month


def test_sessions_with_the_client_count_and_no_others() -> None:
    held = [
        session_on(date(2026, 9, 2)),
        session_on(date(2026, 9, 9), "three-way", "three"),
        session_on(date(2026, 9, 10), "sponsor-checkin", "sponsor"),
        session_on(date(2026, 9, 11), "stakeholder-interview", "stakeholder"),
        session_on(date(2026, 9, 12), "reflection", "alone"),
        session_on(date(2026, 9, 16)),
        session_on(date(2026, 12, 30)),
    ]

    assert counted(SIX_MONTHS, date(2026, 10, 1), *held).held == 2


def test_the_line_says_the_month_the_session_to_come_and_the_next_stop() -> None:
    held = [session_on(START + timedelta(weeks=2 * number)) for number in range(6)]

    counts = counted(SIX_MONTHS, date(2026, 12, 6), *held)

    assert counts_words(counts, "Midpoint") == "month 4 of 6 · session 7 of 12 · midpoint in 9 days"
    assert counts_words(counts, "GROW") == "month 4 of 6 · session 7 of 12 · GROW in 9 days"


@pytest.mark.parametrize(
    ("today", "held", "words"),
    [
        (date(2026, 8, 1), 0, "not begun · session 1 of 2"),
        (date(2026, 12, 24), 2, "month 4 of 6 · 2 sessions held of 2"),
        (date(2027, 3, 10), 3, "over its last day · 3 sessions held of 2"),
    ],
)
def test_before_it_begins_and_when_all_was_held_it_says_so(today: date, held: int, words: str) -> None:
    one = engagement(end=date(2027, 2, 28), sessions=2)

    assert counts_words(counted(one, today, *(session_on(START, hour=10 + n) for n in range(held)))) == words


def test_without_an_end_and_a_number_it_says_what_there_is() -> None:
    assert counts_words(counted(engagement(), date(2026, 10, 2), session_on(START))) == "month 2 · session 2"


@pytest.mark.parametrize(
    ("today", "soon"), [(date(2027, 1, 30), False), (date(2027, 1, 31), True), (date(2027, 3, 30), True)]
)
def test_it_ends_soon_four_weeks_before_its_last_day_and_until_it_is_ended(today: date, soon: bool) -> None:
    assert counted(SIX_MONTHS, today).ends_soon is soon


def test_what_has_ended_does_not_end_soon() -> None:
    ended = engagement(end=date(2027, 2, 28), ended=Ended(on=date(2027, 2, 20)))

    assert not counted(ended, date(2027, 2, 21)).ends_soon


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "tomorrow"), (9, "in 9 days"), (-1, "yesterday"), (-3, "3 days ago")]
)
def test_days_are_said_in_words(days: int, words: str) -> None:
    assert in_days(days) == words
