"""`coach hours import`: a log is understood first, and taken in where that is said."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from cli.conftest import Coach
from openpyxl import Workbook

from coachcli.domain.hours.earlier import EarlierRow
from coachcli.store.hours import earlier_file
from coachcli.store.paths import Practice
from coachcli.store.practice import set_up

LOG = """Client Name,Contact Information,Individual/Group,Number in Group,Start Date,End Date,Paid Hours,Pro-bono Hours
Jane Example,jane@example.com,Individual,,25/01/2024,12/09/2024,12.5,0
A team,,Group,6,01/02/2024,30/04/2024,,4
Robin Example,,Individual,,01/02/2024,30/04/2024,"1,250",
Total,,,,,,12.5,4
"""


@pytest.fixture
def log(tmp_path: Path, practice: Practice) -> Path:
    set_up(practice)
    path = tmp_path / "log.csv"
    path.write_text(LOG, encoding="utf-8")
    return path


def rows(practice: Practice) -> list[EarlierRow]:
    return [*earlier_file.load(practice).relationships]


def test_without_write_it_is_told_and_nothing_is_written(coach: Coach, practice: Practice, log: Path) -> None:
    answer = coach("hours", "import", str(log))

    assert answer.code == 1
    assert "  2  Jane Example: 2024-01-25 to 2024-09-12, 12.5 h paid, 0 h pro bono, jane@example.com\n" in answer.out
    assert (
        "  4  Robin Example · not understood: paid “1,250” may be 1250 or 1.250; write the one that it is\n"
        in answer.out
    )
    assert "2 to be added, 1 left out, 1 not understood.\n" in answer.out
    assert answer.err == f"Nothing was written. To add 2 rows: coach hours import {log} --write\n"
    assert not practice.earlier_hours.exists()


def test_with_write_what_is_understood_is_added_and_once(coach: Coach, practice: Practice, log: Path) -> None:
    answer = coach("hours", "import", str(log), "--write")
    assert (answer.code, answer.err) == (1, "Added: 2 rows. All your hours: coach hours\n")
    assert [(row.client, row.people, row.paid, row.pro_bono) for row in rows(practice)] == [
        ("Jane Example", 1, 12.5, 0),
        ("A team", 6, None, 4),
    ]

    log.write_text(LOG.replace('"1,250"', "1.25"), encoding="utf-8")
    again = coach("hours", "import", str(log), "--write")
    assert (again.code, again.err) == (0, "Added: 1 row. All your hours: coach hours\n")
    assert "1 to be added, 2 there already, 1 left out.\n" in again.out
    assert len(rows(practice)) == 3


@pytest.mark.parametrize("says", [True, False])
def test_at_a_terminal_it_is_asked(
    coach: Coach, practice: Practice, log: Path, monkeypatch: pytest.MonkeyPatch, says: bool
) -> None:
    asked: list[str] = []

    class Somebody:
        def agree(self, question: str, *, on_enter: bool | None = True) -> bool:
            asked.append(f"{question} {on_enter}")
            return says

    monkeypatch.setattr("coachcli.cli.hours_import.somebody_to_ask", Somebody)
    coach("hours", "import", str(log))

    assert asked == ["Add 2 rows to your hours from before? None"]
    assert len(rows(practice)) == (2 if says else 0)


def test_where_others_see_the_screen_it_counts(coach: Coach, log: Path) -> None:
    answer = coach("hours", "import", str(log), "--discreet")

    assert "2 to be added" in answer.out
    assert not any(name in answer.out + answer.err for name in ("Jane", "Robin", "A team"))


def test_what_is_wrong_there_names_no_file(coach: Coach, log: Path) -> None:
    log.write_bytes(b"\0")
    answer = coach("hours", "import", str(log), "--discreet")

    assert answer.code == 4
    assert str(log) not in answer.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--column", "Std.=money"), 2),
        (("--sheet", "Log"), 2),
        (("--date-order", "MYD"), 2),
        (("--column", "Client Name=contact"), 1),
    ],
)
def test_what_makes_no_sense_is_refused(coach: Coach, log: Path, words: tuple[str, ...], code: int) -> None:
    answer = coach("hours", "import", str(log), *words)

    assert (answer.code, answer.out) == (code, "")


def test_hours_from_before_that_are_broken_stay_as_they_are(coach: Coach, practice: Practice, log: Path) -> None:
    practice.earlier_hours.write_text("relationships: [{}]\n")

    assert coach("hours", "import", str(log), "--write").code == 4
    assert practice.earlier_hours.read_text() == "relationships: [{}]\n"


@pytest.mark.usefixtures("log")
def test_the_log_that_coach_writes_is_read_again(coach: Coach, practice: Practice, tmp_path: Path) -> None:
    earlier_file.add(
        practice,
        [
            EarlierRow(client="=Jane", contact="+44 20", paid=12.5, pro_bono=1, type="career"),
            EarlierRow(client="A “team”, of six", people=6, pro_bono=3),
        ],
    )
    text = practice.earlier_hours.read_text("utf-8").replace("}", ", listed_for_credential: 2024-01-01}")
    practice.earlier_hours.write_text(text, "utf-8")
    written = {form: tmp_path / f"ours.{'csv' if form == 'icf' else form}" for form in ("icf", "csv", "xlsx")}
    for form, path in written.items():
        assert coach("hours", "--as", form, "-o", str(path), "--force").code == 0, form
        answer = coach("hours", "import", str(path))
        assert "not understood" not in answer.out, form
        practice.earlier_hours.rename(tmp_path / "kept")
        fresh = coach("hours", "import", str(path), "--write")
        assert "come to 12.5 h paid and 4 h pro bono" in fresh.out, fresh.out + fresh.err
        assert {(row.client, row.people) for row in rows(practice)} == {("=Jane", 1), ("A “team”, of six", 6)}
        (tmp_path / "kept").replace(practice.earlier_hours)


def test_a_book_that_a_spreadsheet_wrote_is_read(coach: Coach, practice: Practice, log: Path) -> None:
    book = Workbook()
    (sheet,) = book.worksheets
    for row in (("Client", "Start", "Paid hours"), ("Jane", date(2024, 3, 4), 2.5), ("Total", None, "=SUM(C2)")):
        sheet.append(row)
    book.save(file := BytesIO())
    log.write_bytes(file.getvalue())

    assert coach("hours", "import", str(log), "--write").code == 0
    assert rows(practice) == [EarlierRow(client="Jane", start=date(2024, 3, 4), paid=2.5)]
