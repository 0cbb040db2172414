"""Hours as rows for a spreadsheet: for each session one, and for a row from before one or two: paid, and pro bono."""

from collections.abc import Iterable
from decimal import Decimal

from coachcli.domain.hours.entry import Entry
from coachcli.domain.hours.log import Cell
from coachcli.domain.hours.sums import hours_of

COLUMNS = (
    "client", "people", "work", "type", "paid", "start", "end", "hours", "planned_hours", "held", "framework", "source",
)  # fmt: skip
"""What the cells of a row hold, in their order."""
Row = tuple[Cell, ...]


def sheet_rows(entries: Iterable[Entry]) -> list[Row]:
    """A row for each; `hours` is empty where nothing was measured."""
    return [_row(one) for one in entries]


def _row(one: Entry) -> Row:
    return (
        one.party.name,
        one.party.people,
        one.work,
        one.type,
        {True: "yes", False: "no", None: None}[one.paid],
        one.first,
        one.last,
        None if one.seconds is None else hours_of(one.seconds),
        _planned(one),
        one.way,
        one.framework or None,
        "session" if one.row is None else "earlier",
    )


def _planned(one: Entry) -> Decimal | None:
    return None if one.planned is None else hours_of(one.planned * 60)
