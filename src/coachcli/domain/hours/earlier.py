"""Hours from before: what a coach held before their sessions were kept here, a row a relationship."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, TypeAlias

from msgspec import Meta

from coachcli.domain.engagement.flaws import Flaw
from coachcli.domain.engagement.model import HowMany, Type, Words
from coachcli.domain.record import Record
from coachcli.domain.session.model import Format
from coachcli.domain.terms import Mode
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import put

HoursHeld: TypeAlias = Annotated[float, Meta(ge=0, le=100_000)]


class EarlierRow(Record, frozen=True, kw_only=True):
    """The work with one client, from its first day to its last: hours that were paid, and hours that were not.

    `people` is how many a group was, `listed_for_credential` the day on which the client agreed to be listed.
    """

    client: Words
    contact: Words | None = None
    people: HowMany = 1
    start: date | None = None
    end: date | None = None
    paid: HoursHeld | None = None
    pro_bono: HoursHeld | None = None
    type: Type | None = None
    mode: Mode = "coaching"
    listed_for_credential: date | None = None

    def __post_init__(self) -> None:
        put(self, "client", one_line(clean(self.client)))
        put(self, "contact", one_line(clean(self.contact or "")) or None)
        for name in ("paid", "pro_bono"):
            hours = getattr(self, name)
            put(self, name, hours if hours is None else float(hours))


class EarlierHours(Record, frozen=True, kw_only=True):
    """All hours from before."""

    format: Format = 1
    relationships: tuple[EarlierRow, ...] = ()


def earlier_flaws(hours: EarlierHours) -> Iterator[Flaw]:
    """All that does not fit together in the rows; a row that is there twice is only warned of."""
    seen: dict[EarlierRow, int] = {}
    for number, row in enumerate(hours.relationships):
        where = ("relationships", number)
        yield from row_flaws(row, where)
        first = seen.setdefault(row, number)
        if first != number:
            hint = "take one of them away if it is the same work"
            yield Flaw((*where, "client"), f"this row says the same as row {first + 1}", hint, "warning")


def row_flaws(row: EarlierRow, where: tuple[str | int, ...] = ()) -> Iterator[Flaw]:
    """What does not fit together in one row."""
    if not row.client:
        yield Flaw((*where, "client"), "client is empty", "write whose hours these are")
    if row.paid is None and row.pro_bono is None:
        yield Flaw(where, "it has no hours", "add  paid: 12.5  or  pro_bono: 3")
    if row.start is not None and row.end is not None and row.end < row.start:
        yield Flaw((*where, "end"), f"it ends before it starts, on {row.start}", "put the later day here")
