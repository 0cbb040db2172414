"""How things stand is remembered, and never when it is not so any more."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import NoReturn
from unittest.mock import Mock

import pytest
from builders import NOW, note, session_of, turn_with

from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Note, Reviewed
from coachcli.domain.value import changed
from coachcli.store.index import census, extracts
from coachcli.store.index import standing as standings
from coachcli.store.index.heads import heads
from coachcli.store.index.memory import Part
from coachcli.store.index.shape import version
from coachcli.store.index.standing import standing
from coachcli.store.paths import Practice
from coachcli.store.session import between, sessions
from coachcli.store.session.sessions import Stored

CALL = note("call Tom", "action", "client")
DONE = Note(kind="review", reviewed=Reviewed(kind="action", what="call Tom", session="", outcome="done"))


def held(practice: Practice, when: str = "2026-11-20-1400", *notes: Note) -> Stored:
    return sessions.create(practice, session_of(turn_with(*notes), id=f"jane-doe/{when}", client="jane-doe"))


def what_is_open(practice: Practice) -> list[str]:
    return [one.thing.what for one in standing(practice, "jane-doe").standing.open]


def refuse(*_: object) -> NoReturn:
    raise AssertionError("it was read again")


@pytest.fixture
def known(practice: Practice) -> Stored:
    """A session with something open in it, as it was remembered."""
    stored = held(practice, "2026-11-20-1400", CALL)
    assert what_is_open(practice) == ["call Tom"]
    return stored


@pytest.mark.usefixtures("known")
def test_where_nothing_changed_no_session_and_no_extract_is_looked_at(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(census, "session_in", refuse)
    monkeypatch.setattr(extracts, "extract_from", refuse)
    monkeypatch.setattr(between, "load", refuse)

    assert what_is_open(practice) == ["call Tom"]


def test_a_definition_is_looked_through_once_for_all_clients(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    for client in ("jane-doe", "tom"):
        sessions.create(practice, session_of(turn_with(CALL), id=f"{client}/2026-11-20-1400", client=client))
        standing(practice, client)
    looks = Mock(wraps=version)
    monkeypatch.setattr(standings, "version", looks)
    standings.standing_version.cache_clear()
    for client in ("jane-doe", "tom"):
        standing(practice, client)

    looks.assert_called_once()


CHANGES: dict[str, Callable[[Practice, Stored], object]] = {
    "one session more": lambda practice, _: held(practice, "2026-11-21-1400", DONE),
    "an edited one": lambda _, known: sessions.save(known, changed(known.session, turns=())),
    "one that is gone": lambda _, known: known.path.unlink(),
    "what was said between": lambda practice, _: between.add(
        practice, "jane-doe", Entry(at=NOW + timedelta(days=1), notes=(DONE,))
    ),
    "a damaged one": lambda _, known: known.path.write_text("format: 1\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_noticed(practice: Practice, known: Stored, change: str) -> None:
    CHANGES[change](practice, known)

    assert [what_is_open(practice), what_is_open(practice)] == [[], []]


@pytest.mark.usefixtures("known")
def test_what_cannot_be_read_is_told_each_time(practice: Practice) -> None:
    held(practice, "2026-11-21-1400").path.write_text("format: 1\n")
    practice.between_file("jane-doe").write_text("no: between\n")

    for _ in range(2):
        assert [error.exit_code for error in standing(practice, "jane-doe").passed_over] == [4, 4]


def test_what_belongs_to_nobody_is_told_each_time(practice: Practice, known: Stored) -> None:
    known.path.rename(known.path.with_name("2026-11-22-1400-short.yaml"))

    for _ in range(2):
        (error,) = standing(practice, "jane-doe").passed_over
        assert "belongs to nobody" in error.message


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("wrong", ['"number": "one"', '"number": 1, "more": 2, "alone": 7', '"numbr": 1'])
def test_what_is_remembered_may_be_wrong(practice: Practice, wrong: str) -> None:
    (index,) = (practice.index / "sessions").iterdir()
    remembered = index.read_text("utf-8")
    index.write_text(remembered.replace('"number": 1', wrong), "utf-8")
    assert index.read_text("utf-8") != remembered

    assert what_is_open(practice) == ["call Tom"]


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("number", ["Infinity", "NaN", "1e999", "-1", "11"])
def test_so_may_a_number(practice: Practice, number: str) -> None:
    (index,) = (practice.index / "sessions").iterdir()
    remembered = index.read_text("utf-8")
    index.write_text(remembered.replace('"kind": "action"', f'"kind": "action", "confidence": {number}'), "utf-8")
    assert index.read_text("utf-8") != remembered

    (one,) = standing(practice, "jane-doe").standing.open
    assert one.thing.confidence is None


def test_what_is_deleted_leaves_no_words_behind(practice: Practice, known: Stored) -> None:
    (index,) = (practice.index / "sessions").iterdir()
    assert "call Tom" in index.read_text("utf-8")
    known.path.unlink()
    heads(practice)

    assert "call Tom" not in index.read_text("utf-8")


def test_without_a_session_nothing_stands_and_nothing_is_written(practice: Practice) -> None:
    assert standing(practice, "nobody").standing.sessions == 0
    assert not practice.root.exists()


@pytest.mark.usefixtures("known")
def test_what_nobody_said_takes_no_room(practice: Practice) -> None:
    (index,) = (practice.index / "sessions").iterdir()
    remembered = json.loads(index.read_text("utf-8").splitlines()[Part.STANDING])["facts"]["outcome"]

    said = [*remembered["open"], *(one["thing"] for one in remembered["open"]), *remembered["held"]]
    assert said
    assert not [name for one in said for name, part in one.items() if part in (None, "", [], {})]
