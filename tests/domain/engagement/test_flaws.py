"""What does not fit together in an engagement, each with its place."""

from datetime import date

import pytest
from engagements import engagement

from coachcli.domain.engagement.flaws import flaws, road_flaws, unknown_frameworks
from coachcli.domain.engagement.model import Ended, Engagement, Milestone
from coachcli.domain.problems import Where

BEFORE = date(2026, 8, 1)


@pytest.mark.parametrize(
    ("one", "where"),
    [
        (engagement(id="none"), ()),
        (engagement(start=date(9999, 12, 31)), ("start",)),
        (engagement(end=BEFORE), ("end",)),
        (engagement(keep_until=BEFORE), ("keep_until",)),
        (engagement(ended=Ended(on=BEFORE)), ("ended", "on")),
        (engagement(sessions=12, hours=18.0), ("hours",)),
        (engagement(every="often"), ("every",)),
        (engagement(Milestone(do="grow"), Milestone(do="grow", every="often")), ("road", 1, "every")),
        (engagement(Milestone(do="grow", done=BEFORE)), ("road", 0, "done")),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(one: Engagement, where: Where) -> None:
    assert [flaw.where for flaw in flaws(one)] == [where]


def test_what_fits_has_none() -> None:
    assert list(flaws(engagement(Milestone(do="grow", every="2 weeks"), end=date(2027, 2, 28), sessions=12))) == []
    assert list(road_flaws([Milestone(do="grow", week=2)])) == []


def test_a_framework_that_is_not_there_is_told_with_the_name_that_is_nearest() -> None:
    road = [Milestone(do="grow"), Milestone(do="midpiont"), Milestone(do="zzz")]

    (slip, nothing) = unknown_frameworks(road, ["grow", "midpoint"])

    assert (slip.where, slip.hint) == (("road", 1, "do"), "did you mean 'midpoint'?")
    assert "zzz" in nothing.text
