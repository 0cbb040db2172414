"""The engagements of a client as their page has them: where each stands, and what is done, due, late and next."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from coachcli.domain.client.outlook_words import stop_details
from coachcli.domain.client.prep_words import short_day
from coachcli.domain.engagement.counts import Counts, counts_of, counts_words
from coachcli.domain.engagement.membership import sessions_in
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.engagement.road import Stop, road_of
from coachcli.domain.export.report import Line
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.value import Value


class Work(Value, frozen=True):
    """An engagement on a day: its figures, and the stops of its road, each with the title of its framework."""

    engagement: Engagement
    counts: Counts
    road: tuple[tuple[str, Stop], ...]
    today: date


def work_of(
    engagements: Sequence[Engagement], extracts: Sequence[SessionExtract], title: Callable[[str], str], today: date
) -> tuple[Work, ...]:
    """The work agreed on with a client, what began last first. `title` is of a framework."""
    works: list[Work] = []
    for engagement in sorted(engagements, key=lambda one: one.start, reverse=True):
        sessions = sessions_in(engagement, extracts, engagements)
        road = road_of(engagement, sessions, today)
        titled = tuple((title(stop.milestone.do), stop) for stop in road)
        works.append(Work(engagement, counts_of(engagement, sessions, road, today), titled, today))
    return tuple(works)


def engagement_lines(works: Sequence[Work]) -> Iterator[Line]:
    """A line for each engagement: where it stands, or when and why it ended."""
    for work in works:
        following = next((title for title, stop in work.road if stop.state == "next"), "")
        told = _ended(work) if work.counts.has_ended else (counts_words(work.counts, following), _until(work))
        yield Line(work.engagement.name, details=tuple(filter(None, told)))


def road_lines(works: Sequence[Work]) -> Iterator[Line]:
    """The stops of the engagements that have not ended."""
    for work in works:
        if not work.counts.has_ended:
            yield from (Line(title, details=(stop.state, *stop_details(stop, work.today))) for title, stop in work.road)


def work_data(work: Work) -> dict[str, Any]:
    """An engagement for programs."""
    engagement, counts = work.engagement, work.counts
    return {
        "id": engagement.id,
        "name": engagement.name,
        "start": engagement.start.isoformat(),
        "end": _iso(engagement.end),
        "ended": {"on": engagement.ended.on.isoformat(), "why": engagement.ended.why} if engagement.ended else None,
        "month": counts.month,
        "months": counts.months,
        "sessions": counts.held,
        "agreed": counts.agreed,
        "road": [
            {
                "framework": stop.milestone.do,
                "title": title,
                "state": stop.state,
                "held": [day.isoformat() for day in stop.held],
                "first": _iso(stop.first),
                "last": _iso(stop.last),
            }
            for title, stop in work.road
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _ended(work: Work) -> tuple[str, ...]:
    ended = work.engagement.ended
    return (f"ended {short_day(ended.on, work.today)}", ended.why or "") if ended else ()


def _until(work: Work) -> str:
    end = work.engagement.end
    return f"until {short_day(end, work.today)}" if end else ""
