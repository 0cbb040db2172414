"""The engagements of a client as their page has them: where each stands, and what is done, due, late and next."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from coachcli.domain.client.outlook_words import stop_details
from coachcli.domain.client.prep_words import short_day
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.engagement.page import Titles, Work, work_of
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.page.model import Line


def works_of(
    engagements: Sequence[Engagement], extracts: Sequence[SessionExtract], titles: Titles, today: date
) -> tuple[Work, ...]:
    """The work agreed on with a client, what began last first."""
    newest_first = sorted(engagements, key=lambda one: one.start, reverse=True)
    return tuple(work_of(one, extracts, engagements, titles, today) for one in newest_first)


def engagement_lines(works: Sequence[Work]) -> Iterator[Line]:
    """A line for each engagement: where it stands, or when and why it ended."""
    for work in works:
        told = _ended(work) if work.counts.has_ended else (work.line, _until(work))
        yield Line(work.engagement.name, details=tuple(filter(None, told)))


def road_lines(works: Sequence[Work]) -> Iterator[Line]:
    """The stops of the engagements that have not ended."""
    for work in works:
        if not work.counts.has_ended:
            for one in work.road:
                yield Line(one.title, details=(one.stop.state, *stop_details(one.stop, work.today)))


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
                "framework": one.stop.milestone.do,
                "title": one.title,
                "state": one.stop.state,
                "held": [day.isoformat() for day in one.stop.held],
                "first": _iso(one.stop.first),
                "last": _iso(one.stop.last),
            }
            for one in work.road
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
