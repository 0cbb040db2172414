"""The titles of what stands on the roads of clients."""

from datetime import date

import pytest
from engagements import engagement

from coachcli.app.client import work
from coachcli.app.client.work import titles
from coachcli.app.context import Context
from coachcli.domain.engagement.model import Milestone
from coachcli.domain.engagement.outlook import outlooks


def test_only_those_that_an_engagement_speaks_of_are_told_and_what_is_unknown_has_none(context: Context) -> None:
    one = engagement(Milestone(do="midpoint", week=1), Milestone(do="nowhere", week=1), Milestone(do="closing", week=9))

    assert titles(context, outlooks([one], [], date(2026, 9, 2))) == {
        "midpoint": "Midpoint review",
        "closing": "Closing meeting",
    }


def test_where_nothing_is_due_or_to_come_no_framework_is_looked_at(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(work, "list_frameworks")

    assert titles(context, outlooks([engagement()], [], date(2026, 9, 2))) == {}
