"""The words of a preparation: its heading, and its days as short as they can be."""

from datetime import date

from coachcli.domain.client.prep import Preparation
from coachcli.domain.session.model import When
from coachcli.domain.session.wording import with_said


def heading(prepared: Preparation) -> str:
    """Which session this will be, and with whom."""
    if not prepared.is_whole:
        return f"A session with {prepared.name}"
    which = "First session" if prepared.is_first else f"Session {prepared.number}"
    return f"{which} with {prepared.name}"


def besides(prepared: Preparation) -> str:
    """How many conversations about the client were no sessions with them: counts, and nobody's words."""
    counted = (
        (prepared.meetings, "meeting of three", "meetings of three"),
        (prepared.talks, "talk with the sponsor", "talks with the sponsor"),
        (prepared.interviews, "interview", "interviews"),
    )
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counted if number)


def since(prepared: Preparation) -> str:
    """How long ago the last session was; empty before the first."""
    if prepared.last is None:
        return ""
    day, days = day_of(prepared.last, prepared.today), (prepared.today - prepared.last).days
    if days < 1:
        return "the last one was today" if days == 0 else f"the last one was on {day}"
    return f"{days} day{'' if days == 1 else 's'} since {day}"


def last_session(prepared: Preparation) -> str:
    """When the last session was, and how long ago; empty before the first."""
    if prepared.last is None:
        return ""
    days = (prepared.today - prepared.last).days
    ago = f", {days} day{'' if days == 1 else 's'} ago" if days > 0 else ""
    return f"{day_of(prepared.last, prepared.today)}{ago}"


def next_session(prepared: Preparation) -> str:
    """When the next session is to be, where that is known: `today, 14:00`."""
    if prepared.next is None or prepared.next.on is None:
        return ""
    on, at = prepared.next.on, prepared.next.at
    day = "today" if on == prepared.today else day_of(on, prepared.today)
    return f"{day}, {at}" if at else day


def day_of(day: date, today: date) -> str:
    """`Friday 6 November`, with the year where it is not this one."""
    return f"{day:%A} {day.day} {day:%B}{_year(day, today)}"


def short_day(day: date, today: date) -> str:
    """`6 Nov`, with the year where it is not this one."""
    return f"{day.day} {day:%b}{_year(day, today)}"


def short_when(when: When, today: date) -> str:
    """`6 Nov` for a day that was understood, else the words in which it was said."""
    return with_said(when, short_day(when.on, today)) if when.on else when.words


def _year(day: date, today: date) -> str:
    return "" if day.year == today.year else f" {day.year}"
