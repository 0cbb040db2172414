"""What sessions come to is remembered for as long as it is so, and what is remembered wrongly is made anew."""

from collections.abc import Sequence

import pytest
from builders import note, session_of, turn_with

from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.value import Value
from coachcli.store.index.folded import Fold, folded
from coachcli.store.index.memory import Part
from coachcli.store.paths import Practice
from coachcli.store.session import sessions


class Count(Value, frozen=True):
    """How many sessions there were when somebody counted."""

    sessions: int


def counted(extracts: Sequence[SessionExtract], _entries: Sequence[Entry]) -> Count:
    return Count(len(extracts))


def counted_wrongly(_extracts: Sequence[SessionExtract], _entries: Sequence[Entry]) -> Count:
    return Count(-1)


COUNT = Fold(Part.STANDING, Count, "1", counted)


@pytest.fixture(autouse=True)
def _held(practice: Practice) -> None:
    turn = turn_with(note("call Tom", "action"))
    sessions.create(practice, session_of(turn, id="jane-doe/2026-11-20-1400", client="jane-doe"))
    assert folded(practice, "jane-doe", COUNT).outcome == Count(1)


def test_the_same_version_is_not_asked_twice(practice: Practice) -> None:
    assert folded(practice, "jane-doe", COUNT._replace(made=counted_wrongly)).outcome == Count(1)


def test_another_version_is(practice: Practice) -> None:
    assert folded(practice, "jane-doe", COUNT._replace(version="2", made=counted_wrongly)).outcome == Count(-1)


@pytest.mark.parametrize(
    "wrong",
    [b"", b"{", b"[]", b'{"version": "1"}', b'{"version": "1", "facts": {"state": 1}}', b"\xff", b"[" * 100_000],
)
def test_what_is_remembered_wrongly_is_made_anew(practice: Practice, wrong: bytes) -> None:
    (index,) = (practice.index / "sessions").iterdir()
    lines = index.read_bytes().split(b"\n")
    lines[Part.STANDING] = wrong
    index.write_bytes(b"\n".join(lines))

    assert folded(practice, "jane-doe", COUNT._replace(made=counted_wrongly)).outcome == Count(-1)


def test_of_nobody_it_is_what_it_makes_of_nothing(practice: Practice) -> None:
    assert folded(practice, "nobody", COUNT).outcome == Count(0)
