"""Hours and counts in a log: read where there is one way to read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.foreign.amounts import Amount, hours_in, people_in
from coachcli.domain.foreign.table import Cell, Formula


@pytest.mark.parametrize(
    ("cell", "hours"),
    [
        ("12", 12), ("12.5", 12.5), ("12,5", 12.5), (" 12,50 ", 12.5), (".5", 0.5), ("0,125", 0.125), ("12.5 h", 12.5),
        ("12 hours", 12), ("3 Std.", 3), ("1 hr", 1), ("1:30", 1.5), ("0:45", 0.75), ("1,250.5", 1250.5),
        ("1.250,5", 1250.5), ("1 250,5", 1250.5), ("1'250.5", 1250.5), ("1,250,000.5", None), ("12.3456", 12.3456),
        (12.5, 12.5), (0.0, 0), ("0", 0),
    ],
)  # fmt: skip
def test_hours_are_read(cell: Cell, hours: float | None) -> None:
    assert hours_in(cell).number == hours


@pytest.mark.parametrize("cell", [None, "", " ", "-", "–", "n/a"])
def test_nothing_said_is_nothing(cell: Cell) -> None:
    assert hours_in(cell) == people_in(cell) == Amount()


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("1,250", "may be 1250 or 1.250; write the one that it is"),
        ("12.500", "may be 12500 or 12.500"),
        ("-3", "is less than nothing"),
        (-3.0, "is less than nothing"),
        ("about 12", "is no number of hours"),
        ("=A1+B1", "is no number of hours"),
        ("1.2.3", "is no number of hours"),
        ("1,2.3,4", "is no number of hours"),
        ("nan", "is no number of hours"),
        ("1:75", "is no number of hours"),
        ("999999", "is more than 100000 hours"),
        (float("inf"), "is more than"),
        (Formula(), "is a formula"),
    ],
)
def test_what_can_be_read_in_two_ways_or_in_none_is_said(cell: Cell, why: str) -> None:
    found = hours_in(cell)

    assert found.number is None
    assert why in found.trouble


@pytest.mark.parametrize(("cell", "people"), [("6", 6), (6.0, 6), ("1", 1), ("0", None)])
def test_people_are_counted(cell: Cell, people: int | None) -> None:
    assert people_in(cell) == Amount(people)


@pytest.mark.parametrize("cell", ["six", "1001", "2.5", 2.5, Formula(), "-1"])
def test_what_is_no_number_of_people_is_said(cell: Cell) -> None:
    assert people_in(cell).trouble


@given(st.text(max_size=12) | st.floats() | st.none())
def test_there_is_a_number_or_a_reason_or_nothing_said(cell: Cell) -> None:
    for found in (hours_in(cell), people_in(cell)):
        assert found.number is None or not found.trouble
