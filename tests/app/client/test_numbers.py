"""Earlier numbers are looked for when a number is given, in the sessions before this one, and read once."""

import pytest
from app.conftest import MakeSession
from builders import NOW

from coachcli.app.client import history, numbers
from coachcli.app.client.history import ClientHistory
from coachcli.app.client.numbers import no_numbers, numbers_before
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Note, Score, Turn
from coachcli.store.framework import catalogue


def rated(score: float) -> Turn:
    given = Note(kind="scale", scale=Score(score=score, low=1, high=10))
    return Turn(room="client", stage="goal", question="importance", asked="?", at=NOW, notes=(given,))


def test_they_are_read_once_and_from_earlier_sessions_alone(
    context: Context, jane: Client, made: MakeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(jane, "2026-11-01-1000", turns=(rated(3),))
    stored = made(jane, "2026-11-10-1000", turns=(rated(5),))
    made(jane, "2026-11-12-1000", turns=(rated(9),))
    grow = catalogue.load(catalogue.find(context.practice, "grow"))
    reads: list[str] = []

    def brought(here: Context, client: str) -> ClientHistory:
        reads.append(client)
        return history.brought(here, client)

    monkeypatch.setattr(numbers, "brought", brought)
    find = numbers_before(context, stored)

    assert reads == []
    assert [one.point.score for one in find(stored.session, grow)] == [3, 5]
    assert [one.point.score for one in find(stored.session, grow)] == [3, 5]
    assert reads == [jane.id]
    assert no_numbers(stored.session, grow) == ()
