"""What nobody is reminded of any more, because the work it belonged to has ended."""

from collections.abc import Sequence
from datetime import date

from coachcli.domain.engagement.membership import engagement_of
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.engagement.settlement import heir
from coachcli.domain.history.agreed_dates import AgreedDate, in_sight
from coachcli.domain.history.open_items import Followed
from coachcli.domain.value import changed


def is_silenced(one: Followed, engagements: Sequence[Engagement], today: date) -> bool:
    """Whether an open thing was chosen in an engagement of its client that has ended: it is neither due nor overdue.

    What the coach took on, they still owe.
    """
    if one.chosen is None or heir(one.thing) == "coach":
        return False
    return is_over(one.engagement, one.chosen.date(), engagements, today)


def dates_ahead(dates: Sequence[AgreedDate], engagements: Sequence[Engagement], today: date) -> tuple[AgreedDate, ...]:
    """The agreed dates in sight, without those of engagements that have ended."""
    return tuple(one for one in in_sight(dates, today) if not is_over(one.engagement, one.agreed, engagements, today))


def is_over(said: str | None, day: date, engagements: Sequence[Engagement], today: date) -> bool:
    """Whether what a session said of its engagement, or its day, means one that has ended."""
    engagement = engagement_of(said, day, engagements)
    return engagement is not None and engagement.has_ended(today)


def is_at_rest(engagements: Sequence[Engagement], last_seen: date, today: date) -> bool:
    """Whether all work with a client has ended, and they were not seen since: nobody waits for another session."""
    ends = [one.ended.on for one in engagements if one.ended is not None and one.has_ended(today)]
    return bool(ends) and len(ends) == len(engagements) and last_seen <= max(ends)


def not_silenced(things: Sequence[Followed], engagements: Sequence[Engagement], today: date) -> tuple[Followed, ...]:
    """The things of which the coach is still reminded."""
    return tuple(one for one in things if not is_silenced(one, engagements, today))


def with_silence(things: Sequence[Followed], engagements: Sequence[Engagement], today: date) -> tuple[Followed, ...]:
    """All of the things, each saying whether anybody is still reminded of it."""
    return tuple(changed(one, silent=True) if is_silenced(one, engagements, today) else one for one in things)
