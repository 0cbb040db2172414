"""Hours without a name: numbers that count as before."""

from datetime import date

from builders import session_of
from engagements import engagement

from coachcli.domain.hours.earlier import EarlierHours, EarlierRow
from coachcli.domain.hours.nameless import free_label, is_of, nameless_rows, without_name
from coachcli.domain.session.model import Booked, FrameworkRef, Session
from coachcli.domain.terms import Room


def held(minutes: int | None, said: str | None = None, room: Room = "client", framework: str = "grow") -> Session:
    kept = FrameworkRef(id=framework, title="X", room=room, version=1, sha256="0" * 64)
    return session_of(minutes=Booked(planned=50, spent=minutes), engagement=said, framework=kept)


def test_measured_minutes_with_the_client_are_summed_by_the_kind_of_work_and_by_who_paid() -> None:
    agreed = [engagement(id="a", paid=True, type="executive"), engagement(id="b", mode="mentoring")]
    sessions = [
        held(60, "a"),
        held(30, "a"),
        held(45, "b"),
        held(15, "none"),
        held(20, "none", framework="mentoring"),
        held(None, "a"),
        held(60, "a", "three"),
        held(60, "a", "stakeholder"),
    ]

    assert list(nameless_rows(sessions, agreed, 6, "erased client 1")) == [
        EarlierRow(client="erased client 1", people=6, type="executive", paid=1.5),
        EarlierRow(client="erased client 1", people=6, mode="mentoring", pro_bono=1.08),
        EarlierRow(client="erased client 1", people=6, pro_bono=0.25),
    ]


def test_a_row_from_before_keeps_its_numbers_alone() -> None:
    day = date(2024, 1, 10)
    row = EarlierRow(
        client="Jane", contact="j@example.com", start=day, end=day, paid=3, type="life", listed_for_credential=day
    )

    assert is_of(row, "JANE")
    assert not is_of(row, "Jan")
    assert without_name(row, "x") == EarlierRow(client="x", paid=3, type="life")


def test_each_has_a_label_of_their_own_so_that_clients_are_counted_as_before() -> None:
    one = EarlierRow(client="erased client 1", paid=1)

    assert free_label(EarlierHours()) == "erased client 1"
    assert free_label(EarlierHours(relationships=(one,))) == "erased client 2"
