"""What a number in a cell is: its format says it."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from coachcli.domain.foreign.table import Cell
from coachcli.store.foreign.number_formats import Formats, Shown, number_in

BOOK = ET.fromstring("<workbook><workbookPr/></workbook>")
EPOCH = Formats().epoch


def shown(number: int, code: str = "") -> Shown:
    formats = f'<numFmts><numFmt numFmtId="{number}" formatCode="{code}"/></numFmts>' if code else ""
    styles = f'<styleSheet>{formats}<cellXfs><xf/><xf numFmtId="{number}"/></cellXfs></styleSheet>'
    return Formats.of(ET.fromstring(styles), BOOK).of_style(1)


@pytest.mark.parametrize(
    ("number", "code", "kind"),
    [
        (0, "", "number"), (2, "", "number"), (14, "", "day"), (22, "", "day"), (20, "", "time"), (46, "", "time"),
        (164, "dd/mm/yyyy", "day"), (164, "[$-409]d mmm yy;@", "day"), (164, "[h]:mm", "time"), (164, "h:mm", "time"),
        (164, "mmm", "day"), (164, "General", "number"), (164, "0.00&quot; h&quot;", "number"),
        (164, "[Red]0.0", "number"), (164, "0\\d", "number"), (164, "#,##0.00_);(#,##0.00)", "number"),
    ],
)  # fmt: skip
def test_each_format_has_its_kind(number: int, code: str, kind: Shown) -> None:
    assert shown(number, code) == kind


def test_a_style_that_is_not_there_shows_a_number() -> None:
    assert Formats().of_style(7) == Formats().of_style(-1) == "number"


@pytest.mark.parametrize(
    ("said", "kind", "cell"),
    [
        ("45376", "day", date(2024, 3, 25)), ("45376.6", "day", date(2024, 3, 25)), ("0.0625", "time", 1.5),
        ("12.5", "number", 12.5), ("5", "day", 5.0), ("99999999", "day", 99999999.0), ("1.25E1", "number", 12.5),
    ],
)  # fmt: skip
def test_numbers_are_read(said: str, kind: Shown, cell: Cell) -> None:
    assert number_in(said, kind, EPOCH) == cell


def test_old_macs_count_from_another_day() -> None:
    book = ET.fromstring('<workbook><workbookPr date1904="1"/></workbook>')

    assert number_in("43914", "day", Formats.of(BOOK, book).epoch) == date(2024, 3, 25)


@pytest.mark.parametrize("said", ["twelve", "nan", "inf", "1e999", ""])
def test_what_is_no_number_is_refused(said: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 it says nothing, as it would repeat what is there
        number_in(said, "number", EPOCH)
