"""Hours without a name: numbers that count as before."""

from datetime import date

from coachcli.domain.engagement.model import Type
from coachcli.domain.hours.earlier import EarlierHours, EarlierRow
from coachcli.domain.hours.entry import Entry, Party, Work
from coachcli.domain.hours.nameless import free_label, is_of, nameless_rows, without_name

DAY = date(2026, 11, 20)


def entry(work: Work, minutes: int | None, paid: bool | None = None, kind: Type | None = None) -> Entry:
    seconds = None if minutes is None else minutes * 60
    return Entry(party=Party("jane", "Jane", 6), work=work, first=DAY, last=DAY, seconds=seconds, paid=paid, type=kind)


def test_what_was_measured_with_the_client_is_summed_by_the_kind_of_work_and_by_who_paid() -> None:
    entries = [
        entry("coaching", 60, True, "executive"),
        entry("coaching", 30, True, "executive"),
        entry("coaching", 15, False, "executive"),
        entry("mentoring", 45),
        entry("coaching", None, True),
        entry("three", 60, True),
        entry("reflection", 60),
    ]

    assert list(nameless_rows(entries, "erased client 1")) == [
        EarlierRow(client="erased client 1", people=6, type="executive", paid=1.5, pro_bono=0.25),
        EarlierRow(client="erased client 1", people=6, mode="mentoring", pro_bono=0.75),
    ]


def test_a_row_from_before_keeps_its_numbers_alone() -> None:
    row = EarlierRow(
        client="Jane", contact="j@example.com", start=DAY, end=DAY, paid=3, type="life", listed_for_credential=DAY
    )

    assert is_of(row, "JANE")
    assert not is_of(row, "Jan")
    assert without_name(row, "x") == EarlierRow(client="x", paid=3, type="life")


def test_each_has_a_label_of_their_own_so_that_clients_are_counted_as_before() -> None:
    one = EarlierRow(client="erased client 1", paid=1)

    assert free_label(EarlierHours()) == "erased client 1"
    assert free_label(EarlierHours(relationships=(one,))) == "erased client 2"
