"""The page of hours: what it says, what it leaves out, and whom it names."""

from datetime import date

from hours import JANE, TEAM, TODAY, credential, entry

from coachcli.domain.hours.account import account_of
from coachcli.domain.hours.credential import Credential
from coachcli.domain.hours.entry import Entry
from coachcli.domain.hours.page import hours_page
from coachcli.domain.hours.sums import By, Period
from coachcli.domain.page.model import Page

HELD = (
    entry(paid=True, way="video"),
    entry(5400, day=date(2026, 10, 1)),
    entry(1800, party=TEAM, paid=False),
    entry(3600, work="mentoring"),
    entry(2700, work="three"),
    entry(None, planned=50),
    entry(7200, work="supervision"),
    entry(work="reflection"),
    entry(36_000, day=None, paid=True, row=1),
)
ACC = credential(title="ICF ACC", paid=5.0, listed=True, also=("60 hours of education.",), beware=("No class.",))
MASTER = credential(id="master", title="Master", hours=2.0, confirmed=False)


def page(
    *entries: Entry, by: By = "client", credentials: tuple[Credential, ...] = (ACC, MASTER), **shown: bool
) -> Page:
    return hours_page(account_of(entries, credentials, Period(), by, TODAY), **shown)


def lines(told: Page, title: str) -> list[str]:
    found = [one for section in told.sections if section.title == title for one in section.lines]
    return [" · ".join((f"{one.label} {one.text}".strip(), *one.details)) for one in found]


def test_what_was_held_is_told_by_kind() -> None:
    assert lines(page(*HELD), "What was held") == [
        "Coaching: 13 h · 3 sessions · 1 entry from before · 11 h paid · 0.5 h pro bono · 1.5 h not said whether paid",
        "Mentoring: 1 h · 1 session · 1 h not said whether paid",
        "Meetings of three: 0.75 h · 1 meeting · count for no credential",
        "Supervision: 2 h · 1 session",
        "Your own reflection: 1 h · 1 session",
        "Coaching, planned only: 1 session, 0.83 h planned · no time was measured · count for no credential",
    ]


def test_a_table_has_only_columns_with_something_in_them_and_a_total() -> None:
    (table,) = next(one.tables for one in page(*HELD).sections if one.title == "By client")

    assert table.columns == ("Client", "Paid", "Pro bono", "Not said", "Mentoring", "Planned only")
    assert table.rows == (
        ("Jane Example", "11", "", "1.5", "1", "0.83"),
        ("Northern Team", "", "0.5", "", "", ""),
        ("Total", "11", "0.5", "1.5", "1", "0.83"),
    )
    (small,) = next(one.tables for one in page(entry(), by="month").sections if one.title == "By month")
    assert small.columns == ("Month", "Paid", "Not said")


def test_how_it_was_held_is_told_where_anybody_said_so() -> None:
    assert lines(page(*HELD), "How it was held") == ["1 h by video", "3 h not said how"]
    assert lines(page(entry()), "How it was held") == []


def test_the_way_to_each_credential_says_what_is_there_and_what_is_missing() -> None:
    told = page(entry())

    assert lines(told, "What is missing") == ["ICF ACC: 9 hours, 5 paid hours", "Master (not confirmed): 1 hour"]
    (table,) = next(one.tables for one in told.sections if one.title == "On the way to a credential")
    assert table.columns == ("Credential", "Hours", "Paid", "Clients", "Recent")
    assert table.rows == (("ICF ACC", "1 of 10", "0 of 5", "", ""), ("Master", "1 of 2", "", "", ""))
    assert lines(page(*HELD), "What is missing")[0] == "ICF ACC: nothing that can be counted"


def test_why_there_are_more_clients_than_anybody_sees_is_told() -> None:
    asked = credential(title="ICF ACC", clients=8, each_member=True)
    told = page(entry(), entry(party=TEAM), credentials=(asked, credential(clients=8)))

    assert lines(told, "On the way to a credential") == [
        "Each member of a team counts: 2 clients and teams are 7 clients · for ICF ACC"
    ]
    assert lines(page(entry(), credentials=(asked,)), "On the way to a credential") == []


def test_what_does_not_count_is_told_once_and_for_whom() -> None:
    assert lines(page(*HELD), "What does not count, and what cannot be listed") == [
        "1 h of mentoring",
        "0.75 h in meetings of three",
        "2 h of supervision",
        "1 h of your own reflection",
        "1 session whose time was not measured",
        "1.5 h are no paid hours, as nobody said whether they were paid · for ICF ACC",
        "13 h with 2 clients cannot stand in the log: no consent to be listed · for ICF ACC",
    ]


def test_a_whole_page_has_what_else_is_asked_for_and_the_sources() -> None:
    assert lines(page(entry()), "Asked for as well, and not counted here") == [
        "ICF ACC: 60 hours of education.",
        "No class.",
    ]
    assert lines(page(entry()), "Where the figures are from") == ["example.com · read in 2026-11"]
    assert not lines(page(entry(), whole=False), "Where the figures are from")


def test_without_names_nobody_is_named() -> None:
    for by in ("client", "month", "type"):
        told = page(*HELD, by=by, names=False)
        assert JANE.name not in repr_of(told)
        assert TEAM.name not in repr_of(told)
    assert JANE.name in repr_of(page(*HELD))


def repr_of(told: Page) -> str:
    tables = [cell for section in told.sections for table in section.tables for row in table.rows for cell in row]
    return " ".join(
        [told.title, *told.facts.values(), *tables, *(w for s in told.sections for w in lines(told, s.title))]
    )


def test_the_period_is_told() -> None:
    told = hours_page(account_of([], [], Period(date(2026, 1, 1), date(2027, 1, 1)), "client", TODAY))

    assert told.facts == {"Period": "from 1 January 2026 until 29 November 2026"}
    assert told.sections == ()
