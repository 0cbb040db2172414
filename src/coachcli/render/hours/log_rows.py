"""A log of hours as it was understood, row by row, before anything of it is taken in."""

from collections.abc import Iterator, Sequence

from coachcli.domain.foreign.headings import Columns
from coachcli.domain.foreign.hours_log import Fate, HoursLog, LogRow, Total
from coachcli.domain.foreign.table import Table
from coachcli.domain.hours.earlier import EarlierRow

_WORDS: dict[Fate, str] = {
    "new": "to be added",
    "there": "there already",
    "differs": "not added",
    "twice": "not added again",
    "left out": "left out",
    "not understood": "not understood",
}
_A_MINUTE = 1 / 60


def log_text(table: Table, columns: Columns, log: HoursLog) -> str:
    """The whole log: how it was read, its rows, and what they come to."""
    head = [*table.told, *_columns_told(columns)]
    return "".join(f"{line}\n" for line in [*head, "", *map(_row, log.rows), "", *counted(log)])


def counted(log: HoursLog) -> Iterator[str]:
    """How many rows there are of each kind, and the hours: nobody is named."""
    counts = {fate: len(log.of(fate)) for fate in _WORDS}
    yield f"{', '.join(f'{count} {_WORDS[fate]}' for fate, count in counts.items() if count) or 'No rows'}."
    yield f"The rows that are understood come to {_total(log.total)}."
    if log.said is not None and any(abs(a - b) > _A_MINUTE for a, b in zip(log.said, log.total, strict=True)):
        yield f"The log's own total is {_total(log.said)}."


def _columns_told(columns: Columns) -> Iterator[str]:
    yield f"Row {columns.heading} has the headings: {', '.join(name.replace('_', ' ') for name in columns.at)}."
    if columns.unknown:
        yield f"Not used: {', '.join(columns.unknown)}."


def _row(one: LogRow) -> str:
    lead = f"  {one.number}  {one.client or '(nobody named)'}"
    facts = f": {', '.join(_facts(one.row))}" if one.row is not None else ""
    if one.fate == "new":
        return f"{lead}{facts}"
    return f"{lead}{facts} · {_WORDS[one.fate]}{': ' if one.why else ''}{'; '.join(one.why)}"


def _facts(row: EarlierRow) -> Iterator[str]:
    if row.start or row.end:
        yield f"{row.start or '?'} to {row.end or '?'}"
    yield from _hours(row.paid, row.pro_bono)
    yield from filter(None, (f"{row.people} people" if row.people > 1 else "", row.type, row.contact))
    if row.mode != "coaching":
        yield row.mode
    if row.listed_for_credential:
        yield f"may be listed since {row.listed_for_credential}"


def _hours(paid: float | None, pro_bono: float | None) -> Sequence[str]:
    said = ((paid, "paid"), (pro_bono, "pro bono"))
    return [f"{_number(hours)} h {name}" for hours, name in said if hours is not None]


def _total(total: Total) -> str:
    return " and ".join(
        f"{_number(hours)} h {name}" for hours, name in ((total.paid, "paid"), (total.pro_bono, "pro bono"))
    )


def _number(hours: float) -> str:
    return f"{round(hours, 2):.10g}"
