"""Beside a number that was just given: what the same speaker said of the same thing before, and nobody else."""

from datetime import timedelta

from builders import NOW, session_of

from coachcli.domain.history.earlier_numbers import in_one_row
from coachcli.domain.history.extract import extract_of
from coachcli.domain.history.series import all_series
from coachcli.domain.session.model import Note, Person, Score, Session, Turn
from coachcli.domain.terms import Phase, Room
from coachcli.domain.value import changed


def rated(score: float, item: str | None = "Delegating", high: int = 10, room: Room = "client", **more: object) -> Turn:
    note = Note(kind="scale", scale=Score(score=score, low=1, high=high))
    turn = Turn(room=room, stage="s", question="now", item=item, series="areas", asked="?", at=NOW, notes=(note,))
    return changed(turn, **more)


def held(*turns: Turn, days: int = 0, **more: object) -> Session:
    return session_of(*turns, started=NOW - timedelta(days=days), id=f"jane-doe/{days}", **more)


def row(*sessions: Session) -> list[tuple[float, int]]:
    """The numbers in a row with the last one of the last session, each with its upper end."""
    series = all_series(map(extract_of, sessions))
    return [(one.point.score, one.high) for one in in_one_row(series, sessions[-1])]


def test_the_earlier_numbers_stand_before_the_one_given_just_now() -> None:
    first = held(rated(3), rated(9, item="Sleep"), days=60)

    assert row(first, held(rated(4), days=30), held(rated(6))) == [(3, 10), (4, 10), (6, 10)]


def test_a_question_of_another_framework_in_the_series_is_one_of_them() -> None:
    assert row(held(rated(3, question="baseline"), days=60), held(rated(6))) == [(3, 10), (6, 10)]


def test_a_first_number_has_none_before_it() -> None:
    assert row(held(rated(9, item="Sleep"), days=60), held(rated(6))) == []
    assert row(held(rated(6))) == []


def test_numbers_between_other_ends_are_in_the_row_with_their_ends() -> None:
    assert row(held(rated(3, high=5), days=60), held(rated(6))) == [(3, 5), (6, 10)]


def test_no_other_speakers_number_is_ever_in_it() -> None:
    sponsor = held(rated(1, room="sponsor"), days=50)
    peer = held(rated(2, room="stakeholder"), days=40, person=Person(code="P1"))
    three = held(rated(4, room="three"), days=35)
    alone = held(rated(5, room="alone"), days=30)
    after_call: Phase = "after_call"
    afterwards = held(rated(5, phase=after_call), days=20)
    others = (sponsor, peer, three, alone, afterwards)

    assert row(*others, held(rated(6))) == []
    assert row(held(rated(3), days=60), *others, held(rated(6))) == [(3, 10), (6, 10)]
    assert row(held(rated(6), days=1), *others, held(rated(7, room="stakeholder"), person=Person(code="P2"))) == []


def test_of_two_numbers_in_one_call_the_second_is_the_one_of_today() -> None:
    assert row(held(rated(3), days=60), held(rated(6), rated(7))) == [(3, 10), (7, 10)]
