"""The coach's own report of the work with a client: all that there is to see, for nobody else."""

from collections.abc import Iterator, Sequence

from coachcli.domain.client.outlook_words import stop_details
from coachcli.domain.client.progress import Progress
from coachcli.domain.engagement.model import Left
from coachcli.domain.engagement.page import Titled, Work
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.report.period import Period
from coachcli.domain.report.progress_page import progress_page, with_content
from coachcli.domain.room import ROOMS, counts
from coachcli.domain.session.wording import full_date
from coachcli.domain.terms import Audience
from coachcli.domain.text import one_line
from coachcli.domain.value import Value

_READERS: dict[Audience, str] = {"me": "you", "client": "the client", "sponsor": "the sponsor"}


class OwnReport(Value, frozen=True):
    """What the coach sees: the work as it stands if there is an engagement, the sessions, and the progress."""

    client: str
    period: Period
    sessions: tuple[SessionExtract, ...]
    progress: Progress
    work: Work | None = None


def own_page(report: OwnReport) -> Page:
    """The page for the coach."""
    period = report.period
    facts = {"Client": report.client, "From": full_date(period.since), "Until": full_date(period.until)}
    if report.work is not None:
        facts["Engagement"] = report.work.engagement.name
        facts["Where it stands"] = report.work.line
    sections = (*_sections(report), *progress_page(report.progress).sections)
    return Page(f"{report.client}: report for me", facts, with_content(sections), on=period.until)


def _sections(report: OwnReport) -> Iterator[Section]:
    yield Section("Sessions", tuple(_session(one) for one in report.sessions))
    if report.work is not None:
        yield Section("Road", tuple(_stop(one, report) for one in report.work.road))
        yield Section("What left the house", _left(report.work.engagement.left, report.period))


def _stop(one: Titled, report: OwnReport) -> Line:
    return Line(one.title, details=(one.stop.state, *stop_details(one.stop, report.period.until)))


def _session(one: SessionExtract) -> Line:
    room = one.framework.room
    who = () if counts(room) else (one.person.code if one.person else ROOMS[room].held,)
    return Line(full_date(one.started.date()), details=(one_line(one.framework.title), *who))


def _left(left: Sequence[Left], period: Period) -> tuple[Line, ...]:
    return tuple(_departure(one) for one in left if period.covers(one.on))


def _departure(one: Left) -> Line:
    many = "1 line" if one.lines == 1 else f"{one.lines} lines"
    return Line(one.what, details=(full_date(one.on), f"for {_READERS[one.audience]}", many))
