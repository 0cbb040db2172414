"""How a preparation says its days."""

from datetime import date

import pytest

from coachcli.domain.client.prep import Preparation
from coachcli.domain.client.prep_words import heading, last_session, next_session, short_when, since
from coachcli.domain.session.model import Appointment, When

TODAY = date(2026, 11, 20)


def prepared(last: date | None = None, following: Appointment | None = None) -> Preparation:
    return Preparation("jane-doe", "Jane Doe", 7 if last else 1, TODAY, last, following)


@pytest.mark.parametrize(
    ("last", "said", "told"),
    [
        (date(2026, 11, 6), "14 days since Friday 6 November", "Friday 6 November, 14 days ago"),
        (date(2026, 11, 19), "1 day since Thursday 19 November", "Thursday 19 November, 1 day ago"),
        (TODAY, "the last one was today", "Friday 20 November"),
        (date(2026, 11, 21), "the last one was on Saturday 21 November", "Saturday 21 November"),
        (date(2025, 11, 20), "365 days since Thursday 20 November 2025", "Thursday 20 November 2025, 365 days ago"),
        (None, "", ""),
    ],
)
def test_how_long_it_is_since_the_last_session(last: date | None, said: str, told: str) -> None:
    assert (since(prepared(last)), last_session(prepared(last))) == (said, told)


def test_which_session_it_is() -> None:
    assert heading(prepared(TODAY)) == "Session 7 with Jane Doe"
    assert heading(prepared()) == "First session with Jane Doe"


@pytest.mark.parametrize(
    ("day", "at", "said"),
    [
        (TODAY, "14:00", "today, 14:00"),
        (TODAY, None, "today"),
        (date(2026, 11, 27), "09:30", "Friday 27 November, 09:30"),
        (date(2027, 1, 8), None, "Friday 8 January 2027"),
    ],
)
def test_when_the_next_one_is(day: date, at: str | None, said: str) -> None:
    assert next_session(prepared(TODAY, Appointment(words="then", on=day, at=at))) == said


def test_a_day_nobody_understood_is_said_as_it_was() -> None:
    assert next_session(prepared(TODAY, Appointment(words="after the holidays"))) == ""
    assert short_when(When(words="soon"), TODAY) == "soon"
    assert short_when(When(words="fri", on=date(2027, 1, 8)), TODAY) == "8 Jan 2027"
