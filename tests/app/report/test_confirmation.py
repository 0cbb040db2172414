"""Sessions that say no engagement, and what the coach says of them."""

from collections.abc import Callable

import pytest
from app.play import Chooser
from app.report.conftest import LEAD, Reporter

from coachcli.app.client import history
from coachcli.app.context import Context
from coachcli.app.engagement.choice import theirs
from coachcli.app.report.confirmation import fitting, unconfirmed
from coachcli.app.session.lock import locked
from coachcli.errors import CancelledError, InUseError

Do = Callable[..., None]


def said(context: Context) -> list[str | None]:
    return [one.engagement for one in history.brought(context, "jane-doe").extracts]


@pytest.mark.usefixtures("report")
def test_those_with_the_client_whose_day_lies_in_it_and_those_that_fit_nothing_else(
    context: Context, agree: Do, meet: Do
) -> None:
    agree()
    agree("start: 2026-11-01\nend: 2026-11-30\n", "other")
    for day, framework in (("2026-08-31", "grow"), ("2026-10-05", "three-way"), ("2026-10-06", "sponsor-checkin")):
        meet(day, engagement=None, framework=framework, turns=())
    meet("2026-11-18", engagement=None)
    meet("2026-10-07", engagement="none")
    who = theirs(context, "jane")
    lead = next(one for one in who.found if one.id == "lead")

    open_ones = unconfirmed(lead, history.brought(context, "jane-doe").extracts, who.found)

    assert [str(one.started.date()) for one in open_ones] == ["2026-10-05", "2026-11-18"]
    assert [str(one.started.date()) for one in fitting(lead, open_ones, who.found)] == ["2026-10-05"]


class TestWhoIsAsked:
    @pytest.fixture(autouse=True)
    def _two(self, agree: Do, meet: Do) -> None:
        agree()
        meet("2026-11-18", engagement=None)
        meet("2026-11-19", engagement=None)

    def test_not_now_leaves_them_as_they_are(self, context: Context, report: Reporter) -> None:
        draft = report(chooser=Chooser(["not now"]))

        assert said(context) == [None, None]
        assert "2 sessions say no engagement" in draft.remarks[-1]

    def test_all_of_them_say_it_from_now_on(self, context: Context, report: Reporter) -> None:
        report(chooser=Chooser(["all of it"]))

        assert said(context) == ["lead", "lead"]

    def test_one_by_one_each_is_of_it_or_of_none(self, context: Context, report: Reporter) -> None:
        draft = report(chooser=Chooser(["one by one", "of Leading", "of none"]))

        assert said(context) == ["lead", "none"]
        assert not any("say no engagement" in remark for remark in draft.remarks)

    def test_whoever_thinks_better_of_it_keeps_what_they_said_so_far(self, context: Context, report: Reporter) -> None:
        with pytest.raises(CancelledError):
            report(chooser=Chooser(["one by one", "of Leading"]))

        assert said(context) == ["lead", None]

    def test_a_session_in_use_elsewhere_is_not_touched(self, context: Context, report: Reporter) -> None:
        with (
            locked(context, context.practice.session_file("jane-doe", "2026-11-18-1000-grow")),
            pytest.raises(InUseError),
        ):
            report(chooser=Chooser(["all of it"]))

        assert said(context) == [None, None]


def test_for_the_client_and_the_coach_nobody_is_asked(context: Context, report: Reporter, agree: Do, meet: Do) -> None:
    agree(LEAD)
    meet("2026-11-18", engagement=None)

    for audience in ("client", "me"):
        assert report(audience, Chooser([])).data["sessions"]
    assert said(context) == [None]
