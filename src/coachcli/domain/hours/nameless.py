"""Hours that stay when a client is erased: numbers without a name, and without days by which somebody could be told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count

from coachcli.domain.engagement.model import Type
from coachcli.domain.hours.earlier import EarlierHours, EarlierRow
from coachcli.domain.hours.entry import Entry, Work
from coachcli.domain.terms import Mode
from coachcli.domain.text import folded
from coachcli.domain.value import changed

_HOUR = 3600
_Kind = tuple[Mode, Type | None, int]
_MODES: dict[Work, Mode] = {"coaching": "coaching", "mentoring": "mentoring"}
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


def nameless_rows(entries: Iterable[Entry], label: str) -> Iterator[EarlierRow]:
    """A row for each kind of work with a client, of what was measured. What nobody called paid is pro bono."""
    seconds: dict[_Kind, list[int]] = defaultdict(lambda: [0, 0])
    for one in entries:
        if one.row is None and one.seconds and one.work in _MODES:
            seconds[_MODES[one.work], one.type, one.party.people][not one.paid] += one.seconds
    for (mode, work, people), (paid, free) in seconds.items():
        yield EarlierRow(client=label, people=people, mode=mode, type=work, paid=_hours(paid), pro_bono=_hours(free))


def _hours(seconds: int) -> float | None:
    return round(seconds / _HOUR, 2) if seconds else None
