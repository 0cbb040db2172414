"""The time that a report is to tell of, as the coach says it: days, or stops that were held."""

from collections.abc import Sequence
from datetime import date

from coachcli.app.context import Context
from coachcli.app.dates import said_moment
from coachcli.app.report.request import ReportRequest
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.report.period import Period, day_of_stop, is_stop
from coachcli.domain.room import is_call
from coachcli.domain.session.wording import full_date
from coachcli.errors import UsageError, harmless
from coachcli.store import settings

_SAY = 'Say it like this: {} 2026-09-01, {} "1 March", or {} midpoint'


def period_of(
    context: Context, request: ReportRequest, engagement: Engagement | None, sessions: Sequence[SessionExtract]
) -> Period:
    """The time that was asked for: from the first day of the work until today, where nobody says otherwise."""
    today = context.clock.now().date()
    # When others were asked about a client is nothing that the client hears.
    known = (one for one in sessions if request.audience == "me" or is_call(one.framework.room))
    first = engagement.start if engagement else min((one.started.date() for one in known), default=today)

    def day(words: str | None, option: str, otherwise: date) -> date:
        return otherwise if words is None else _day(context, words, option, engagement, sessions)

    period = Period(day(request.since, "--since", first), day(request.until, "--until", today))
    if period.since <= period.until:
        return period
    if request.since is None:
        words = f"It begins on {full_date(first)}: there is nothing to tell of by {full_date(period.until)}."
        raise UsageError(harmless(words), _say("--until"))
    raise UsageError(harmless(f"{period.since} is later than {period.until}."), harmless("Put the earlier day first."))


def _day(
    context: Context, words: str, option: str, engagement: Engagement | None, sessions: Sequence[SessionExtract]
) -> date:
    if is_stop(words, engagement):
        held = day_of_stop(words, engagement, sessions)
        if held is None:
            raise UsageError(harmless("That stop was not held yet."), _say(option))
        return held
    now = context.clock.now()
    return said_moment(words, now, settings.load(context.practice).date_order, _say(option)).date()


def _say(option: str) -> str:
    return harmless(_SAY.format(option, option, option))
