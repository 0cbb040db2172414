"""Days in an engagement that can be right, and mostly are a slip."""

from collections.abc import Iterator
from datetime import date

from coachcli.domain.engagement.flaws import Flaw
from coachcli.domain.engagement.model import Engagement

_DAY = "put the right day here"


def odd_days(engagement: Engagement, today: date) -> Iterator[Flaw]:
    """The days that are not to be expected in what was agreed, as it is read on this day."""
    for scope, day in engagement.consents.items():
        if day > today:
            yield Flaw(("consents", scope), f"this consent was given in the future, on {day}", _DAY)
    if engagement.ended is not None and engagement.ended.on > today:
        yield Flaw(("ended", "on"), f"it ended in the future, on {engagement.ended.on}", _DAY)
    for number, one in enumerate(engagement.left):
        if one.on > today:
            yield Flaw(("left", number, "on"), f"this left the house in the future, on {one.on}", _DAY)
    last = engagement.last_day
    if engagement.keep_until is not None and last is not None and engagement.start <= engagement.keep_until < last:
        hint = "put the day until which you keep it, or take the line away"
        yield Flaw(("keep_until",), f"this is kept only until before its last day, {last}", hint)
