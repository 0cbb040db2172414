"""The way to a credential: what is there, what is missing, and what does not count, and why; worked out by hand."""

from datetime import date
from decimal import Decimal

import pytest
from hours import JANE, TEAM, TODAY, credential, entry

from coachcli.domain.hours.credential import Credential, Recent, RecentCount
from coachcli.domain.hours.entry import Entry, Party
from coachcli.domain.hours.needs import standing

BOB = Party("bob", "Bob Example")


def there(asked: Credential, *entries: Entry) -> list[tuple[str, str, str]]:
    """Of each need its name, what is there and what is missing."""
    return [
        (one.name, str(one.there.normalize()), str(one.missing.normalize()))
        for one in standing(asked, entries, TODAY).needs
    ]


def test_hours_paid_hours_and_clients_are_counted() -> None:
    asked = credential(paid=3.0, clients=3)
    entries = [entry(paid=True), entry(1800, paid=False), entry(5400, party=BOB)]

    assert there(asked, *entries) == [
        ("hours", "3", "7"),
        ("paid hours", "1", "2"),
        ("clients", "2", "1"),
    ]


def test_each_member_of_a_group_is_a_client_where_it_says_so_and_the_hour_is_one() -> None:
    held = [entry(party=TEAM), entry(party=TEAM), entry()]

    assert there(credential(clients=8, each_member=True), *held) == [("hours", "3", "7"), ("clients", "7", "1")]
    assert there(credential(clients=8), *held)[1] == ("clients", "2", "6")


def test_a_client_with_whom_no_time_was_spent_is_none() -> None:
    assert there(credential(clients=1), entry(0), entry(None, party=BOB))[1] == ("clients", "0", "1")


def test_recent_hours_are_those_of_the_last_months() -> None:
    asked = credential(recent=Recent(hours=2.0, months=18))
    entries = [entry(day=date(2025, 5, 29)), entry(day=date(2025, 5, 28)), entry(day=TODAY)]

    assert there(asked, *entries)[1] == ("hours in the last 18 months", "2", "0")


def test_a_row_from_before_is_recent_only_where_all_of_it_is_and_else_it_is_said() -> None:
    asked = credential(recent=Recent(hours=2.0, months=18))
    rows = [
        entry(first=date(2024, 1, 1), last=date(2026, 1, 1), row=1, paid=True),
        entry(first=None, last=None, row=2, paid=True),
        entry(first=date(2024, 1, 1), last=date(2024, 2, 1), row=3, paid=True),
        entry(first=date(2026, 1, 1), last=date(2026, 2, 1), row=4, paid=True),
    ]

    told = standing(asked, rows, TODAY)

    assert told.needs[1].there == Decimal(1)
    assert told.aside == ("2 h from before may be recent, as their first day is earlier or is not said",)


def test_years_reflections_and_supervision_are_counted_too() -> None:
    asked = credential(years=2, reflections=RecentCount(count=5, months=12), supervision=Recent(hours=1.0, months=3))
    entries = [
        entry(day=date(2024, 11, 30)),
        entry(None, work="reflection", day=date(2026, 1, 1)),
        entry(600, work="reflection", day=date(2025, 11, 1)),
        entry(1800, work="supervision", day=date(2026, 9, 1)),
        entry(1800, work="supervision", day=date(2026, 8, 1)),
    ]

    assert there(asked, *entries)[1:] == [
        ("years since the first hour", "1", "1"),
        ("reflections in the last 12 months", "1", "4"),
        ("hours of supervision in the last 3 months", "0.5", "0.5"),
    ]


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (entry(work="mentoring"), "1 h of mentoring"),
        (entry(work="three"), "1 h in meetings of three"),
        (entry(work="supervision"), "1 h of supervision"),
        (entry(work="reflection"), "1 h of your own reflection"),
        (entry(party=Party("crowd", "Crowd", 40)), "1 h with groups of more than 15 people; the largest has 40"),
        (entry(None, planned=50), "1 session whose time was not measured"),
        (entry(), "1 h are no paid hours, as nobody said whether they were paid"),
    ],
)
def test_what_does_not_count_is_told_with_the_reason(one: Entry, words: str) -> None:
    assert standing(credential(paid=5.0, largest_group=15), [one], TODAY).aside == (words,)


def test_a_group_of_the_largest_size_counts() -> None:
    told = standing(credential(largest_group=6, clients=6, each_member=True), [entry(party=TEAM, paid=True)], TODAY)

    assert [one.missing for one in told.needs] == [Decimal(9), Decimal(0)]
    assert told.aside == ()


def test_mentoring_counts_where_a_credential_says_so() -> None:
    assert there(credential(counts=("coaching", "mentoring")), entry(), entry(work="mentoring"))[0][1] == "2"


def test_hours_that_may_not_be_listed_are_told() -> None:
    consented = entry(consent=date(2026, 9, 1))
    told = standing(
        credential(listed=True),
        [consented, entry(party=BOB), entry(party=BOB, consent=date(2027, 1, 1)), entry(0, party=TEAM)],
        TODAY,
    )

    assert (told.unlisted, told.unlisted_clients) == (7200, 1)
    assert standing(credential(), [entry()], TODAY).unlisted == 0


def test_it_is_met_once_nothing_is_missing() -> None:
    assert not standing(credential(), [entry(9 * 3600)], TODAY).is_met
    assert standing(credential(), [entry(10 * 3600), entry(3600, party=JANE)], TODAY).is_met


def test_ten_hours_are_there_when_they_are() -> None:
    assert there(credential(), entry(60)) == [("hours", "0.02", "9.98")]
    assert there(credential(), entry(10 * 3600 - 1)) == [("hours", "9.99", "0.01")]
