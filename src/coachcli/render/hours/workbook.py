"""Rows as an XLSX file: real numbers and days, words that stay words, and the same bytes for the same rows."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from coachcli.domain.hours.log import Cell
from coachcli.domain.text import one_line, visible

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_HOURS = "0.00"
_DAY = "yyyy-mm-dd"
_WIDEST = 40
# A spreadsheet's own begin here. What a file says of its time says nothing of the day on which it was written.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_FOR_OWNER = 0o600 << 16


class Sheet(NamedTuple):
    """A sheet of a workbook: its name, its headings, and its rows."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]]


class Origin(NamedTuple):
    """What a workbook says of itself: its title, who made it, and of which day it is."""

    title: str
    author: str
    day: date


def workbook(sheets: Sequence[Sheet], origin: Origin) -> bytes:
    """The file. It is made in memory: the usual way would leave names in the system's folder for temporary files."""
    from openpyxl import Workbook  # noqa: PLC0415 0.3 s, and only where such a file is made

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    moment = datetime.combine(origin.day, time())
    properties = book.properties
    properties.title, properties.creator = _words(origin.title), _words(origin.author)
    properties.lastModifiedBy = properties.creator
    properties.created = properties.modified = moment
    return _packed(book)


def _fill(there: "Worksheet", sheet: Sheet) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415 as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    widths = [len(heading) for heading in sheet.headings]
    for number, row in enumerate([tuple(sheet.headings), *sheet.rows], 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                shown = _put(there, number, column, value)
                widths[column - 1] = max(widths[column - 1], len(shown))
    for cell in there[1]:
        cell.font = Font(bold=True)
    there.freeze_panes = "A2"
    for column, width in enumerate(widths, 1):
        there.column_dimensions[get_column_letter(column)].width = min(width, _WIDEST) + 2


def _put(there: "Worksheet", row: int, column: int, value: Cell) -> str:
    """Put a value into its cell; returns it as it is shown."""
    cell = there.cell(row, column)
    match value:
        case Decimal():
            cell.value = float(value)
            cell.number_format = _HOURS
        case date():
            cell.value = value
            cell.number_format = _DAY
        case int():
            cell.value = value
        case _:
            words = _words(str(value))
            cell.value = words
            # A word such as =1+1 stays one, even where somebody opens the cell and leaves it again.
            cell.data_type = "s"
            cell.quotePrefix = words.startswith(("=", "+", "-", "@"))
            return words
    return str(value)


def _words(text: str) -> str:
    """Words as XML takes them."""
    return one_line(visible(text)).replace("\ufffe", "").replace("\uffff", "")


def _packed(book: "Workbook") -> bytes:
    """The file's parts, in one archive that tells no time."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo  # noqa: PLC0415 as above

    from openpyxl.worksheet._writer import WorksheetWriter  # noqa: PLC0415
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415

    class Timeless(ZipFile):
        def writestr(self, name: "str | ZipInfo", data: "bytes | str", *_more: object) -> None:  # type: ignore[override]
            info = ZipInfo(name if isinstance(name, str) else name.filename, _NO_TIME)
            info.compress_type, info.external_attr = ZIP_DEFLATED, _FOR_OWNER
            super().writestr(info, data)

    class InMemory(ExcelWriter):
        def write_worksheet(self, ws: "Worksheet") -> None:
            # What the writer in its library does with a temporary file. A sheet of ours has nothing beside its cells.
            writer = WorksheetWriter(ws, out=BytesIO())
            writer.write()
            archive.writestr(ws.path[1:], writer.read())
            self.manifest.append(ws)

    file = BytesIO()
    with Timeless(file, "w", ZIP_DEFLATED) as archive:
        InMemory(book, archive).write_data()
    return file.getvalue()
