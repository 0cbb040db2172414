"""An XLSX file: real numbers and days, words that stay words, and nothing in it of the day on which it was written."""

import tempfile
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from coachcli.domain.hours.log import Cell
from coachcli.render.hours.workbook import Origin, Sheet, workbook

ORIGIN = Origin("Hours", "Alex Example", date(2026, 11, 2))
MIDNIGHT = datetime.combine(ORIGIN.day, time())
ROW: tuple[Cell, ...] = ("Jane Example", 6, date(2026, 11, 2), Decimal("0.83"), None)


def made(*rows: tuple[Cell, ...], headings: tuple[str, ...] = ("client", "people", "start", "hours", "held")) -> bytes:
    return workbook([Sheet("Sessions", headings, rows)], ORIGIN)


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def test_numbers_and_days_are_real_ones() -> None:
    sheet = opened(made(ROW)).worksheets[0]

    assert [cell.value for cell in sheet[2]] == ["Jane Example", 6, MIDNIGHT, 0.83, None]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "d", "n", "n"]
    assert (sheet["C2"].number_format, sheet["D2"].number_format) == ("yyyy-mm-dd", "0.00")
    assert [cell.value for cell in sheet[1]] == ["client", "people", "start", "hours", "held"]


@pytest.mark.parametrize("name", ["=1+1", "=HYPERLINK(A1)", "+1", "-1", "@x", "#N/A", "=", "12", "2026-11-02"])
def test_words_stay_words(name: str) -> None:
    cell = opened(made((name,), headings=(name,))).worksheets[0]["A2"]

    assert (cell.value, cell.data_type) == (name, "s")
    assert cell.quotePrefix is name.startswith(("=", "+", "-", "@"))


def test_what_xml_cannot_hold_and_what_turns_a_line_round_is_no_hindrance() -> None:
    sheet = opened(made(("Jane\x00\x0b\ufffe\n Example",), ("a\u202eb",), ("\ud800",))).worksheets[0]

    assert sheet["A2"].value.endswith("Example")
    assert sheet["A3"].value == "a‹U+202E›b"


def test_its_title_author_and_day_are_ours() -> None:
    properties = opened(made(ROW)).properties

    assert (properties.title, properties.creator) == ("Hours", "Alex Example")
    assert properties.lastModifiedBy == "Alex Example"
    assert properties.created == properties.modified == MIDNIGHT


def test_the_same_rows_are_the_same_bytes() -> None:
    assert made(ROW) == made(ROW)
    with ZipFile(BytesIO(made(ROW))) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_name_is_left_in_a_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))  # where there is none, none can be written

    assert opened(made(ROW)).worksheets[0]["A2"].value == "Jane Example"


def test_several_sheets_keep_their_order() -> None:
    sheets = [Sheet("Sessions", ("a",), []), Sheet("By month", ("b",), [("2026-11",)])]

    assert opened(workbook(sheets, ORIGIN)).sheetnames == ["Sessions", "By month"]
