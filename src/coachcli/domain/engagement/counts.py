"""How far an engagement has come on a day: its month, its sessions, and the days to its next stop and to its end."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from coachcli.domain.engagement.interval import months_between
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.engagement.road import Stop
from coachcli.domain.history.extract import SessionExtract, with_client
from coachcli.domain.value import Value

_SOON = 28
"""An engagement that ends within so many days ends soon."""


class Counts(Value, frozen=True):
    """The figures of an engagement on a day.

    `month` of `months`, 0 before it begins; `held` of `agreed` sessions, those with the client alone. `until_next` is
    the days to the next stop, `until_end` those to the last day agreed, below 0 where that is over. Each is None where
    the file does not say enough.
    """

    month: int
    months: int | None
    held: int
    agreed: int | None
    next: Stop | None = None
    until_next: int | None = None
    until_end: int | None = None
    has_ended: bool = False

    @property
    def ends_soon(self) -> bool:
        """Whether it is under way, and its last day is near or over."""
        return not self.has_ended and self.until_end is not None and self.until_end <= _SOON


def counts_of(engagement: Engagement, sessions: Iterable[SessionExtract], road: Sequence[Stop], today: date) -> Counts:
    """The figures of an engagement; `sessions` are those that belong to it."""
    following = next((stop for stop in road if stop.state == "next"), None)
    held = with_client(one for one in sessions if one.started.date() <= today)
    return Counts(
        month=_month(engagement.start, today),
        months=_months(engagement),
        held=len(held),
        agreed=engagement.sessions,
        next=following,
        until_next=(following.first - today).days if following and following.first else None,
        until_end=(engagement.end - today).days if engagement.end else None,
        has_ended=engagement.has_ended(today),
    )


def counts_words(counts: Counts, next_title: str = "") -> str:
    """`month 4 of 6 · session 7 of 12 · midpoint in 9 days`: where the work stands before the next session."""
    return " · ".join(filter(None, (_month_words(counts), sessions_words(counts), _next_words(counts, next_title))))


def sessions_words(counts: Counts) -> str:
    """The number of the next session among those agreed; once all were held, how many that were."""
    if counts.agreed is None:
        return f"session {counts.held + 1}"
    if counts.held < counts.agreed:
        return f"session {counts.held + 1} of {counts.agreed}"
    return f"{counts.held} sessions held of {counts.agreed}"


def in_days(days: int) -> str:
    """`today`, `tomorrow`, `in 9 days`, or `9 days ago`."""
    if days in {0, 1}:
        return "tomorrow" if days else "today"
    if days > 1:
        return f"in {days} days"
    return "yesterday" if days == -1 else f"{-days} days ago"


def _month(start: date, today: date) -> int:
    return months_between(start, today) + 1 if today >= start else 0


def _months(engagement: Engagement) -> int | None:
    """The months that were agreed; one that ends on the day before the month is full, or on that day, is whole."""
    if engagement.end is None or engagement.end < engagement.start:
        return None
    return months_between(engagement.start, max(engagement.start, engagement.end - timedelta(days=1))) + 1


def _month_words(counts: Counts) -> str:
    if counts.month == 0:
        return "not begun"
    if counts.months is None:
        return f"month {counts.month}"
    return f"month {counts.month} of {counts.months}" if counts.month <= counts.months else "over its last day"


def _next_words(counts: Counts, title: str) -> str:
    if not title or counts.until_next is None:
        return ""
    # An abbreviation stays one: GROW.
    is_word = title[1:2].islower() or title[1:2].isspace()
    named = f"{title[0].lower()}{title[1:]}" if is_word else title
    return f"{named} {in_days(counts.until_next)}"
