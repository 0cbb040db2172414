"""Days in a log: read where there is one day that they can be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.foreign.days import DayIn, DayOrder, Days, days_of
from coachcli.domain.foreign.table import Cell, Formula

TODAY = date(2026, 11, 20)
MARCH = date(2024, 3, 25)


@pytest.mark.parametrize(
    "cell",
    [
        "2024-03-25", "2024/03/25", "2024.3.25", "2024-03-25T00:00:00", "25/03/2024", "25.3.2024", "03/25/2024",
        "25-03-2024", "25.03.24", "25 March 2024", "25 mar 2024", "March 25, 2024", "25th March 2024", MARCH,
    ],
)  # fmt: skip
@pytest.mark.parametrize("order", ["DMY", "MDY"])
def test_a_day_that_can_be_no_other_is_read_in_any_order(cell: Cell, order: DayOrder) -> None:
    assert Days(order).read(cell, TODAY) == DayIn(MARCH)


@pytest.mark.parametrize(("order", "day"), [("DMY", date(2024, 4, 3)), ("MDY", date(2024, 3, 4))])
def test_one_that_can_be_two_is_read_in_the_order_of_the_practice(order: DayOrder, day: date) -> None:
    assert Days(order).read("03/04/2024", TODAY) == DayIn(day)


def test_unless_another_day_of_the_file_has_another_order() -> None:
    days = days_of("DMY", ["01/02/2024", "03/25/2024", None])

    assert days.read("03/25/2024", TODAY).on == MARCH
    assert days.read("03/03/2024", TODAY).on == date(2024, 3, 3)
    assert days.read("03/04/2024", TODAY) == DayIn(
        trouble="may be 2024-04-03 or 2024-03-04, as the file has 03/25/2024 too; --date-order DMY or MDY says which"
    )


@pytest.mark.parametrize(("order", "cell"), [("DMY", "25/03/2024"), ("MDY", "03/25/2024"), ("YMD", "25/03/2024")])
def test_days_in_that_order_are_not_against_it(order: DayOrder, cell: str) -> None:
    assert days_of(order, [cell]).against == ""


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("spring 2024", "is no day, as 2024-03-25 is"),
        ("31.02.2024", "is no day"),
        ("03/2024", "is no day"),
        ("25 March", "is no day"),
        ("ma 25, 2024", "is no day"),
        (45376.0, "is no day"),
        ("2027-01-01", "is still to come"),
        (date(2027, 1, 1), "is still to come"),
        ("25.03.98", "has a year of two figures"),
        (Formula(), "is a formula"),
    ],
)
def test_what_is_none_is_said(cell: Cell, why: str) -> None:
    assert why in Days().read(cell, TODAY).trouble


def test_in_a_practice_with_the_year_first_two_ways_are_never_guessed() -> None:
    assert "may be" in Days("YMD").read("03/04/2024", TODAY).trouble


@given(
    st.text(st.sampled_from("0123456789/.- marchTj"), max_size=14) | st.text(max_size=12),
    st.sampled_from(("DMY", "MDY", "YMD")),
)
def test_there_is_a_day_that_is_over_or_a_reason_or_nothing_said(cell: str, order: DayOrder) -> None:
    found = Days(order).read(cell, TODAY)

    assert found.on is None or (not found.trouble and found.on <= TODAY)
