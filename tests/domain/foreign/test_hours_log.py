"""A log of hours, row by row: what is understood, what is not and why, and what is there already."""

from datetime import date

import pytest

from coachcli.domain.foreign.days import DayOrder
from coachcli.domain.foreign.headings import LogField, columns_in
from coachcli.domain.foreign.hours_log import HoursLog, LogRow, Total, read_log
from coachcli.domain.foreign.table import Cell, Formula, TableRow
from coachcli.domain.hours.earlier import EarlierRow

TODAY = date(2026, 11, 20)
HEADINGS = ("Client", "Contact", "Individual/Group", "Number in Group", "Start", "End", "Paid", "Pro bono")
JANE = EarlierRow(client="Jane Example", start=date(2024, 1, 10), end=date(2024, 9, 12), paid=12.5)


def log(
    *rows: tuple[Cell, ...], headings: tuple[str, ...] = HEADINGS, there: tuple[EarlierRow, ...] = (),
    order: DayOrder = "DMY", said: dict[str, LogField] | None = None,
) -> HoursLog:  # fmt: skip
    table = [TableRow(number, cells) for number, cells in enumerate((headings, *rows), 1)]
    columns = columns_in(table, said or {})
    assert columns is not None
    return read_log(table, columns, there, order, TODAY)


def one(*cells: Cell, **more: object) -> LogRow:
    (row,) = log(cells, **more).rows  # type: ignore[arg-type]
    return row


def test_a_row_is_a_relationship() -> None:
    row = one("Jane Example", "jane@example.com", "Individual", "", "10/01/2024", "12/09/2024", "12,5", "3")

    assert (row.number, row.fate, row.client) == (2, "new", "Jane Example")
    assert row.row == EarlierRow(
        client="Jane Example", contact="jane@example.com", start=date(2024, 1, 10), end=date(2024, 9, 12), paid=12.5,
        pro_bono=3,
    )  # fmt: skip


def test_a_group_has_its_size() -> None:
    row = one("A team", "", "Group", 6.0, None, None, 4.0, None)

    assert row.row == EarlierRow(client="A team", people=6, paid=4)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (("Jane", "", "Group", "", "", "", "4", ""), "it is a group, and does not say of how many"),
        (("Jane", "", "Individual", "3", "", "", "4", ""), "it is of one person, and says 3 people"),
        (("Jane", "", "Pair", "", "", "", "4", ""), "“pair” is neither individual nor group"),
        (("", "", "", "", "", "", "4", ""), "client is empty"),
        (("Jane", "", "", "", "", "", "", ""), "it has no hours"),
        (("Jane", "", "", "", "soon", "", "4", ""), "start “soon” is no day, as 2024-03-25 is"),
        (("Jane", "", "", "", "2024-05-01", "2024-01-01", "4", ""), "it ends before it starts, on 2024-05-01"),
        (("Jane", "", "", "", "", "", "1,250", ""), "paid “1,250” may be 1250 or 1.250; write the one that it is"),
        (("Jane", "", "", "", "", "", "4", "-1"), "pro bono “-1” is less than nothing"),
        (("Jane", "", "", "", "", "", Formula(), "3"), "paid is a formula, and the file does not say what comes of it"),
        ((Formula(), "", "", "", "", "", "4", ""), "client is a formula, and the file does not say what comes of it"),
    ],
)  # fmt: skip
def test_what_is_not_understood_says_why(cells: tuple[Cell, ...], why: str) -> None:
    row = one(*cells)

    assert (row.fate, row.row) == ("not understood", None)
    assert why in row.why


def test_all_that_is_wrong_in_a_row_is_said_at_once() -> None:
    assert len(one("", "", "Pair", "x", "soon", "then", "many", "-1").why) >= 6


def test_rows_of_totals_are_left_out_and_compared() -> None:
    found = log(
        ("Jane", "", "", "", "", "", "4", "1"),
        ("Total Example", "", "", "", "2024-01-01", "", "2", ""),
        ("Total Hours (Paid & Pro Bono)", "", "", "", "", "", "6", "1"),
    )

    assert [row.fate for row in found.rows] == ["new", "new", "left out"]
    assert found.rows[2].why == ("it is a total",)
    assert found.said == found.total == Total(6, 1)


