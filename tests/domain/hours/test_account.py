"""The account: what is added up in a period, and what credentials look at."""

from datetime import date

from hours import TODAY, credential, entry

from coachcli.domain.hours.account import Account, account_of
from coachcli.domain.hours.entry import Entry
from coachcli.domain.hours.sums import Period


def account(*entries: Entry, since: date | None = None, until: date | None = None) -> Account:
    return account_of(entries, [credential()], Period(since, until), "client", TODAY)


def there(one: Account) -> str:
    return str(one.standings[0].needs[0].there)


def test_a_period_bounds_what_is_added_up_and_its_end_what_credentials_look_at() -> None:
    held = [entry(day=date(2026, 1, 1)), entry(day=date(2026, 6, 1)), entry(day=date(2026, 11, 1))]

    assert account(*held).sums["coaching"].sessions == 3
    since = account(*held, since=date(2026, 3, 1))
    assert (since.sums["coaching"].sessions, there(since)) == (2, "3.00")
    until = account(*held, until=date(2026, 7, 1))
    assert (until.sums["coaching"].sessions, there(until)) == (2, "2.00")


def test_what_is_still_to_come_counts_never() -> None:
    assert account(entry(day=date(2026, 11, 30))).is_empty
    assert not account(entry(day=TODAY)).is_empty


def test_rows_that_do_not_lie_wholly_in_the_period_are_left_out_and_told() -> None:
    rows = [
        entry(first=date(2024, 1, 1), last=date(2026, 4, 1), row=1, paid=True),
        entry(first=date(2024, 1, 1), last=date(2026, 4, 1), row=1, paid=False),
        entry(first=None, last=None, row=2, paid=True),
        entry(first=date(2026, 4, 1), last=date(2026, 4, 1), row=3, paid=True),
    ]

    told = account(*rows, since=date(2026, 3, 1))

    assert (told.left_out, told.sums["coaching"].rows) == (2, 1)
    assert account(*rows).left_out == 0
