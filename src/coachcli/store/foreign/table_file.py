"""Reads a table that another program wrote, as CSV or as XLSX. Nothing in it is worked out or run."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from coachcli.domain.encodings import UnknownLettersError, letters
from coachcli.domain.foreign.headings import headings_known
from coachcli.domain.foreign.table import Table, TableRow
from coachcli.errors import UsageError, harmless
from coachcli.patterns import pattern
from coachcli.store.disk import reader
from coachcli.store.foreign.table_limits import MOST_COLUMNS, MOST_ROWS, refused

LARGEST = 2 << 20
"""The most bytes of a file: a log of a whole career has a tenth of it."""
_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_TO_COMPARE = 50
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_TOLD = {
    "utf-16": ("It is in UTF-16.",),
    "cp1252": ("It is no UTF-8; its letters are read as Windows-1252, as Excel writes them.",),
}
_SEPARATOR = pattern(r"sep=(.)\s*")


def read_table(path: Path, sheet: str | None = None) -> Table:
    """The table in a file, or in the sheet of that name; raises NoTableError, UsageError where one is to be named."""
    data = reader.read_bytes(path, LARGEST)
    if data.startswith(_ZIP):
        from coachcli.store.foreign.workbook import read_workbook  # noqa: PLC0415 most logs are CSV

        return read_workbook(path, data, sheet)
    if sheet is not None:
        raise UsageError("Only an XLSX file has sheets.", "Leave out --sheet.")
    return Table(*_rows(path, data))


def _rows(path: Path, data: bytes) -> tuple[tuple[TableRow, ...], str, tuple[str, ...]]:
    if data.startswith(_OLE):
        raise refused(path, "this is an Excel file of the old kind")
    text, told = _decoded(path, data)
    if "\0" in text or text.lstrip()[:1] == "<":
        raise refused(path, "this is no CSV")
    if not text.strip():
        raise refused(path, "there is nothing in it")
    delimiter, lines, at = _delimiter(text)
    rows = tuple(_parsed(path, lines, delimiter, at))
    return rows, "", (*told, f"Its columns are parted by {_DELIMITERS.get(delimiter, delimiter)}.")


def _decoded(path: Path, data: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        text, encoding = letters(data)
    except UnknownLettersError as error:
        why = f"line {error.line} has letters in an encoding that is not known"
        raise refused(path, why, _SAVE_AS_UTF_8) from None
    return text, _TOLD.get(encoding, ())


_SAVE_AS_UTF_8 = harmless("Save it as CSV in UTF-8, or as XLSX, and take that.")


def _delimiter(text: str) -> tuple[str, str, int]:
    """What parts the columns, the lines below the one in which Excel may say so, and the number of the first."""
    first, _, rest = text.partition("\n")
    if match := _SEPARATOR.fullmatch(first):
        return match[1], rest, 2
    beginning = "\n".join(text.split("\n")[:_TO_COMPARE])
    return max(_DELIMITERS, key=lambda sign: _headings(beginning, sign)), text, 1


def _headings(text: str, delimiter: str) -> tuple[int, int]:
    """How many headings are known if columns are parted so, and how many columns there are."""
    rows: list[Sequence[str]] = []
    try:
        rows += csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:
        return 0, 0
    known = max((headings_known(TableRow(0, tuple(row[:MOST_COLUMNS]))) for row in rows), default=0)
    return known, max(map(len, rows), default=0)


def _parsed(path: Path, text: str, delimiter: str, first: int) -> Iterator[TableRow]:
    lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = first
    try:
        for cells in lines:
            if number - first >= MOST_ROWS:
                raise refused(path, f"it has more than {MOST_ROWS} rows", _SPLIT)
            yield TableRow(number, tuple(cells[:MOST_COLUMNS]))
            number = lines.line_num + first
    except csv.Error:
        hint = harmless("Look for a quotation mark that is never closed; or save it as XLSX, and take that.")
        raise refused(path, f"line {lines.line_num + first - 1} is no line of a CSV file", hint) from None


_SPLIT = harmless("Part it into several files, or take out what is no log.")
