"""Hours that stay when a client is erased: numbers without a name, and without days by which somebody could be told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from coachcli.domain.engagement.membership import engagement_of
from coachcli.domain.engagement.model import Engagement, Type
from coachcli.domain.export.audience import mode_of
from coachcli.domain.hours.earlier import EarlierHours, EarlierRow
from coachcli.domain.room import counts
from coachcli.domain.session.model import Session
from coachcli.domain.terms import Mode
from coachcli.domain.text import folded
from coachcli.domain.value import changed

_HOUR = 60
_Kind = tuple[Mode, Type | None]
_ERASED = "erased client"


def is_of(row: EarlierRow, name: str) -> bool:
    """Whether a row from before is of the client of this name."""
    return folded(row.client) == folded(name)


def without_name(row: EarlierRow, label: str) -> EarlierRow:
    """A row from before as a number."""
    return changed(row, client=label, contact=None, start=None, end=None, listed_for_credential=None)


def free_label(hours: EarlierHours) -> str:
    """What stands for the name of one more client: nobody else's, so that clients are counted as before."""
    there = {row.client for row in hours.relationships}
    return next(label for number in count(1) if (label := f"{_ERASED} {number}") not in there)


def nameless_rows(
    sessions: Iterable[Session], engagements: Sequence[Engagement], people: int, label: str
) -> Iterator[EarlierRow]:
    """A row for each kind of work with a client, of what was measured. What nobody called paid is pro bono."""
    minutes: dict[_Kind, list[int]] = defaultdict(lambda: [0, 0])
    for session in sessions:
        if counts(session.framework.room) and session.minutes.spent:
            agreed = engagement_of(session.engagement, session.started.date(), engagements)
            is_mentoring = agreed is not None and agreed.mode == "mentoring"
            kind = "mentoring" if is_mentoring else mode_of(session), agreed.type if agreed else None
            minutes[kind][not (agreed and agreed.paid)] += session.minutes.spent
    for (mode, work), (paid, free) in minutes.items():
        yield EarlierRow(client=label, people=people, mode=mode, type=work, paid=_hours(paid), pro_bono=_hours(free))


def _hours(minutes: int) -> float | None:
    return round(minutes / _HOUR, 2) if minutes else None
