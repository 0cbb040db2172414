"""What was held: which sessions are counted as what, each once, and what they are of hours from before."""

from datetime import date

import pytest
from hours import JANE, RULES, TEAM, agreed, held

from coachcli.domain.engagement.model import Engagement
from coachcli.domain.hours.earlier import EarlierHours, EarlierRow
from coachcli.domain.hours.entry import Entry, HeldSession, Work, earlier_entries, session_entries

PARTIES = {JANE.key: JANE, TEAM.key: TEAM}


def entries(*sessions: HeldSession, engagements: tuple[Engagement, ...] = ()) -> list[Entry]:
    return list(session_entries(sessions, PARTIES, {JANE.key: engagements}, RULES))


def only(session: HeldSession, *engagements: Engagement) -> Entry:
    (one,) = entries(session, engagements=engagements)
    return one


@pytest.mark.parametrize(
    ("session", "work"),
    [
        (held(), "coaching"),
        (held(framework="mentoring"), "mentoring"),
        (held(framework="three-way", room="three"), "three"),
        (held(framework="supervision-clear", room="alone", client="own"), "supervision"),
        (held(framework="supervision-clear", room="alone"), "supervision"),
        (held(framework="reflection", room="alone"), "reflection"),
        (held(framework="a-model-of-mine", room="alone"), "reflection"),
    ],
)
def test_what_a_session_was_is_told_by_its_room_and_its_framework(session: HeldSession, work: Work) -> None:
    assert only(session).work == work


@pytest.mark.parametrize("room", ["sponsor", "stakeholder"])
def test_talks_with_others_are_no_hours(room: str) -> None:
    assert entries(held(room=room)) == []


def test_an_engagement_says_whether_it_is_mentoring_and_whether_it_is_paid() -> None:
    one = only(held(), agreed(mode="mentoring", paid=True, type="career"))

    assert (one.work, one.paid, one.type) == ("mentoring", True, "career")


def test_nobody_guesses_whether_a_session_was_paid() -> None:
    assert only(held()).paid is None
    assert only(held(), agreed()).paid is None
    assert only(held(), agreed(paid=True), agreed(id="other", paid=True)).paid is None  # two fit its day
    assert only(held(engagement="other"), agreed(paid=True), agreed(id="other", paid=False)).paid is False
    assert only(held(engagement="none"), agreed(paid=True)).paid is None
    assert only(held(date(2026, 8, 1)), agreed(paid=True)).paid is None


def test_work_alone_is_not_paid_by_a_client() -> None:
    one = only(held(framework="reflection", room="alone"), agreed(paid=True, type="life"))

    assert (one.paid, one.type) == (None, None)


@pytest.mark.parametrize(("minutes", "seconds"), [(60, 3600), (30, 1800), (45, 2700), (0, 0), (None, None)])
def test_time_is_as_it_was_measured(minutes: int | None, seconds: int | None) -> None:
    one = only(held(minutes=minutes, planned=50))

    assert (one.seconds, one.planned, one.is_measured) == (seconds, 50, minutes is not None)


def test_a_session_that_is_there_twice_counts_once() -> None:
    assert [one.seconds for one in entries(held(minutes=None), held(minutes=50), held(minutes=40))] == [50 * 60]


def test_two_sessions_at_the_same_time_with_two_clients_are_two() -> None:
    assert len(entries(held(), held(client=TEAM.key))) == 2


def test_a_consent_is_that_of_the_engagement_the_session_belongs_to() -> None:
    consented = agreed(consents={"listed_for_credential": date(2026, 9, 3), "goals": date(2026, 9, 1)})
    one = only(held(), consented)

    assert one.consent == date(2026, 9, 3)
    assert one.is_listed(date(2026, 9, 3))
    assert not one.is_listed(date(2026, 9, 2))
    assert not only(held(), agreed(consents={"goals": date(2026, 9, 1)})).is_listed(date(2026, 11, 29))


def test_a_client_without_a_file_goes_by_the_folder() -> None:
    assert only(held(client="bob")).party.name == "bob"


class TestEarlier:
    def test_a_row_is_an_entry_for_what_was_paid_and_one_for_what_was_not(self) -> None:
        row = EarlierRow(client="Bob Example", paid=12.5, pro_bono=0.25, start=date(2024, 1, 1), end=date(2024, 6, 1))

        paid, pro_bono = earlier_entries(EarlierHours(relationships=(row,)), PARTIES)

        assert (paid.seconds, paid.paid, paid.row) == (45_000, True, 1)
        assert (pro_bono.seconds, pro_bono.paid, pro_bono.row) == (900, False, 1)
        assert (paid.first, paid.last, paid.work) == (date(2024, 1, 1), date(2024, 6, 1), "coaching")

    def test_a_client_of_the_same_name_is_the_same_client(self) -> None:
        rows = (EarlierRow(client="jane  EXAMPLE", paid=1.0), EarlierRow(client="Bob Example", paid=1.0))

        jane, bob = earlier_entries(EarlierHours(relationships=rows), PARTIES)

        assert jane.party.key == JANE.key
        assert bob.party.key not in PARTIES

    def test_a_row_with_a_start_alone_is_of_that_day_at_least(self) -> None:
        (one,) = earlier_entries(
            EarlierHours(relationships=(EarlierRow(client="Bob", paid=1.0, start=date(2024, 1, 1)),)), {}
        )

        assert one.last == date(2024, 1, 1)
