"""Takes in a log of hours that was kept elsewhere: what is understood of it, and then its new rows."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.command_line import command
from coachcli.domain.foreign.days import DayOrder
from coachcli.domain.foreign.headings import FIELDS, Columns, LogField, columns_in
from coachcli.domain.foreign.hours_log import HoursLog, read_log
from coachcli.domain.foreign.table import Table, words_of
from coachcli.domain.hours.earlier import EarlierHours
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import Value
from coachcli.errors import CoachError, UsageError
from coachcli.store import settings
from coachcli.store.foreign.table_file import read_table
from coachcli.store.hours import earlier_file
from coachcli.store.paths import named_path

_MOST_HEADINGS, _LONGEST = 12, 30
_FIELDS_TOLD = ", ".join(FIELDS)


class Source(Value, frozen=True):
    """The file of a log, and what the coach says of it: its sheet, the order of its days, what columns hold."""

    file: str
    sheet: str | None = None
    order: DayOrder | None = None
    columns: tuple[str, ...] = ()


class ReadLog(NamedTuple):
    """The table, its columns, what is understood of it, and the hours that it was compared with."""

    table: Table
    columns: Columns
    log: HoursLog
    there: EarlierHours


def read(context: Context, source: Source) -> ReadLog:
    """What is understood of a log; nothing is written. Raises CoachError where it is no log that can be read."""
    said = _said(source.columns)
    table = read_table(named_path(source.file), source.sheet)
    columns = columns_in(table.rows, said)
    if columns is None:
        raise CoachError("No row has headings for a client and for hours.", _headings_told(table))
    if not columns.is_whole:
        raise _half_known(columns, source.columns)
    if columns.twice:
        one, other = columns.twice[0]
        say = f'Say of one of them that it counts for nothing: --column "{_short(other)}=nothing"'
        raise CoachError(f"Two columns hold the same: {_short(one)}, and {_short(other)}.", say)
    order = source.order or settings.load(context.practice).date_order
    there = earlier_file.load(context.practice)
    log = read_log(table.rows, columns, there.relationships, order, context.clock.now().date())
    return ReadLog(table, columns, log, there)


def write(context: Context, found: ReadLog) -> Path:
    """Put the new rows of a log into the hours from before, if these are as they were; returns their file."""
    return earlier_file.add(context.practice, found.log.new, found.there)


def _said(columns: Iterable[str]) -> dict[str, LogField]:
    """What the coach says of columns, each as `HEADING=FIELD`."""
    said: dict[str, LogField] = {}
    for words in columns:
        heading, _, name = words.rpartition("=")
        field = next((field for field in FIELDS if field == name.strip().replace("-", "_")), None)
        if field is None or not heading.strip():
            known = f'For example: --column "Std.=paid". A column holds: {_FIELDS_TOLD}'
            raise UsageError(f"What does {_short(words)} say of a column?", known)
        said[heading] = field
    return said


def _headings_told(table: Table) -> str:
    row = next((row for row in table.rows if sum(bool(words_of(cell)) for cell in row.cells) > 1), None)
    there = [_short(words) for cell in (row.cells if row else ()) if (words := words_of(cell))][:_MOST_HEADINGS]
    first = f"Row {row.number} has: {_sentence(', '.join(there))} " if row and there else ""
    example = command("hours", "import", "FILE", "--column", f"{there[0] if there else 'Name'}=client")
    return f"{first}Say what a column holds: {example}"


def _half_known(columns: Columns, said: Sequence[str]) -> CoachError:
    """The error for a row that has a heading for one of the two things that are needed, and none for the other."""
    known, wanted, field = ("a client", "hours", "paid") if columns.says_whose else ("hours", "a client", "client")
    heading = _short(columns.unknown[0]) if len(columns.unknown) == 1 else "HEADING"
    options = [part for words in (*said, f"{heading}={field}") for part in ("--column", words)]
    others = ", ".join(map(_short, columns.unknown[:_MOST_HEADINGS]))
    told = _sentence(f"Not known: {others}") if others else "There is no other heading."
    hint = f"{told} Say which column has {wanted}: {command('hours', 'import', 'FILE', *options)}"
    return CoachError(f"Row {columns.heading} has a heading for {known}, and none for {wanted}.", hint)


def _sentence(words: str) -> str:
    """Words with one full stop behind them; a heading such as `Std.` brings its own."""
    return f"{words.removesuffix('.')}."


def _short(words: str) -> str:
    text = one_line(clean(words))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
