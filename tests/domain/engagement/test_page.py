"""The line that says where an engagement stands names the stop that comes next by its title."""

from datetime import date

from engagements import engagement

from coachcli.domain.engagement.counts import counts_of
from coachcli.domain.engagement.model import Milestone
from coachcli.domain.engagement.page import Page, Titled
from coachcli.domain.engagement.road import road_of


def test_the_next_stop_goes_by_its_title() -> None:
    one, today = engagement(Milestone(do="midpoint", week=12), sessions=6), date(2026, 11, 10)
    road = road_of(one, (), today)

    page = Page(
        client="jane-example",
        client_name="Jane Example",
        engagement=one,
        counts=counts_of(one, (), road, today),
        road=tuple(Titled(stop, "Midpoint review") for stop in road),
        today=today,
    )

    assert page.line == "month 3 · session 1 of 6 · midpoint review in 7 days"
