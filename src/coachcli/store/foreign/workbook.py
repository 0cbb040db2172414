"""Reads a sheet of an XLSX file, with limits: such a file is a parcel of XML that anybody can have packed."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from coachcli.domain.foreign.table import Cell, Formula, Table, TableRow
from coachcli.domain.text import clean, one_line, visible
from coachcli.errors import UsageError, harmless
from coachcli.patterns import pattern
from coachcli.store.foreign.number_formats import Formats, number_in
from coachcli.store.foreign.table_limits import MOST_COLUMNS, MOST_ROWS, refused

_MOST_PARTS, _LARGEST, _MOST_TAGS = 500, 8 << 20, 200_000
_DECLARES = (b"<!DOCTYPE", b"<!ENTITY")
_COLUMN = pattern(r"([A-Z]{1,3})\d{0,7}")
_TAKE_OUT = harmless("Copy the log alone into a new file, and take that.")
_SAVE_ANEW = harmless("Save it anew as XLSX, or as CSV, in the program that it is from, and take that.")
_TOO_MUCH = "there is too much in it for a log of hours"


class _NotReadError(Exception):
    """Something in the parcel is not as it should be; the message says what, and repeats nothing of it."""


class _Sheet(NamedTuple):
    """A sheet by its name, and the part of the parcel in which it is."""

    name: str
    part: str
    is_hidden: bool


def read_workbook(path: Path, data: bytes, sheet: str | None) -> Table:
    """The sheet of that name, or the only one; raises NoTableError, and UsageError where one has to be named."""
    try:
        parts = _unpacked(data)
        chosen = _chosen(list(_sheets(parts)), sheet)
        return Table(tuple(_rows(parts, chosen)), chosen.name)
    except _NotReadError as error:
        raise refused(path, str(error), _TAKE_OUT) from None
    except (ET.ParseError, LookupError, ValueError, OverflowError):
        raise refused(path, "it cannot be read as an XLSX file", _SAVE_ANEW) from None


def _unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of XML. No more is unpacked of one than it says to have, and what they say together has a limit."""
    try:
        with ZipFile(BytesIO(data)) as parcel:
            parts = _of_xml(parcel)
    except _NotReadError:
        raise
    except Exception:  # noqa: BLE001 what unpacks raises whatever a broken parcel leads it to
        raise _NotReadError("it cannot be unpacked") from None
    if sum(xml.count(b"<") for xml in parts.values()) > _MOST_TAGS:
        raise _NotReadError(_TOO_MUCH)
    # A part in UTF-16 would have a NUL within its first signs.
    if any(b"\0" in xml[:64] or any(sign in xml for sign in _DECLARES) for xml in parts.values()):
        raise _NotReadError("it declares parts of XML, which no XLSX file does")
    return parts


def _of_xml(parcel: ZipFile) -> dict[str, bytes]:
    wanted = [part for part in parcel.infolist() if part.filename.endswith((".xml", ".rels"))]
    if len(wanted) > _MOST_PARTS or sum(part.file_size for part in wanted) > _LARGEST:
        raise _NotReadError(_TOO_MUCH)
    return {part.filename: parcel.read(part) for part in wanted}


def _sheets(parts: dict[str, bytes]) -> Iterator[_Sheet]:
    """The sheets in their order, those of charts left out."""
    links = {
        link.get("Id"): link.get("Target", "").removeprefix("/xl/").removeprefix("/")
        for link in _tree(parts["xl/_rels/workbook.xml.rels"])
    }
    for sheet in _all(_tree(parts["xl/workbook.xml"]), "sheet"):
        link = next((value for name, value in sheet.items() if name.endswith("}id")), "")
        part = f"xl/{links[link]}"
        if "chartsheets/" not in part:
            yield _Sheet(sheet.get("name", ""), part, sheet.get("state", "visible") != "visible")


def _chosen(sheets: list[_Sheet], wanted: str | None) -> _Sheet:
    """The sheet that is meant; of several, hidden ones too, one has to be named."""
    names = ", ".join(f"{_harmless(one.name)}{' (hidden)' if one.is_hidden else ''}" for one in sheets)
    meant = [one for one in sheets if wanted is None or one.name == wanted]
    if not sheets:
        raise _NotReadError("there is no sheet in it")
    if not meant:
        raise UsageError(f"There is no sheet {_harmless(wanted or '')}.", f"There is: {names}")
    if len(meant) > 1:
        raise UsageError("Which sheet is the log?", f"Name it behind --sheet: {names}")
    return meant[0]


def _harmless(name: str) -> str:
    return visible(one_line(clean(name)))[:40]


def _rows(parts: dict[str, bytes], sheet: _Sheet) -> Iterator[TableRow]:
    shared = [_text(one) for one in _all(_tree(parts.get("xl/sharedStrings.xml", b"<sst/>")), "si")]
    formats = Formats.of(_tree(parts.get("xl/styles.xml", b"<a/>")), _tree(parts["xl/workbook.xml"]))
    number = 0
    for _, element in ET.iterparse(BytesIO(parts[sheet.part])):  # noqa: S314 what declares anything was refused
        if _name(element) == "row":
            before, number = number, int(element.get("r", number + 1))
            if not before < number <= MOST_ROWS:
                raise _NotReadError(f"it has more than {MOST_ROWS} rows" if number > before else "its rows go back")
            yield TableRow(number, _cells(element, shared, formats))
            element.clear()


def _cells(row: ET.Element, shared: list[str], formats: Formats) -> tuple[Cell, ...]:
    cells: dict[int, Cell] = {}
    at = -1
    for element in row:
        if _name(element) == "c":
            at = _column(element.get("r", ""), at + 1)
            if at < MOST_COLUMNS:
                cells[at] = _cell(element, shared, formats)
    return tuple(cells.get(number) for number in range(max(cells, default=-1) + 1))


def _column(place: str, following: int) -> int:
    match = _COLUMN.fullmatch(place)
    if match is None:
        return following
    number = 0
    for letter in match[1]:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _cell(element: ET.Element, shared: list[str], formats: Formats) -> Cell:
    parts = {_name(part): part for part in element}
    said = parts["v"].text if "v" in parts else None
    kind = element.get("t", "n")
    if kind == "inlineStr":
        return _text(parts["is"]) if "is" in parts else None
    if said is None:
        return Formula() if "f" in parts else None
    if kind == "s":
        return shared[int(said)] if int(said) >= 0 else None
    if kind == "n":
        return number_in(said, formats.of_style(int(element.get("s", 0))), formats.epoch)
    return ("no", "yes")[said.strip() == "1"] if kind == "b" else said


def _text(element: ET.Element) -> str:
    """The words of a text, which may be in several pieces; how they are spoken is left out."""
    spoken = {id(part) for one in _all(element, "rPh") for part in one.iter()}
    return "".join(part.text or "" for part in _all(element, "t") if id(part) not in spoken)


def _all(tree: ET.Element, name: str) -> Iterator[ET.Element]:
    return (element for element in tree.iter() if _name(element) == name)


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _tree(xml: bytes) -> ET.Element:
    return ET.fromstring(xml)  # noqa: S314 what declares anything was refused
