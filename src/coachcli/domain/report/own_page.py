"""The coach's own report of the work with a client: all that there is to see, for nobody else."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from coachcli.domain.client.kept import KeptActions
from coachcli.domain.client.outlook_words import stop_details
from coachcli.domain.client.progress import Progress
from coachcli.domain.engagement.model import Left
from coachcli.domain.engagement.page import Titled, Work
from coachcli.domain.export.audience import SharedNote
from coachcli.domain.export.summary import line_of
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.history.open_items import Followed
from coachcli.domain.note_kinds import NOTE_KINDS, in_own_voice
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.report.client_report import Stayed
from coachcli.domain.report.period import Period
from coachcli.domain.report.progress_page import progress_page, with_content
from coachcli.domain.room import ROOMS, counts
from coachcli.domain.session.model import Session
from coachcli.domain.session.voice import is_with_client, owner_words
from coachcli.domain.session.wording import due_words, full_date
from coachcli.domain.terms import Audience
from coachcli.domain.text import one_line
from coachcli.domain.value import Value, changed

_READERS: dict[Audience, str] = {"me": "you", "client": "the client", "sponsor": "the sponsor"}


class OwnReport(Value, frozen=True):
    """What the coach sees: the work as it stands if there is an engagement, the sessions, and the progress.

    `stayed` is what the client said, marked for anybody or not, `still_open` what anybody is still to do, `themes` are
    the coach's own lines about what others said.
    """

    client: str
    period: Period
    sessions: tuple[SessionExtract, ...]
    progress: Progress
    work: Work | None = None
    stayed: tuple[Stayed, ...] = ()
    still_open: tuple[Followed, ...] = ()
    themes: tuple[str, ...] = ()


def stayed_in(sessions: Iterable[Session], period: Period) -> Iterator[Stayed]:
    """What the client said in the sessions of a period, in their own words."""
    for one in sessions:
        said = (note for turn, note in one.notes if ROOMS[turn.room].clients_own and in_own_voice(note.kind))
        # Values are one list of all the time, with their days.
        notes = tuple(SharedNote(note) for note in said if note.kind != "value")
        if notes and period.covers(one.started.date()):
            yield Stayed(one.started.date(), notes)


def own_page(report: OwnReport) -> Page:
    """The page for the coach."""
    period = report.period
    facts = {"Client": report.client, "From": full_date(period.since), "Until": full_date(period.until)}
    if report.work is not None:
        facts["Engagement"] = report.work.engagement.name
        facts["Where it stands"] = report.work.line
    moved = report.progress
    if not moved.actions.were_looked_back_on:
        moved = changed(moved, actions=KeptActions())
    known = with_content((*_sections(report), *progress_page(moved).sections))
    rest = (
        Section("What others said, in your words", tuple(map(Line, report.themes))),
        Section("Still open", tuple(_open(one, period.until) for one in report.still_open)),
    )
    sections = (*known, *_stayed(report.stayed), *with_content(rest))
    return Page(f"{report.client}: report for me", facts, sections, on=period.until)


def _sections(report: OwnReport) -> Iterator[Section]:
    yield Section("Sessions", tuple(_session(one) for one in report.sessions))
    if report.work is not None:
        yield Section("Road", tuple(_stop(one, report) for one in report.work.road))
        yield Section("What left the house", _left(report.work.engagement.left, report.period))


def _stayed(stayed: Sequence[Stayed]) -> Iterator[Section]:
    if stayed:
        yield Section("In their own words")
        yield from (Section(full_date(one.on), tuple(line_of(note, "me") for note in one.notes), 2) for one in stayed)


def _open(one: Followed, today: date) -> Line:
    """What is still to be done, by whom where it is not the client, and by when."""
    thing = one.thing
    whose = "" if is_with_client(thing) and not thing.is_promise else owner_words(thing)
    beside = NOTE_KINDS[thing.kind].open_words
    label = ", ".join(filter(None, (whose, beside.beside if beside else "")))
    due = due_words(thing.due) if thing.due else ""
    late = "overdue" if one.is_overdue(today) else ""
    # What was noted with it may have the day already.
    details = dict.fromkeys(filter(None, (*thing.details, due, late)))
    return Line(one_line(thing.what), "task", f"{label}:" if label else "", tuple(details))


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
