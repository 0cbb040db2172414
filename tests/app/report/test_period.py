"""The time of a report, as the coach says it."""

from datetime import date

import pytest
from engagements import engagement, session_on

from coachcli.app.context import Context
from coachcli.app.report.period import period_of
from coachcli.app.report.request import ReportRequest
from coachcli.domain.report.period import Period
from coachcli.errors import UsageError

LEAD = engagement()
HELD = [session_on(date(2026, 9, 8)), session_on(date(2026, 11, 10), "midpoint")]
TODAY = date(2026, 11, 20)


def asked(context: Context, **said: str) -> Period:
    return period_of(context, ReportRequest("jane", **said), LEAD, HELD)  # type: ignore[arg-type]


def test_it_is_all_of_the_work_until_today(context: Context) -> None:
    assert asked(context) == Period(LEAD.start, TODAY)
    assert period_of(context, ReportRequest("jane"), None, HELD) == Period(date(2026, 9, 8), TODAY)
    assert period_of(context, ReportRequest("jane"), None, []) == Period(TODAY, TODAY)


def test_for_a_client_it_begins_with_them_and_not_when_somebody_was_asked_about_them(context: Context) -> None:
    before = [session_on(date(2026, 8, 1), "sponsor-intake", "sponsor"), session_on(date(2026, 8, 2), room="alone")]
    theirs, mine = ReportRequest("jane", "client"), ReportRequest("jane")

    assert period_of(context, theirs, None, [*before, *HELD]) == Period(date(2026, 9, 8), TODAY)
    assert period_of(context, theirs, None, before) == Period(TODAY, TODAY)
    assert period_of(context, mine, None, [*before, *HELD]) == Period(date(2026, 8, 1), TODAY)


@pytest.mark.parametrize("words", ["2026-11-10", "10 November", "midpoint", "Midpoint"])
def test_a_day_is_a_date_or_words_or_a_stop_that_was_held(context: Context, words: str) -> None:
    assert asked(context, until=words) == Period(LEAD.start, date(2026, 11, 10))
    assert asked(context, since=words) == Period(date(2026, 11, 10), TODAY)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"until": "closing"}, "That stop was not held yet."),
        ({"until": "2026-11-21"}, "When was 2026-11-21? That is still to come."),
        ({"since": "yesterdy"}, "When was yesterdy?"),
        ({"since": "2026-11-10", "until": "2026-11-09"}, "2026-11-10 is later than 2026-11-09."),
        ({"until": "2026-08-31"}, "It begins on Tuesday 1 September 2026: there is nothing to tell of by"),
    ],
)
def test_what_is_none_is_refused_with_what_to_say(context: Context, said: dict[str, str], why: str) -> None:
    with pytest.raises(UsageError) as raised:
        asked(context, **said)

    assert raised.value.message.startswith(why)
    assert raised.value.hint
