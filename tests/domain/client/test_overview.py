"""What the first screen has to say, and in which order."""

from datetime import date, timedelta

from builders import NOW

from coachcli.domain.client.cadence import Cadence
from coachcli.domain.client.overview import Due, Unseen, by_client, waiting
from coachcli.domain.client.standing import standing_of
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.session.model import FrameworkRef
from coachcli.domain.terms import FrameworkKind

TODAY = NOW.date()


def due(whose: str, days: int) -> Due:
    return Due(whose, f"{whose} {days}", TODAY + timedelta(days=days), days)


def seen(days_ago: int, kind: FrameworkKind = "conversation") -> SessionExtract:
    framework = FrameworkRef(
        room="alone" if kind == "reflection" else "client", id="any", title="Any", kind=kind, version=1, sha256="0" * 64
    )
    started = NOW - timedelta(days=days_ago)
    return SessionExtract(id=f"jane-doe/{days_ago}", framework=framework, status="ended", started=started)


def test_whoever_has_something_nearest_to_today_comes_first_with_all_of_theirs() -> None:
    everything = [due("a", -40), due("b", 3), due("a", 5), due("c", 0), due("b", -2)]

    assert [one.what for one in by_client(everything)] == ["c 0", "b -2", "b 3", "a -40", "a 5"]
    assert by_client([]) == ()


def test_what_is_set_counts_before_what_is_usual() -> None:
    known = standing_of([seen(10), seen(17), seen(24)], ())

    assert waiting("Jane", known, None, TODAY) == Unseen("Jane", 10, Cadence(7, is_set=False))
    assert waiting("Jane", known, Cadence(14, is_set=True), TODAY) is None
    assert waiting("Jane", known, Cadence(5, is_set=True), TODAY) == Unseen("Jane", 10, Cadence(5, is_set=True))


def test_nobody_waits_who_was_never_seen_but_in_the_coachs_mind() -> None:
    assert waiting("Jane", standing_of([], ()), Cadence(1, is_set=True), TODAY) is None
    assert waiting("Jane", standing_of([seen(9, "reflection")], ()), Cadence(1, is_set=True), TODAY) is None


def test_the_days_are_those_of_the_calendar() -> None:
    (late,) = [seen(8)]

    assert waiting("Jane", standing_of([late], ()), Cadence(7, is_set=True), TODAY) is not None
    assert waiting("Jane", standing_of([late], ()), Cadence(7, is_set=True), date(2026, 11, 19)) is None
