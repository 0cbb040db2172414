"""Tables of other programs as CSV: whatever parts the columns, whatever the letters are in."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachcli.domain.foreign.table import Table
from coachcli.errors import CoachError, NotFoundError, UnreadableError, UsageError
from coachcli.store.foreign import table_file
from coachcli.store.foreign.table_file import LARGEST, read_table
from coachcli.store.foreign.table_limits import NoTableError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.csv"


def table(path: Path, data: bytes) -> Table:
    path.write_bytes(data)
    return read_table(path)


def cells(found: Table) -> list[tuple[object, ...]]:
    return [row.cells for row in found.rows]


HEADINGS = ("Client", "Paid hours")


@pytest.mark.parametrize(("sign", "called"), [(",", "commas"), (";", "semicolons"), ("\t", "tabs")])
def test_columns_are_parted_by_what_shows_the_headings(path: Path, sign: str, called: str) -> None:
    found = table(path, f'Client{sign}Paid hours\n"Müller{sign} Ana"{sign}3\n'.encode())

    assert cells(found) == [HEADINGS, (f"Müller{sign} Ana", "3")]
    assert found.told == (f"Its columns are parted by {called}.",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_in_each_encoding_that_spreadsheets_write(path: Path, encoding: str) -> None:
    found = table(path, "Client;Paid hours\nJürgen – Groß;3\n".encode(encoding))

    assert cells(found)[1] == ("Jürgen – Groß", "3")


def test_what_is_no_utf_8_is_told(path: Path) -> None:
    assert "Windows-1252" in table(path, "Client;Paid hours\nJürgen;3\n".encode("latin-1")).told[0]


def test_the_line_in_which_excel_says_what_parts_columns_is_no_row(path: Path) -> None:
    found = table(path, b"sep=;\r\nClient;Paid hours\r\nJane;3\r\n")

    assert [(row.number, row.cells) for row in found.rows] == [(2, HEADINGS), (3, ("Jane", "3"))]


def test_rows_have_the_numbers_of_their_lines(path: Path) -> None:
    found = table(path, b'Client,Paid hours\n\n"Jane\nExample",3\nRobin,4\n')

    assert [row.number for row in found.rows] == [1, 2, 3, 5]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "there is nothing in it"),
        (b"\xef\xbb\xbf \n", "there is nothing in it"),
        (b"<html><table>", "this is no CSV"),
        (b"Client\0", "this is no CSV"),
        (b"\xd0\xcf\x11\xe0\xa1", "an Excel file of the old kind"),
        (b'Client,Paid hours\n"Jane,3\n', "is no line of a CSV file"),
        ("Jürgen".encode() + b"\n\xfc", "line 2 has letters in an encoding that is not known"),
        (b"\xff\xfeC", "line 1 has letters in an encoding"),
        (b"PK\x03\x04", "it cannot be unpacked"),
    ],
)
def test_what_is_no_table_is_said_in_words(path: Path, data: bytes, why: str) -> None:
    with pytest.raises(NoTableError) as refused:
        table(path, data)

    assert why in refused.value.message
    assert "Jane" not in refused.value.message
    assert refused.value.hint


def test_a_cell_of_any_length_is_no_fault(path: Path) -> None:
    with pytest.raises(NoTableError, match="line 2 is no line"):
        table(path, b"Client,Paid hours\n" + b"x" * 200_000)


def test_what_is_too_large_is_not_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableError, match="larger than 2 MB"):
        table(path, b"a" * (LARGEST + 1))
    monkeypatch.setattr(table_file, "MOST_ROWS", 3)
    with pytest.raises(NoTableError, match="more than 3 rows"):
        table(path, b"a,b\n" * 4)


def test_a_file_that_is_not_there_is_said(path: Path) -> None:
    with pytest.raises(NotFoundError):
        read_table(path)


def test_only_a_workbook_has_sheets(path: Path) -> None:
    path.write_bytes(b"Client,Paid hours\n")
    with pytest.raises(UsageError, match="Only an XLSX file has sheets"):
        read_table(path, "Log")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=80)
    | st.builds(
        lambda start, rest: start + rest,
        st.sampled_from((b"PK\x03\x04", b"\xff\xfe", b"sep=", b'"')),
        st.binary(max_size=80),
    )
    | st.text(st.sampled_from('Client,;\t"\n\r=sep'), max_size=60).map(str.encode)
)
def test_no_bytes_raise_anything_but_our_errors(path: Path, data: bytes) -> None:
    with suppress(CoachError):
        table(path, data)
