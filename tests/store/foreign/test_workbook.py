"""Sheets of XLSX files: as spreadsheets write them, and as nobody should."""

from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachcli.domain.foreign.table import Formula, Table
from coachcli.errors import CoachError, UsageError
from coachcli.store.foreign.table_limits import NoTableError
from coachcli.store.foreign.workbook import read_workbook

PATH = Path("log.xlsx")
ROWS = b"<worksheet><sheetData>%s</sheetData></worksheet>"
PARTS = {
    "book": "xl/workbook.xml",
    "links": "xl/_rels/workbook.xml.rels",
    "sheet": "xl/worksheets/sheet1.xml",
    "styles": "xl/styles.xml",
    "strings": "xl/sharedStrings.xml",
}
"""Where the parts lie in the parcel."""
OURS = {
    "book": b'<workbook xmlns:r="urn:r"><sheets><sheet name="Log" r:id="rId1"/></sheets></workbook>',
    "links": b'<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    "sheet": ROWS % b'<row><c t="s"><v>0</v></c><c><v>3.5</v></c></row>',
    "styles": b'<styleSheet><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs></styleSheet>',
    "strings": b"<sst><si><t>Client</t></si></sst>",
}


def packed(**parts: bytes) -> bytes:
    """A book with these parts, and our own where none is given."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as parcel:
        for name, data in {**OURS, **parts}.items():
            parcel.writestr(PARTS.get(name, name), data)
    return file.getvalue()


def book(*sheets: tuple[str, str]) -> bytes:
    """A book of sheets with these names, each visible or hidden."""
    listed = "".join(
        f'<sheet name="{name}" state="{state}" id="i{at}" x="1" r:id="r{at}"/>'
        for at, (name, state) in enumerate(sheets)
    )
    links = "".join(f'<Relationship Id="r{at}" Target="/xl/worksheets/log{at}.xml"/>' for at in range(len(sheets)))
    return packed(
        book=f'<workbook xmlns:r="urn:r"><sheets>{listed}</sheets></workbook>'.encode(),
        links=f"<Relationships>{links}</Relationships>".encode(),
        **{f"xl/worksheets/log{at}.xml": ROWS % b"<row><c><v>%d</v></c></row>" % at for at in range(len(sheets))},
    )


def read(data: bytes, sheet: str | None = None) -> Table:
    return read_workbook(PATH, data, sheet)


def test_cells_are_read_as_what_they_are() -> None:
    cells = (
        b'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>J&amp;C &lt;x&gt;</t></is></c></row>'
        b'<row r="3"><c r="B3"><v>12.5</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="str"><v>a</v></c></row>'
        b'<row><c s="1"><v>45376</v></c><c s="1"><v>45376.6</v></c><c s="2"><v>1.270833333</v></c><c/></row>'
    )

    assert [(row.number, row.cells) for row in read(packed(sheet=ROWS % cells)).rows] == [
        (1, ("Client", "J&C <x>")),
        (3, (None, 12.5, "yes", "a")),
        (4, (date(2024, 3, 25), date(2024, 3, 25), 30.5, None)),
    ]


def test_a_formula_is_never_worked_out() -> None:
    (row,) = read(packed(sheet=ROWS % b"<row><c><f>1+1</f></c><c t='str'><f>HYPERLINK(1)</f></c></row>")).rows

    assert row.cells == (Formula(), Formula())


def test_what_came_of_a_formula_is_read_where_the_file_says_it() -> None:
    xml = b'<worksheet><sheetData><row r="2"><c r="B2"><f>SUM(A1)</f><v>3.5</v></c></row></sheetData></worksheet>'
    (row,) = read(packed(sheet=xml)).rows

    assert (row.number, row.cells) == (2, (None, 3.5))


def test_words_in_pieces_are_put_together_and_how_they_are_spoken_is_not_read() -> None:
    xml = (
        b'<worksheet xmlns="urn:any"><sheetData><row><c t="inlineStr"><is><r><t>Ja</t></r><r><t>ne</t></r>'
        b"<rPh><t>x</t></rPh></is></c><c t='e'><v>#REF!</v></c></row></sheetData></worksheet>"
    )

    assert read(packed(sheet=xml)).rows[0].cells == ("Jane", "#REF!")


def test_of_several_sheets_one_is_named_and_hidden_ones_are_told() -> None:
    data = book(("Log", "visible"), ("2023", "visible"), ("Old", "hidden"))

    with pytest.raises(UsageError) as refused:
        read(data)
    assert refused.value.hint == "Name it behind --sheet: Log, 2023, Old (hidden)"
    assert [read(data, name).rows[0].cells for name in ("Log", "Old")] == [(0.0,), (2.0,)]
    with pytest.raises(UsageError, match="There is no sheet Lgo"):
        read(data, "Lgo")


def test_a_sheet_that_says_it_is_huge_is_read_as_it_is() -> None:
    row = b'<row r="1"><c r="XFD1"><v>1</v></c></row>'
    xml = b'<worksheet><dimension ref="A1:XFD1048576"/><sheetData>' + row + b"</sheetData></worksheet>"

    assert read(packed(sheet=xml)).rows[0].cells == ()


BOMB = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
DECLARES, TOO_MUCH, NOT_READ = (
    "it declares parts of XML",
    "there is too much in it",
    "it cannot be read as an XLSX file",
)


def said_to_be_small(data: bytes) -> bytes:
    """The parcel with another size in its list of parts than its largest part has."""
    size = max(part.file_size for part in ZipFile(BytesIO(data)).infolist()).to_bytes(4, "little")
    return data.replace(size, (100).to_bytes(4, "little"))


HOSTILE = {
    "entities": (packed(sheet=BOMB), DECLARES),
    "entities in UTF-16": (packed(sheet=BOMB.decode().encode("utf-16")), DECLARES),
    "a file of other people": (packed(sheet=b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'), DECLARES),
    "a bomb": (packed(sheet=b" " * (9 << 20)), TOO_MUCH),
    "a bomb that says it is small": (said_to_be_small(packed(sheet=b" " * (9 << 20))), "it cannot be unpacked"),
    "many cells": (packed(sheet=ROWS % (b"<row>" + b"<c/>" * 400_000 + b"</row>")), TOO_MUCH),
    "many parts": (packed(**{f"{number}.xml": b"" for number in range(501)}), TOO_MUCH),
    "a row far below": (packed(sheet=ROWS % b'<row r="1048576"><c><v>1</v></c></row>'), "it has more than 5000 rows"),
    "rows that go back": (packed(sheet=ROWS % b'<row r="2"/><row r="1"/>'), "its rows go back"),
    "a row of no number": (packed(sheet=ROWS % b'<row r="x"/>'), NOT_READ),
    "no XML": (packed(sheet=b"rows"), NOT_READ),
    "words that are not there": (packed(sheet=ROWS % b'<row><c t="s"><v>7</v></c></row>', strings=b"<sst/>"), NOT_READ),
    "a style of no number": (packed(sheet=ROWS % b'<row><c s="x"><v>7</v></c></row>'), NOT_READ),
    "a number that is none": (packed(sheet=ROWS % b"<row><c><v>nan</v></c></row>"), NOT_READ),
    "no sheets": (packed(book=b"<workbook/>"), "there is no sheet in it"),
    "a sheet elsewhere": (packed(book=b'<workbook xmlns:r="urn:r"><sheet name="a" r:id="x"/></workbook>'), NOT_READ),
}


@pytest.mark.parametrize(("data", "why"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_hostile_or_broken_is_answered_in_words(data: bytes, why: str) -> None:
    with pytest.raises(NoTableError) as refused:
        read(data)

    assert refused.value.message.startswith(f"log.xlsx: {why}")
    assert refused.value.hint


WORST = {
    "cells": packed(sheet=ROWS % (b"<row>" + b"<c/>" * 195_000 + b"</row>")),
    "words": packed(strings=b"<sst>" + b"<si/>" * 195_000 + b"</sst>"),
    "depth": packed(sheet=b"<a>" * 95_000 + b"</a>" * 95_000),
    "styles": packed(styles=b"<a><cellXfs>" + b"<xf/>" * 195_000 + b"</cellXfs></a>"),
    "one long word": packed(sheet=ROWS % (b"<row><c t='str'><v>" + b"x" * (7 << 20) + b"</v></c></row>")),
}


@pytest.mark.parametrize("data", WORST.values(), ids=WORST)
def test_within_its_limits_no_book_takes_long(data: bytes) -> None:
    before = process_time()
    with suppress(NoTableError):
        read(data)

    assert process_time() - before < 2


GOOD = packed()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_bytes_raise_anything_but_our_errors(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(GOOD) - 1))
    raw = GOOD[:at] + data.draw(st.binary(max_size=4)) + GOOD[at + data.draw(st.integers(0, 3)) :]
    part = data.draw(st.sampled_from([*PARTS]))
    xml = data.draw(st.text(st.sampled_from("<>/rcvst ='\"13x&;"), max_size=40))
    for each in (raw, packed(**{part: xml.encode()}), packed(**{part: ROWS % xml.encode()})):
        with suppress(CoachError):
            read(each)
