"""Hours from before: what a row holds, and what does not fit together in one."""

from datetime import date

import pytest

from coachcli.domain.hours.earlier import EarlierHours, EarlierRow, earlier_flaws, row_flaws

DAY = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("row", "where"),
    [
        (EarlierRow(client=" ", paid=1.0), ("client",)),
        (EarlierRow(client="Jane Example"), ()),
        (EarlierRow(client="Jane Example", paid=1.0, start=DAY, end=date(2024, 4, 1)), ("end",)),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(row: EarlierRow, where: tuple[str, ...]) -> None:
    assert [flaw.where for flaw in row_flaws(row)] == [where]


def test_what_fits_has_none() -> None:
    rows = (
        EarlierRow(client="Jane Example", paid=0.0),
        EarlierRow(client="Jane Example", pro_bono=2.5, start=DAY, end=DAY),
    )

    assert list(earlier_flaws(EarlierHours(relationships=rows))) == []


def test_the_same_row_twice_is_warned_of_and_no_mistake() -> None:
    row = EarlierRow(client="Jane Example", paid=3.0, start=DAY)

    (flaw,) = earlier_flaws(EarlierHours(relationships=(row, EarlierRow(client="Jo Example", paid=3.0), row)))

    assert (flaw.where, flaw.level) == (("relationships", 2, "client"), "warning")
    assert "row 1" in flaw.text


def test_a_name_is_one_line_and_hours_are_numbers() -> None:
    row = EarlierRow(client="Jane\n  Example\x1b", contact="  ", paid=3)

    assert (row.client, row.contact, repr(row.paid)) == ("Jane Example", None, "3.0")
