"""Rows for a spreadsheet: one for each thing that was held."""

from datetime import date
from decimal import Decimal

from hours import TEAM, entry

from coachcli.domain.hours.sheet import COLUMNS, sheet_rows


def test_a_row_says_what_a_session_was() -> None:
    one = entry(3000, party=TEAM, paid=False, type="life", way="video", framework="GROW", planned=60)

    (row,) = sheet_rows([one])

    assert dict(zip(COLUMNS, row, strict=True)) == {
        "client": "Northern Team",
        "people": 6,
        "work": "coaching",
        "type": "life",
        "paid": "no",
        "start": date(2026, 11, 2),
        "end": date(2026, 11, 2),
        "hours": Decimal("0.83"),
        "planned_hours": Decimal("1.00"),
        "held": "video",
        "framework": "GROW",
        "source": "session",
    }


def test_what_nobody_said_or_measured_is_empty() -> None:
    ((*_, hours, planned, way, framework, source),) = sheet_rows([entry(None, row=1)])

    assert (hours, planned, way, framework, source) == (None, None, None, None, "earlier")
