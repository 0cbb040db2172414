"""An engagement on a screen: one thing under the other, wrapped to the window, and the same read out by ear."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from coachcli.cells import wrap
from coachcli.domain.client.outlook_words import stop_details
from coachcli.domain.client.prep_words import short_day
from coachcli.domain.engagement.interval import interval_words
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.engagement.page import Page, Titled
from coachcli.domain.text import one_line, visible
from coachcli.domain.value import plain

_USUAL_WIDTH = 100
_STATE = 9
_HEARS = {
    "nothing": "nothing: no report is made for them",
    "dates": "that sessions take place, and when",
    "goals": "dates and goals",
    "themes": "dates, goals and themes",
}


def page_text(page: Page, width: int | None = None) -> str:
    """The whole page."""
    room = width or _USUAL_WIDTH
    engagement = page.engagement
    rows = [*wrap(f"{page.client_name} · {engagement.name}", room), *wrap(_standing(page), room)]
    rows += ["", *_wrapped(_terms(engagement, page.today), room)]
    if page.road:
        rows += ["", "Road", *(row for one in page.road for row in _stop(one, page, room))]
    for number, (name, words) in enumerate(_parts(page)):
        rows += [*([] if number else [""]), *wrap(words, room, f"{name}: ", "  ", breaks=True)]
    if page.others:
        rows += ["", *wrap(f"Their other engagements: {', '.join(page.others)}", room)]
    return visible("\n".join([*rows, ""]))


def page_data(page: Page) -> dict[str, Any]:
    """The same for programs."""
    road = [{"framework": one.stop.milestone.do, "title": one.title, **_stop_data(one)} for one in page.road]
    counts = plain(page.counts)
    return {
        "client": page.client,
        "client_name": page.client_name,
        **plain(page.engagement),
        "road": road,
        "month": counts["month"],
        "months": counts["months"],
        "sessions_held": counts["held"],
        "days_to_next": counts["until_next"],
        "days_to_end": counts["until_end"],
        "line": _standing(page),
    }


def _stop_data(one: Titled) -> dict[str, Any]:
    """A stop without the days that are not known."""
    stop = one.stop
    return {
        "state": stop.state,
        "week": stop.milestone.week,
        "every": stop.milestone.every,
        "times": stop.milestone.times,
        "held": [day.isoformat() for day in stop.held],
        "from": stop.first.isoformat() if stop.first else None,
        "until": stop.last.isoformat() if stop.last else None,
    }


def _standing(page: Page) -> str:
    ended = page.engagement.ended
    if ended is not None and page.counts.has_ended:
        sessions = page.counts.held
        why = f", {one_line(ended.why)}" if ended.why else ""
        return f"ended {short_day(ended.on, page.today)}{why} · {sessions} session{'' if sessions == 1 else 's'}"
    return page.line


def _terms(engagement: Engagement, today: date) -> list[str]:
    """What was agreed, in a few words each."""
    until = f" to {short_day(engagement.end, today)}" if engagement.end else ""
    paid = {None: "", True: "paid", False: "pro bono"}[engagement.paid]
    parts = [
        f"{short_day(engagement.start, today)}{until}",
        engagement.mode,
        engagement.type or "",
        f"{engagement.sessions} sessions" if engagement.sessions else "",
        f"{engagement.hours:g} hours" if engagement.hours else "",
        f"{engagement.minutes} minutes" if engagement.minutes else "",
        interval_words(engagement.every) if engagement.every else "",
        paid,
    ]
    return [part for part in parts if part]


def _wrapped(parts: list[str], room: int) -> list[str]:
    return wrap(" · ".join(parts), room, "", "  ")


def _stop(one: Titled, page: Page, room: int) -> list[str]:
    """A stop in as many rows as it takes."""
    state = "" if one.stop.state == "to come" else one.stop.state
    details = " · ".join([one.title, *stop_details(one.stop, page.today)])
    return wrap(details, room, f"  {state:<{_STATE - 2}}", " " * _STATE, breaks=True)


def _parts(page: Page) -> Iterator[tuple[str, str]]:
    engagement, today = page.engagement, page.today
    if engagement.sponsor:
        yield "Sponsor", engagement.sponsor
    if engagement.sponsor_hears:
        yield "The sponsor hears", _HEARS[engagement.sponsor_hears]
    if engagement.consents:
        said = (f"{scope.replace('_', ' ')} since {short_day(on, today)}" for scope, on in engagement.consents.items())
        yield "Consents", ", ".join(said)
    if engagement.keep_until:
        yield "Kept until", short_day(engagement.keep_until, today)
    if engagement.agreed:
        yield "Agreed", one_line(engagement.agreed)
    if engagement.left:
        last, count = engagement.left[-1], len(engagement.left)
        times = "once" if count == 1 else f"{count} times, the last"
        yield "Left the house", f"{times} on {short_day(last.on, today)}, for {_whom(last.audience)}: {last.what}"


def _whom(audience: str) -> str:
    return "you" if audience == "me" else f"the {audience}"
