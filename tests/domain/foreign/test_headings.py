"""The columns of a log, by their headings."""

import pytest

from coachcli.domain.foreign.headings import Columns, LogField, columns_in, plain
from coachcli.domain.foreign.table import TableRow

ICF = (
    "Client Name", "Contact Information", "Individual/Group", "Number in Group", "Start Date", "End Date", "Paid Hours",
    "Pro-bono Hours",
)  # fmt: skip
SCHOOL = (
    "Sr. No.", "Client Name", "Individual/Group", "No. of individuals in Group", "Contact Info", "Start Date",
    "End Date", "Paid Hours", "Pro-bono Hours",
)  # fmt: skip
ALL = {"client", "contact", "kind", "people", "start", "end", "paid", "pro_bono"}


def columns(*headings: str, **said: LogField) -> Columns:
    found = columns_in([TableRow(1, headings)], said)
    assert found is not None
    return found


@pytest.mark.parametrize("headings", [ICF, SCHOOL, tuple(reversed(ICF)), tuple(map(str.upper, ICF))])
def test_both_templates_are_known_in_any_order(headings: tuple[str, ...]) -> None:
    found = columns(*headings)

    assert {*found.at} - {"nothing"} == ALL
    assert found.unknown == ()


@pytest.mark.parametrize(
    "headings",
    [
        ("client", "contact", "individual / group", "group size", "start", "end", "paid", "pro bono"),
        ("Kunde", "Kontakt", "Einzel/Gruppe", "Teilnehmer", "Von", "Bis", "Bezahlte Stunden", "unbezahlt"),
        (
            "Nom",
            "Courriel",
            "Individuel/Groupe",
            "Taille du groupe",
            "Début",
            "Fin",
            "Heures payées",
            "Heures bénévoles",
        ),
    ],
)
def test_usual_names_are_known_too(headings: tuple[str, ...]) -> None:
    assert {*columns(*headings).at} == ALL


def test_rows_above_the_headings_are_passed_over() -> None:
    rows = [TableRow(1, ("Coaching log of Ana Example",)), TableRow(3, ("Client", "Paid Hours"))]
    found = columns_in(rows, {})

    assert found is not None
    assert found.heading == 3


def test_without_a_client_or_hours_there_are_none() -> None:
    half = columns_in([TableRow(1, ("Client", "Start"))], {})
    assert half is not None
    assert (half.is_whole, half.says_whose, half.says_hours) == (False, True, False)
    assert columns_in([TableRow(1, ("Start", "End"))], {}) is None


def test_what_is_not_known_is_told_and_the_coach_can_say_what_it_is() -> None:
    assert columns("Client", "Std", "Paid hours").unknown == ("Std",)
    assert columns("Client", "Std", Std="paid").at == {"client": 0, "paid": 1}
    assert columns("Client", "Paid hours", "Hours", Hours="nothing").at == {"client": 0, "paid": 1, "nothing": 2}


def test_two_columns_for_one_thing_are_told() -> None:
    assert columns("Client", "Email", "Contact", "Paid hours").twice == (("Email", "Contact"),)


def test_paid_says_whether_hours_were_where_there_is_a_column_of_hours() -> None:
    assert columns("client", "paid", "hours").at == {"client": 0, "is_paid": 1, "hours": 2}
    assert columns("client", "paid", "pro bono", "hours").at == {"client": 0, "paid": 1, "pro_bono": 2, "hours": 3}


def test_a_heading_is_its_letters() -> None:
    assert plain("  Pro-bono\n Hours: ") == "pro bono hours"
