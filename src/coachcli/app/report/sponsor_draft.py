"""The report for a sponsor: made only where it may be, and where everything could be read."""

from collections.abc import Iterator

from coachcli.app.client import history
from coachcli.app.client.history import ClientHistory
from coachcli.app.context import Context
from coachcli.app.engagement.choice import Ask, Theirs, surely_meant
from coachcli.app.engagement.departure import heard_by_sponsor
from coachcli.app.report.confirmation import Desk, Tell, confirm, fitting, unconfirmed
from coachcli.app.report.draft import Draft
from coachcli.app.report.period import period_of
from coachcli.app.report.request import ReportRequest
from coachcli.app.theme.told import told_themes
from coachcli.domain.client.model import Client
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.report.material import Material
from coachcli.domain.report.period import Period
from coachcli.domain.report.sponsor_page import sponsor_page
from coachcli.domain.report.sponsor_report import sponsor_report
from coachcli.domain.terms import Scope
from coachcli.domain.value import plain
from coachcli.errors import CoachError, Saying
from coachcli.store import settings


def sponsor_draft(context: Context, request: ReportRequest, who: Theirs, ask: Ask, tell: Tell) -> Draft:
    """The report for the sponsor of an engagement.

    A session whose file does not say that it belongs to it is left out, unless the coach says so now.
    """
    _refuse_doubts(*who.passed_over)
    engagement = surely_meant(who, request.engagement, ask, request.again)
    heard_by_sponsor(who.client.id, engagement, context.clock.now().date())
    known = _confirmed(context, who, engagement, ask, tell)
    mine = [one for one in known.extracts if one.engagement == engagement.id]
    period = period_of(context, request, engagement, mine)
    scopes = heard_by_sponsor(who.client.id, engagement, period.until)
    themes = _themes(context, who.client, engagement, period) if "themes" in scopes else ()
    material = Material(who.client, known.whole(mine), known.entries, engagement.mode, themes)
    report = sponsor_report(engagement, material, period, scopes)
    return Draft(
        who.client,
        "sponsor",
        engagement,
        period,
        sponsor_page(report, settings.load(context.practice).me.closing),
        plain(report),
        remarks=(*_heard(engagement, scopes), *_left_out(engagement, known, who)),
    )


def _confirmed(context: Context, who: Theirs, engagement: Engagement, ask: Ask, tell: Tell) -> ClientHistory:
    """What is known of the client, once the coach was asked about sessions that say no engagement."""
    known = _known(context, who.client)
    open_ones = fitting(engagement, unconfirmed(engagement, known.extracts, who.found), who.found)
    chooser = ask() if open_ones else None
    if chooser is None:
        return known
    confirm(context, known, engagement, open_ones, Desk(chooser, tell))
    return _known(context, who.client)


def _known(context: Context, client: Client) -> ClientHistory:
    known = history.brought(context, client.id)
    _refuse_doubts(*known.passed_over)
    return known


def _themes(context: Context, client: Client, engagement: Engagement, period: Period) -> tuple[str, ...]:
    """The lines about the work that are for the sponsor, of the time of the report."""
    told = told_themes(context, client.id, "sponsor", engagement.id)
    _refuse_doubts(*told.passed_over)
    return told.words(period.covers)


def _refuse_doubts(*errors: CoachError) -> None:
    """Raise where something of the client's could not be read: a report would be wrong, and nobody would see it."""
    for error in errors:
        words = f"{error.message} Without it no report is made for the sponsor."
        refusal = CoachError(Saying(words, discreet=error.discreet), error.hint)
        refusal.exit_code = error.exit_code
        raise refusal


def _heard(engagement: Engagement, scopes: frozenset[Scope]) -> Iterator[str]:
    if engagement.sponsor_hears is None:
        yield "Nobody said what the sponsor may hear ( sponsor_hears: ): so it is dates alone."
    elif engagement.sponsor_hears == "themes" and "goals" not in scopes:
        yield "Without goals: the client's consent to these is not in the engagement's file."


def _left_out(engagement: Engagement, known: ClientHistory, who: Theirs) -> Iterator[str]:
    many = len(unconfirmed(engagement, known.extracts, who.found))
    if many:
        say = f"{many} sessions say no engagement, and are" if many > 1 else "1 session says no engagement, and is"
        yield f"{say} not in it."
