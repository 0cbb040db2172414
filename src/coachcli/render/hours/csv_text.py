"""Rows as CSV: commas, quotes where they are needed, and no cell that a spreadsheet would run."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO

from coachcli.domain.hours.log import Cell
from coachcli.domain.text import one_line, visible
from coachcli.patterns import pattern

BOM = "\ufeff"
"""What a file begins with, so that Excel reads it as UTF-8."""
# Behind a blank or an invisible sign some spreadsheets still see a formula.
_RUN = pattern(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r]")


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The rows below their headings. Lines end as RFC 4180 has it."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(map(_cell, headings))
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return file.getvalue()


def _cell(cell: Cell) -> str:
    """Days as 2026-11-29, hours with a point; words on one line, with a ' before what would be a formula."""
    match cell:
        case None:
            return ""
        case date():
            return cell.isoformat()
        case Decimal():
            return f"{cell:f}"
        case int():
            return str(cell)
        case _:
            return as_words(cell)


def as_words(text: str) -> str:
    """Words that stay words in a spreadsheet."""
    shown = visible(one_line(text))
    return f"'{shown}" if _RUN.match(text) or _RUN.match(shown) else shown
