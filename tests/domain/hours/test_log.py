"""The log: a row a relationship, nobody who did not agree, and a total that the rows above it add up to."""

from datetime import date
from decimal import Decimal

from hours import JANE, RULES, TEAM, TODAY, entry
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.hours.credential import LogColumn
from coachcli.domain.hours.entry import Entry, Party
from coachcli.domain.hours.log import Log, Withheld, log_of, withheld_words
from coachcli.domain.value import changed

AGREED = date(2026, 9, 3)
BOB = Party("bob", "Bob Example")


def log(*entries: Entry) -> Log:
    return log_of(entries, RULES, {JANE.key: "jane@example.com"}, TODAY)


def test_sessions_with_one_client_are_one_row() -> None:
    told = log(
        entry(3000, date(2026, 10, 1), paid=True, consent=AGREED),
        entry(3000, date(2026, 11, 2), paid=True, consent=AGREED),
        entry(1800, date(2026, 11, 20), paid=False, consent=AGREED),
    )

    assert told.headings == ("Client", "Contact", "Kind", "People", "Start", "End", "Paid", "Pro bono")
    assert told.rows == (
        (
            "Jane Example", "jane@example.com", "Individual", None, date(2026, 10, 1), date(2026, 11, 20),
            Decimal("1.67"), Decimal("0.50"),
        ),
    )  # fmt: skip
    assert told.total == ("Total", None, None, None, None, None, Decimal("1.67"), Decimal("0.50"))
    assert told.withheld == Withheld()


def test_a_groups_hours_stand_once_with_its_size() -> None:
    (row,) = log(entry(party=TEAM, paid=True, consent=AGREED)).rows

    assert row[:4] == ("Northern Team", "", "Group", 6)
    assert row[6] == Decimal("1.00")


def test_a_row_from_before_stays_a_row_of_its_own() -> None:
    rows = log(
        entry(paid=True, consent=AGREED),
        entry(7200, date(2020, 1, 1), paid=True, consent=AGREED, row=1, contact="old@example.com"),
        entry(1800, date(2020, 1, 1), paid=False, consent=AGREED, row=1, contact="old@example.com"),
    ).rows

    assert [(row[1], row[6], row[7]) for row in rows] == [
        ("jane@example.com", Decimal("1.00"), Decimal("0.00")),
        ("old@example.com", Decimal("2.00"), Decimal("0.50")),
    ]


def test_who_did_not_agree_is_not_in_it_and_counted_beside_it() -> None:
    told = log(
        entry(paid=True, consent=AGREED),
        entry(paid=True, party=BOB),
        entry(paid=True, party=TEAM, consent=date(2027, 1, 1)),
        entry(1800, paid=True),
    )

    assert [row[0] for row in told.rows] == ["Jane Example"]
    assert told.total[6] == Decimal("1.00")
    assert told.withheld == Withheld(clients=2, seconds=9000, ahead=1)


def test_hours_of_which_nobody_said_whether_they_were_paid_are_in_no_column() -> None:
    told = log(entry(paid=True, consent=AGREED), entry(1800, consent=AGREED), entry(party=BOB, consent=AGREED))

    assert [row[0] for row in told.rows] == ["Jane Example"]
    assert told.withheld == Withheld(not_said=5400)


def test_a_group_that_is_too_large_is_left_out_and_told() -> None:
    crowd = entry(party=Party("crowd", "Crowd", 40), paid=True, consent=AGREED)
    rules = changed(RULES, largest_group=39)

    told = log_of([crowd, entry(party=TEAM, paid=True, consent=AGREED)], rules, {}, TODAY)

    assert [row[0] for row in told.rows] == ["Northern Team"]
    assert told.withheld == Withheld(too_large=3600)
    assert len(log(crowd).rows) == 1


def test_what_is_not_in_it_is_said_in_sentences() -> None:
    assert withheld_words(Withheld()) == []
    assert withheld_words(Withheld(clients=1, seconds=5400)) == [
        "Withheld: 1.5 h, and 1 client altogether: no consent to be listed.",
    ]
    assert withheld_words(Withheld(clients=3, seconds=5400, ahead=1, not_said=3600, too_large=1800)) == [
        "Withheld: 1.5 h, and 3 clients altogether: no consent to be listed, 1 with a day that is still to come.",
        "In no column: 1 h, as nobody said whether they were paid.",
        "Left out: 0.5 h with groups that are too large to count.",
    ]


def test_only_coaching_that_was_measured_is_in_it() -> None:
    others = [
        entry(paid=True, consent=AGREED, work="mentoring"),
        entry(paid=True, consent=AGREED, work="three"),
        entry(None, paid=True, consent=AGREED),
    ]

    assert log(*others).rows == ()
    assert log(*others).total[0] == "Total"


def test_the_columns_are_those_of_the_rules() -> None:
    columns = (
        LogColumn(heading="Sr. No.", holds="number"),
        LogColumn(heading="Hours", holds="paid"),
        LogColumn(heading="", holds="empty"),
        LogColumn(heading="Kind", holds="type"),
    )
    rules = changed(RULES, log=columns, total="Sum")

    told = log_of([entry(paid=True, consent=AGREED, type="life")], rules, {}, TODAY)

    assert told.rows == ((1, Decimal("1.00"), None, "life"),)
    assert told.total == ("Sum", Decimal("1.00"), None, None)


ENTRIES = st.builds(
    entry,
    seconds=st.none() | st.integers(0, 40_000),
    party=st.sampled_from([JANE, TEAM, BOB]),
    paid=st.sampled_from([None, True, False]),
    consent=st.sampled_from([None, AGREED, date(2027, 1, 1)]),
    row=st.sampled_from([None, 1, 2]),
)


@given(st.lists(ENTRIES, max_size=30))
def test_whoever_adds_up_the_rows_gets_the_total(entries: list[Entry]) -> None:
    told = log(*entries)

    for column in (6, 7):
        assert sum(Decimal(str(row[column])) for row in told.rows) == told.total[column]


@given(st.lists(ENTRIES, max_size=20), st.lists(ENTRIES, max_size=10))
def test_what_was_held_with_those_who_did_not_agree_changes_no_cell(mine: list[Entry], others: list[Entry]) -> None:
    hidden = [changed(one, consent=None) for one in others]

    assert (log(*mine).rows, log(*mine).total) == (log(*mine, *hidden).rows, log(*mine, *hidden).total)


def test_sessions_whose_time_nobody_measured_are_told() -> None:
    told = log(entry(None, consent=AGREED, paid=True), entry(None, consent=AGREED), entry(None, work="mentoring"))

    assert told.rows == ()
    assert withheld_words(told.withheld) == ["Left out: 2 sessions, as no time was measured."]
