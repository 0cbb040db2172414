"""A report as plain data, for programs: what its reader may know, and nothing besides."""

from collections.abc import Iterable
from typing import Any

from coachcli.domain.client.work import work_data
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.history.open_items import Followed
from coachcli.domain.report.client_report import Ahead, ClientReport, Stayed
from coachcli.domain.report.own_page import OwnReport
from coachcli.domain.report.period import Period
from coachcli.render.client.progress_data import progress_data
from coachcli.render.session.data import shared_note


def client_data(report: ClientReport) -> dict[str, Any]:
    """The report for a client."""
    told = progress_data(report.progress)
    return {
        "client": report.client,
        "mode": report.mode,
        **_period(report.period),
        "sessions": [day.isoformat() for day in report.sessions],
        "in_own_words": _stayed(report.stayed),
        **{name: told[name] for name in ("goals", "values")},
        "numbers": [_without(one, "speaker", "others") for one in told["numbers"]],
        "actions": [_without(one, "tags") for one in told["actions"]],
        "goes_on": _ahead(report.ahead),
        "promised": _ahead(report.promised),
        "themes": list(report.themes),
    }


def own_data(report: OwnReport) -> dict[str, Any]:
    """The report for the coach."""
    return {
        "client_name": report.client,
        **_period(report.period),
        "engagement": work_data(report.work) if report.work else None,
        "sessions": [_session(one) for one in report.sessions],
        "progress": progress_data(report.progress),
        "in_own_words": _stayed(report.stayed),
        "still_open": [_followed(one) for one in report.still_open],
        "themes": list(report.themes),
    }


def _stayed(stayed: Iterable[Stayed]) -> list[dict[str, Any]]:
    return [{"on": one.on.isoformat(), "notes": [shared_note(note) for note in one.notes]} for one in stayed]


def _followed(one: Followed) -> dict[str, Any]:
    thing = one.thing
    due = thing.due.on.isoformat() if thing.due and thing.due.on else None
    whose = "coach" if thing.is_promise else thing.whose
    return {"kind": thing.kind, "whose": whose, "who": thing.person or None, "what": thing.what, "due": due}


def _period(period: Period) -> dict[str, str]:
    return {"since": period.since.isoformat(), "until": period.until.isoformat()}


def _session(one: SessionExtract) -> dict[str, str]:
    kept = {"framework": one.framework.id, "title": one.framework.title, "with": one.framework.room}
    return {"id": one.id, "on": one.started.date().isoformat(), **kept}


def _ahead(things: Iterable[Ahead]) -> list[dict[str, Any]]:
    return [{"what": one.what, "due": one.due.on.isoformat() if one.due and one.due.on else None} for one in things]


def _without(data: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: part for name, part in data.items() if name not in names}
