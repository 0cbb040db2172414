"""The report for a sponsor as a page: nothing is on it that is not in the report."""

from collections.abc import Iterator
from datetime import date

from coachcli.domain.export.phrases import FOR_SPONSOR
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.report.sponsor_report import AgreedGoal, SponsorReport
from coachcli.domain.session.wording import due_words, full_date


def sponsor_page(report: SponsorReport, closing: tuple[str, ...] = ()) -> Page:
    """The page that a sponsor is sent."""
    facts = {
        "Client": report.client,
        "From": full_date(report.period.since),
        "Until": full_date(report.period.until),
        "State": _state(report),
        "Sessions so far": _so_far(report),
    }
    title, sections = f"{report.mode.capitalize()} of {report.client}", tuple(_sections(report))
    return Page(title, facts, sections, closing=closing, on=report.period.until)


def _state(report: SponsorReport) -> str:
    if report.ended is not None:
        return f"ended on {full_date(report.ended)}"
    return f"under way, agreed until {full_date(report.end)}" if report.end is not None else "under way"


def _so_far(report: SponsorReport) -> str:
    return f"{report.held} of {report.agreed} agreed" if report.agreed is not None else str(report.held)


def _sections(report: SponsorReport) -> Iterator[Section]:
    sessions = tuple(Line(full_date(day), details=_mentoring(day, report)) for day in report.sessions)
    yield Section("Sessions", sessions or (Line("None in this time"),))
    if report.meetings:
        yield Section(
            "Held with all three", tuple(Line(one.title, details=(full_date(one.on),)) for one in report.meetings)
        )
    if report.goals:
        yield Section("Goals", tuple(_goal(one) for one in report.goals))
    if report.themes:
        yield Section("Themes", tuple(map(Line, report.themes)))


def _mentoring(day: date, report: SponsorReport) -> tuple[str, ...]:
    return ("mentoring",) if day in report.mentoring else ()


def _goal(one: AgreedGoal) -> Line:
    details = (
        due_words(one.due) if one.due else "",
        f"measured by: {one.measure}" if one.measure else "",
        f"serves: {one.serves}" if one.serves else "",
        FOR_SPONSOR[one.outcome].lower() if one.outcome else "",
    )
    return Line(one.what, details=tuple(filter(None, details)))
