"""Hours added up: by hand, and the same in all by whatever they are looked at."""

from datetime import date
from decimal import Decimal

import pytest
from hours import JANE, RULES, TEAM, agreed, entry, held
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.hours.entry import Entry, HeldSession, Party, session_entries
from coachcli.domain.hours.sums import (
    By,
    Group,
    Period,
    Sum,
    groups_of,
    hours_of,
    hours_words,
    sum_of,
    sums_of,
    ways_of,
)

BYS: tuple[By, ...] = ("client", "month", "type")


@pytest.mark.parametrize(
    ("minutes", "hours"), [(60, "1.00"), (30, "0.50"), (45, "0.75"), (50, "0.83"), (1, "0.02"), (0, "0.00")]
)
def test_an_hour_is_sixty_minutes(minutes: int, hours: str) -> None:
    assert hours_of(minutes * 60) == Decimal(hours)


def test_hours_are_told_without_zeros_that_say_nothing() -> None:
    assert [hours_words(seconds) for seconds in (3600, 5400, 3000, 0, 9_000_000)] == [
        "1 h", "1.5 h", "0.83 h", "0 h", "2,500 h",
    ]  # fmt: skip


def test_a_sum_is_as_it_was_worked_out_by_hand() -> None:
    entries = [
        entry(3600, paid=True),
        entry(1800, paid=False),
        entry(2700),
        entry(None, planned=50),
        entry(None),
        entry(7200, paid=True, row=1),
    ]

    assert sum_of(entries) == Sum(
        sessions=3, rows=1, paid=10_800, pro_bono=1800, not_said=2700, unmeasured=2, planned=50
    )
    assert sum_of(entries).seconds == 15_300


def test_groups_are_in_the_order_of_their_names_and_months() -> None:
    entries = [
        entry(party=TEAM, type="life", day=date(2026, 10, 1)),
        entry(type=None),
        entry(row=1, paid=True, type="career"),
    ]

    def titles(by: By) -> list[str]:
        return [group.title for group in groups_of(entries, by)]

    assert titles("client") == ["Jane Example", "Northern Team"]
    assert titles("month") == ["from before", "2026-10", "2026-11"]
    assert titles("type") == ["career", "life", "not said"]


def test_two_clients_of_one_name_are_two() -> None:
    assert len(groups_of([entry(), entry(party=Party("jane-2", "Jane Example"))], "client")) == 2


def test_a_groups_time_counts_once_however_many_they_are() -> None:
    (one,) = session_entries([held(client=TEAM.key)], {TEAM.key: TEAM}, {}, RULES)

    assert (one.party.people, sum_of([one]).seconds) == (6, 3600)


def test_how_it_was_held_is_told_of_sessions_with_clients() -> None:
    entries = [entry(way="video"), entry(), entry(way="phone", work="three"), entry(row=1, paid=True), entry(None)]

    assert ways_of(entries) == {"video": 3600, None: 3600}


@pytest.mark.parametrize(
    ("period", "first", "last", "inside"),
    [
        (Period(), None, None, True),
        (Period(since=date(2026, 1, 1)), None, None, False),
        (Period(until=date(2026, 1, 1)), None, None, False),
        (Period(since=date(2026, 1, 1)), date(2026, 1, 1), date(2026, 2, 1), True),
        (Period(since=date(2026, 1, 1)), date(2025, 12, 31), date(2026, 2, 1), False),
        (Period(until=date(2026, 1, 1)), date(2025, 12, 1), date(2026, 1, 1), True),
        (Period(until=date(2026, 1, 1)), date(2025, 12, 1), date(2026, 1, 2), False),
        (Period(until=date(2026, 1, 1)), None, date(2025, 1, 1), True),
    ],
)
def test_a_period_holds_what_lies_wholly_in_it(
    period: Period, first: date | None, last: date | None, inside: bool
) -> None:
    assert period.holds(entry(first=first, last=last, row=1)) is inside


SESSIONS = st.builds(
    held,
    day=st.dates(date(2026, 8, 1), date(2026, 11, 28)),
    minutes=st.none() | st.integers(0, 300),
    client=st.sampled_from([JANE.key, TEAM.key, "bob"]),
    framework=st.sampled_from(["grow", "mentoring", "egan"]),
    hour=st.integers(0, 23),
    planned=st.none() | st.integers(0, 300),
    way=st.sampled_from([None, "video", "phone", "room"]),
    engagement=st.sampled_from([None, "none", "lead", "other"]),
)
OTHERS = st.builds(
    held,
    room=st.sampled_from(["three", "sponsor", "stakeholder", "alone"]),
    framework=st.sampled_from(["three-way", "stakeholder-interview", "reflection", "supervision-clear"]),
    hour=st.integers(0, 23),
    day=st.dates(date(2026, 8, 1), date(2026, 11, 28)),
    client=st.just("somebody-else") | st.just(JANE.key),
)
ENGAGEMENTS = {
    JANE.key: (agreed(paid=True, type="life"), agreed(id="other", paid=False, mode="mentoring")),
    TEAM.key: (agreed(type="executive"),),
}


def entries_of(sessions: list[HeldSession]) -> list[Entry]:
    return list(session_entries(sessions, {JANE.key: JANE, TEAM.key: TEAM}, ENGAGEMENTS, RULES))


def added(groups: tuple[Group, ...]) -> tuple[list[int], list[int]]:
    return _columns([one.coaching for one in groups]), _columns([one.mentoring for one in groups])


def _columns(sums: list[Sum]) -> list[int]:
    return [sum(getattr(one, name) for one in sums) for name in Sum.__struct_fields__]


@given(st.lists(SESSIONS, max_size=30))
def test_the_sum_is_the_same_by_whatever_it_is_looked_at(sessions: list[HeldSession]) -> None:
    entries = entries_of(sessions)
    sums = sums_of(entries)
    whole = _columns([sums.get("coaching", Sum())]), _columns([sums.get("mentoring", Sum())])

    assert [added(groups_of(entries, by)) for by in BYS] == [whole] * 3


@given(st.lists(SESSIONS, max_size=20), st.lists(OTHERS, max_size=10))
def test_whatever_else_was_held_changes_no_hour_with_a_client(
    sessions: list[HeldSession], others: list[HeldSession]
) -> None:
    begun = {(one.client, one.started) for one in sessions}
    apart = [one for one in others if (one.client, one.started) not in begun]

    before, after = entries_of(sessions), entries_of([*apart, *sessions])

    for work in ("coaching", "mentoring"):
        assert sums_of(after).get(work) == sums_of(before).get(work)
    assert [groups_of(after, by) for by in BYS] == [groups_of(before, by) for by in BYS]


@given(st.lists(SESSIONS, max_size=20), st.integers(2, 500))
def test_the_size_of_a_group_changes_no_hour(sessions: list[HeldSession], people: int) -> None:
    larger = {JANE.key: JANE, TEAM.key: Party(TEAM.key, TEAM.name, people)}

    assert sums_of(list(session_entries(sessions, larger, ENGAGEMENTS, RULES))) == sums_of(entries_of(sessions))
