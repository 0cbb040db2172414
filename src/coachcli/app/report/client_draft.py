"""The reports for the client and for the coach."""

from typing import Any

from coachcli.app.client import history
from coachcli.app.client.history import ClientHistory
from coachcli.app.client.progress import library_for
from coachcli.app.context import Context
from coachcli.app.engagement.choice import Ask, Theirs, meant
from coachcli.app.framework.catalogue import titles
from coachcli.app.report.draft import Draft
from coachcli.app.report.period import period_of
from coachcli.app.report.request import ReportRequest
from coachcli.app.theme.gap import told_gap
from coachcli.app.theme.told import told_themes
from coachcli.domain.client.progress import Asked, progress
from coachcli.domain.engagement.membership import sessions_in
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.engagement.page import Work, on_roads, work_of
from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.history.open_items import followed
from coachcli.domain.page.model import Page
from coachcli.domain.report.client_page import client_page
from coachcli.domain.report.client_report import client_report
from coachcli.domain.report.material import Material
from coachcli.domain.report.own_page import OwnReport, own_page, stayed_in
from coachcli.domain.report.period import Period
from coachcli.domain.session.model import NO_ENGAGEMENT
from coachcli.domain.text import folded
from coachcli.domain.value import Value
from coachcli.errors import CoachError
from coachcli.render.report.report_data import client_data, own_data
from coachcli.store import settings


class _Found(Value, frozen=True):
    """What a report is made from: `mine` are the sessions that it tells of, `between` what was noted between them."""

    who: Theirs
    engagement: Engagement | None
    history: ClientHistory
    mine: tuple[SessionExtract, ...]
    period: Period

    @property
    def between(self) -> tuple[Entry, ...]:
        """The entries since the work began."""
        first = self.engagement.start if self.engagement else None
        return tuple(one for one in self.history.entries if first is None or one.at.date() >= first)

    @property
    def passed_over(self) -> tuple[CoachError, ...]:
        """What could not be read."""
        return (*self.who.passed_over, *self.history.passed_over)


def client_draft(context: Context, request: ReportRequest, who: Theirs, ask: Ask) -> Draft:
    """The report for the client, of an engagement, or of all the work where there is none."""
    found = _found(context, request, who, ask)
    mode = found.engagement.mode if found.engagement else "coaching"
    themes = told_themes(context, who.client.id, "client", found.engagement.id if found.engagement else None)
    is_whole = not (found.passed_over or themes.passed_over)
    material = Material(
        who.client, found.history.whole(found.mine), found.between, mode, themes.words(found.period.covers), is_whole
    )
    report = client_report(material, library_for(context, found.mine), found.period)
    me = settings.load(context.practice).me
    page = client_page(report, me.greeting(who.client.called), me.closing)
    remarks = () if report.is_whole else ("Without what goes on: something could not be read that may say it is done.",)
    return _draft(found, request, page, client_data(report), remarks)


def own_draft(context: Context, request: ReportRequest, who: Theirs, ask: Ask) -> Draft:
    """The report for the coach alone: all that there is."""
    found = _found(context, request, who, ask)
    period = found.period
    mine = [one for one in found.mine if one.started.date() <= period.until]
    entries = [one for one in found.between if one.at.date() <= period.until]
    library = library_for(context, mine)
    gap = told_gap(context, who.client.id, found.history, library.scales)
    told = progress(who.client, mine, entries, library, Asked(period.until, period.since, gap.others))
    held = tuple(one for one in mine if period.covers(one.started.date()))
    themes = told_themes(context, who.client.id, "me", found.engagement.id if found.engagement else None)
    report = OwnReport(
        client=who.client.name,
        period=period,
        sessions=held,
        progress=told,
        work=_work(context, found),
        stayed=tuple(stayed_in(found.history.whole(held), period)),
        still_open=tuple(one for one in followed(mine, entries) if one.is_open and one.thing.kind != "goal"),
        themes=themes.words(period.covers),
    )
    return _draft(found, request, own_page(report), own_data(report))


def _found(context: Context, request: ReportRequest, who: Theirs, ask: Ask) -> _Found:
    engagement = _engagement(context, request, who, ask)
    known = history.brought(context, who.client.id)
    mine = sessions_in(engagement, known.extracts, who.found) if engagement else [*known.extracts]
    return _Found(who, engagement, known, tuple(mine), period_of(context, request, engagement, mine))


def _engagement(context: Context, request: ReportRequest, who: Theirs, ask: Ask) -> Engagement | None:
    """The engagement that is meant; None where there is none, or where all of the work is meant."""
    is_all = request.engagement is not None and folded(request.engagement) == NO_ENGAGEMENT
    if is_all or (not who.found and request.engagement is None):
        return None
    return meant(context, who, request.engagement, ask, request.again)


def _work(context: Context, found: _Found) -> Work | None:
    """The engagement as it stood on the last day of the report."""
    if found.engagement is None:
        return None
    named = titles(context, on_roads([found.engagement]))
    return work_of(found.engagement, found.history.extracts, found.who.found, named, found.period.until)


def _draft(
    found: _Found, request: ReportRequest, page: Page, data: dict[str, Any], remarks: tuple[str, ...] = ()
) -> Draft:
    client, engagement = found.who.client, found.engagement
    return Draft(client, request.audience, engagement, found.period, page, data, remarks, found.passed_over)
