"""The report for a client as a page: the way of the work, in their own words."""

from collections.abc import Iterator, Sequence

from coachcli.domain.client.kept import KeptActions
from coachcli.domain.export.summary import line_of
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.report.client_report import Ahead, ClientReport
from coachcli.domain.report.progress_page import (
    dated_section,
    goals_section,
    kept_section,
    numbers_section,
    with_content,
)
from coachcli.domain.session.wording import appointment_words, due_words, full_date

_SET_OUT = "What you set out to do"


def client_page(report: ClientReport, greeting: str = "", closing: tuple[str, ...] = ()) -> Page:
    """The page that a client is sent."""
    facts = {
        "For": report.client,
        "From": full_date(report.period.since),
        "Until": full_date(report.period.until),
        "We met": _times(len(report.sessions)),
        "We meet again": appointment_words(report.next) if report.next else "",
    }
    return Page(
        "The way so far",
        {name: words for name, words in facts.items() if words},
        tuple(_sections(report)),
        greeting=greeting,
        closing=closing,
        on=report.period.until,
    )


def _sections(report: ClientReport) -> Iterator[Section]:
    progress, until = report.progress, report.period.until
    numbers = (numbers_section(group, until) for group in progress.groups)
    yield from with_content((goals_section(progress.goals, until, "Your goals"), *numbers))
    yield from _stayed(report)
    yield from with_content(
        (
            dated_section("What matters to you", progress.values),
            # What is open, and nothing more, stands below in its own words.
            kept_section(progress.actions if progress.actions.were_looked_back_on else KeptActions(), _SET_OUT),
            Section("Themes", tuple(map(Line, report.themes))),
            Section("What goes on", _ahead(report.ahead)),
            Section("What I will do", _ahead(report.promised)),
        )
    )


def _stayed(report: ClientReport) -> Iterator[Section]:
    """What they said, a heading for each day under one for all of them."""
    for number, one in enumerate(report.stayed):
        if number == 0:
            yield Section("In your own words")
        yield Section(full_date(one.on), tuple(line_of(note, "client") for note in one.notes), depth=2)


def _ahead(things: Sequence[Ahead]) -> tuple[Line, ...]:
    return tuple(Line(one.what, "task", details=(due_words(one.due),) if one.due else ()) for one in things)


def _times(count: int) -> str:
    return {0: "not in this time", 1: "once", 2: "twice"}.get(count, f"{count} times")