def test_a_total_may_stand_in_any_column() -> None:
    found = log(("", "", "", "", "", "Summe", "4", ""))

    assert [row.fate for row in found.rows] == ["left out"]


def test_what_is_there_already_is_not_added_twice() -> None:
    cells = ("jane  EXAMPLE", "", "", "", "2024-01-10", "2024-09-12", "12.5", "0")

    assert one(*cells, there=(JANE,)).fate == "there"
    assert log(cells, there=(JANE,)).new == ()


def test_a_row_that_the_log_has_twice_is_added_once() -> None:
    cells = ("Jane", "", "", "", "", "", "4", "")
    found = log(cells, cells)

    assert [row.fate for row in found.rows] == ["new", "twice"]
    assert found.rows[1].why == ("it says the same as row 2",)
    assert found.total == Total(4, 0)


def test_other_hours_of_the_same_work_are_not_added_to_it() -> None:
    row = one("Jane Example", "", "", "", "2024-01-10", "2024-10-01", "14", "", there=(JANE,))

    assert row.fate == "differs"
    assert "change it there" in row.why[0]


def test_empty_rows_are_none() -> None:
    assert log(("", None, " ".strip())).rows == ()


def test_a_cell_that_a_spreadsheet_would_have_run_is_read_as_it_was_meant() -> None:
    assert one("'=Jane", "'+44 20", "", "", "", "", "4", "").row == EarlierRow(client="=Jane", contact="+44 20", paid=4)
    assert one("'t Hooft", "", "", "", "", "", "4", "").client == "'t Hooft"


TABLE = (
    "client",
    "people",
    "work",
    "type",
    "paid",
    "start",
    "end",
    "hours",
    "planned_hours",
    "held",
    "framework",
    "source",
)


def test_the_table_that_hours_are_written_to_is_read_again() -> None:
    found = log(
        ("Jane", "1", "coaching", "career", "yes", "2024-01-10", "2024-09-12", "12.50", "", "", "", "earlier"),
        ("Jane", "1", "mentoring", "", "no", "2024-01-10", "2024-09-12", "3.00", "", "", "", "earlier"),
        ("Jane", "1", "coaching", "", "", "2024-01-10", "2024-09-12", "1.00", "", "", "", "earlier"),
        ("Jane", "1", "coaching", "", "yes", "2024-10-10", "2024-10-10", "1.00", "1.00", "video", "grow", "session"),
        ("own", "1", "supervision", "", "", "2024-10-10", "2024-10-10", "1.00", "", "", "x", "earlier"),
        headings=TABLE,
    )  # fmt: skip

    assert [row.fate for row in found.rows] == ["new", "new", "not understood", "left out", "left out"]
    assert found.rows[0].row == EarlierRow(
        client="Jane", start=date(2024, 1, 10), end=date(2024, 9, 12), paid=12.5, type="career"
    )
    assert found.rows[1].row is not None
    assert (found.rows[1].row.mode, found.rows[1].row.pro_bono) == ("mentoring", 3)
    assert found.rows[2].why == ("it does not say whether its hours were paid or pro bono",)


def test_hours_that_are_not_paid_and_pro_bono_together_are_not_guessed() -> None:
    row = one("Jane", "10", "6", headings=("Client", "Hours", "Paid hours"))

    assert row.fate == "not understood"
    assert "its 10 hours are not those that were paid" in row.why[0]


def test_a_day_is_the_first_and_the_last() -> None:
    row = one("Jane", "2024-01-10", "1", headings=("Client", "Date", "Paid hours"))

    assert row.row == EarlierRow(client="Jane", start=date(2024, 1, 10), end=date(2024, 1, 10), paid=1)


def test_words_that_are_none_of_those_known_are_said_with_those() -> None:
    row = one("Jane", "Leadership", "chat", "1", headings=("Client", "Type", "Mode", "Paid hours"))

    assert [why.partition("”")[0] for why in row.why] == ["type “Leadership", "mode “chat"]


def test_one_day_against_the_order_makes_those_of_two_meanings_unclear() -> None:
    found = log(
        ("Jane", "", "", "", "03/04/2024", "", "4", ""),
        ("Robin", "", "", "", "03/25/2024", "", "4", ""),
    )

    assert [row.fate for row in found.rows] == ["not understood", "new"]
