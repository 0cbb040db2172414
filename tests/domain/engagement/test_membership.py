"""To which engagement a session belongs: what it says comes first, dates only propose."""

from datetime import date

import pytest
from engagements import engagement, session_on

from coachcli.domain.engagement.membership import engagement_of, sessions_in, under_way
from coachcli.domain.engagement.model import Ended

FIRST = engagement(end=date(2026, 12, 31))
LATER = engagement(id="later", start=date(2026, 12, 1))
ENDED = engagement(id="ended", start=date(2026, 1, 1), ended=Ended(on=date(2026, 8, 31)))
ALL = (FIRST, LATER, ENDED)


@pytest.mark.parametrize(
    ("said", "day", "belongs_to"),
    [
        (None, date(2026, 9, 1), "lead"),
        (None, date(2026, 8, 31), "ended"),
        (None, date(2026, 12, 15), None),  # two fit
        (None, date(2027, 6, 1), "later"),
        (None, date(2025, 6, 1), None),
        ("lead", date(2027, 6, 1), "lead"),
        ("none", date(2026, 9, 1), None),
        ("gone", date(2026, 9, 1), None),
    ],
)
def test_a_session_belongs_where_it_says_or_where_exactly_one_fits(
    said: str | None, day: date, belongs_to: str | None
) -> None:
    found = engagement_of(said, day, ALL)

    assert (found.id if found else None) == belongs_to


def test_all_that_are_under_way_on_a_day_are_found() -> None:
    assert [one.id for one in under_way(date(2026, 12, 31), ALL)] == ["lead", "later"]


def test_the_sessions_of_one_are_in_the_order_in_which_they_were_held() -> None:
    second, first = session_on(date(2026, 10, 1)), session_on(date(2026, 9, 10))
    elsewhere, of_both = session_on(date(2026, 9, 12), said="none"), session_on(date(2026, 12, 15))

    assert sessions_in(FIRST, [second, elsewhere, first, of_both], ALL) == [first, second]
