"""What nobody is reminded of any more, because the work it belonged to has ended."""

from collections.abc import Sequence
from datetime import date

from coachcli.domain.engagement.membership import engagement_of
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.history.open_items import Followed


def is_silenced(one: Followed, engagements: Sequence[Engagement], today: date) -> bool:
    """Whether an open thing was chosen in an engagement of its client that has ended: it is neither due nor overdue."""
    if one.chosen is None:
        return False
    engagement = engagement_of(one.engagement, one.chosen.date(), engagements)
    return engagement is not None and engagement.has_ended(today)


def not_silenced(things: Sequence[Followed], engagements: Sequence[Engagement], today: date) -> tuple[Followed, ...]:
    """The things of which the coach is still reminded."""
    return tuple(one for one in things if not is_silenced(one, engagements, today))
