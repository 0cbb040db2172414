"""A log of hours as it was understood."""

from datetime import date

from coachcli.domain.foreign.headings import columns_in
from coachcli.domain.foreign.hours_log import read_log
from coachcli.domain.foreign.table import Table, TableRow
from coachcli.domain.hours.earlier import EarlierRow
from coachcli.render.hours.log_rows import counted, log_text

ROWS = (
    ("Client", "Contact", "Number in group", "Start", "Paid", "Pro bono", "Colour"),
    ("Jane Example", "jane@example.com", "", "2024-01-10", "12.5", "", "red"),
    ("A team", "", "6", "", "1:20", "3", ""),
    ("Robin", "", "", "", "1,250", "", ""),
    ("", "", "", "", "2", "", ""),
    ("Ana", "", "", "2024-01-01", "4", "", ""),
    ("Total", "", "", "", "20", "3", ""),
)
TABLE = Table(tuple(TableRow(number, cells) for number, cells in enumerate(ROWS, 1)), told=("Read as CSV.",))
COLUMNS = columns_in(TABLE.rows, {})
assert COLUMNS is not None
ANA = EarlierRow(client="Ana", start=date(2024, 1, 1), paid=4)
LOG = read_log(TABLE.rows, COLUMNS, [ANA], "DMY", date(2026, 11, 20))


def test_every_row_is_told_with_what_becomes_of_it() -> None:
    assert COLUMNS is not None
    assert log_text(TABLE, COLUMNS, LOG) == (
        """Read as CSV.
Row 1 has the headings: client, contact, people, start, paid, pro bono.
Not used: Colour.

  2  Jane Example: 2024-01-10 to ?, 12.5 h paid, jane@example.com
  3  A team: 1.33 h paid, 3 h pro bono, 6 people
  4  Robin · not understood: paid “1,250” may be 1250 or 1.250; write the one that it is
  5  (nobody named) · not understood: client is empty
  6  Ana: 2024-01-01 to ?, 4 h paid · there already
  7  Total · left out: it is a total

2 to be added, 1 there already, 1 left out, 2 not understood.
The rows that are understood come to 17.83 h paid and 3 h pro bono.
The log's own total is 20 h paid and 3 h pro bono.
"""
    )


def test_the_counts_name_nobody() -> None:
    assert not any("Jane" in line for line in counted(LOG))
