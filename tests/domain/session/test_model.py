"""Sessions as values: what they refuse, what they add up, and that they are silent about the words in them."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from builders import NOW, note, session_of, turn_with, unbegun, words_in
from domain.strategies import KINDS, OFTEN
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from rich.pretty import pretty_repr

from coachcli.domain.record import Record
from coachcli.domain.record_data import checked, without_nothing
from coachcli.domain.session.model import Booked, Note, Position, Score, Session, Turn, When, started_on
from coachcli.domain.session.moves import Amended, Answered, Detailed, Noted, NoteRef
from coachcli.domain.value import changed

CANARY = "chrysanthemum"
CANARIES: list[Note] = [
    Note(kind="quote", text=CANARY),
    Note(kind="action", text=CANARY, due=When(words=CANARY), details={"support": CANARY}),
    Note(kind="choice", chosen=(CANARY, CANARY)),
    Note(kind="date", day=When(words=CANARY)),
]
SHOWN: list[Callable[[object], str]] = [repr, str, "{}".format, "{!r}".format, "{0:}".format]


def everything_with(secret: Note) -> list[object]:
    turn = turn_with(secret, asked=f"And {CANARY}?")
    moves = (Noted(secret), Answered(secret), Detailed(secret), Amended(NoteRef(0, 0), secret))
    return [secret, turn, session_of(turn), (secret,), {"note": secret}, *moves, secret.day, secret.due]


@pytest.mark.parametrize("secret", CANARIES, ids=lambda secret: str(secret.kind))
@pytest.mark.parametrize("show", SHOWN)
def test_no_way_to_show_a_session_shows_what_was_said(secret: Note, show: Callable[[object], str]) -> None:
    assert CANARY in words_in(secret)
    assert not [thing for thing in everything_with(secret) if CANARY in show(thing)]


@pytest.mark.parametrize("secret", CANARIES, ids=lambda secret: str(secret.kind))
def test_nor_does_rich(secret: Note) -> None:
    assert not [thing for thing in everything_with(secret) if CANARY in pretty_repr(thing)]


def test_a_note_shows_its_kind_and_length() -> None:
    assert re.search(r"quote.*\b13\b", repr(Note(kind="quote", text=CANARY)))


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (Note, {"kind": CANARY}),
        (Note, {"kind": "quote", "text": CANARY, CANARY: CANARY}),
        (Note, {"kind": "quote", "text": [CANARY]}),
        (Note, {"kind": "observation", "text": CANARY, "share_with": "client"}),
        (Note, {"kind": "scale", "scale": {"score": CANARY}}),
        (When, {"words": CANARY, "date": CANARY}),
        (Turn, {"notes": [{"kind": "quote", "text": CANARY, "number": CANARY}]}),
        (Session, {"turns": [{"notes": [{"kind": "quote", "text": CANARY, "confidence": 11}]}]}),
    ],
)
def test_a_refusal_does_not_repeat_the_words(model: type[Record], data: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as refused:
        checked(model, data)

    assert CANARY not in re.sub(rf"^{CANARY}$", "", str(refused.value), flags=re.MULTILINE)


def test_an_observation_can_never_be_shared() -> None:
    for share in ("client", "sponsor"):
        with pytest.raises(ValueError, match="never be shared"):
            Note(kind="observation", text="bored", share_with=share)
        with pytest.raises(ValueError, match="never be shared"):
            changed(Note(kind="observation", text="bored"), share_with=share)
        with pytest.raises(ValueError, match="never be shared"):
            changed(Note(kind="quote", text="bored", share_with=share), kind="observation")

    assert Note(kind="observation", text="bored").share_with == "nobody"


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_is_the_coachs_own_unless_it_says_otherwise(kind: str) -> None:
    assert checked(Note, {"kind": kind}).share_with == "nobody"


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "nonsense"},
        {"kind": "note", "unknown": 1},
        {"kind": "action", "confidence": 11},
        {"kind": "action", "confidence": -1},
        {"kind": "number", "number": float("nan")},
        {"kind": "number", "number": float("inf")},
        {"kind": "action", "details": {"mood": "low"}},
        {"kind": "note", "share_with": "everybody"},
    ],
)
def test_a_note_that_makes_no_sense_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        checked(Note, data)


def test_a_note_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        note().text = "other"  # type: ignore[misc]


def test_a_day_and_a_score_are_written_as_people_would_write_them() -> None:
    assert without_nothing(When(words="friday", on=NOW.date())) == {"words": "friday", "date": NOW.date()}
    assert without_nothing(Score(score=7, low=1, high=10)) == {"score": 7, "from": 1, "to": 10}


@pytest.mark.parametrize(
    ("position", "turns"),
    [
        (Position(question="story"), ()),
        (Position(question="topic"), (turn_with(),)),
        (Position(question="story"), (turn_with(), turn_with(question="topic"))),
        (Position(question="story", note=0, field="by_when"), (turn_with(),)),
        (Position(question="story", note=1, field="by_when"), (turn_with(note()),)),
        (Position(note=0), (turn_with(note()),)),
        (Position(field="by_when"), ()),
    ],
)
def test_a_session_that_stands_where_it_cannot_is_refused(position: Position, turns: tuple[Turn, ...]) -> None:
    data = without_nothing(session_of(*turns)) | {"position": without_nothing(position)}

    with pytest.raises(ValidationError, match="position"):
        checked(Session, data)
    with pytest.raises(ValueError, match="position"):
        session_of(*turns, position=position)


@pytest.mark.parametrize(
    ("position", "turns"),
    [
        (None, ()),
        (Position(), ()),
        (Position(), (turn_with(note()),)),
        (Position(question="story"), (turn_with(),)),
        (Position(question="story", note=0, field="by_when"), (turn_with(note()),)),
    ],
)
def test_a_session_stands_at_its_last_question_or_at_the_map(
    position: Position | None, turns: tuple[Turn, ...]
) -> None:
    session = session_of(*turns, position=position)

    assert checked(Session, without_nothing(session)) == session


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"format": 0},
        {"status": "lost"},
        {"started": NOW.replace(tzinfo=None)},
        {"surprise": 1},
        {"minutes": {"planned": -5}},
    ],
)
def test_a_session_that_makes_no_sense_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        checked(Session, without_nothing(unbegun()) | change)


def test_time_is_added_up_by_stage_without_what_comes_after_the_call() -> None:
    session = session_of(
        changed(turn_with(), seconds=60),
        changed(turn_with(question="goal"), seconds=30, stage="will"),
        changed(turn_with(question="topic"), seconds=20),
        changed(turn_with(question="reflection", phase="after_call"), seconds=500),
    )

    assert session.seconds == 110
    assert session.seconds_in("opening") == 80
    assert session.seconds_in("will") == 30
    assert session.seconds_in("nowhere") == 0


def test_notes_come_with_their_turns_in_the_order_they_were_taken() -> None:
    session = session_of(turn_with(note("one"), note("two")), turn_with(note("three"), question="topic"))

    assert [(turn.question, noted.text) for turn, noted in session.notes] == [
        ("story", "one"),
        ("story", "two"),
        ("topic", "three"),
    ]


def test_a_session_is_called_by_the_minute_it_began() -> None:
    assert started_on(NOW + timedelta(minutes=5)) == "2026-11-20-1405"


@OFTEN
@given(st.integers(-10, 200_000))
def test_minutes_are_sensible(minutes: int) -> None:
    if 0 <= minutes <= 100_000:
        assert checked(Booked, {"planned": minutes}).planned == minutes
    else:
        with pytest.raises(ValidationError):
            checked(Booked, {"planned": minutes})


@pytest.mark.parametrize(("written", "kept"), [("8", 8), ("8.0", 8), ("7.5", 7.5), (8, 8), (0, 0), (10, 10)])
def test_how_sure_somebody_is_is_whole_where_it_can_be(written: str | float, kept: float) -> None:
    sure = checked(Note, {"kind": "action", "confidence": written}).confidence

    assert (sure, type(sure)) == (kept, type(kept))
