"""Extracts hold all that later sessions ask of earlier ones, and are read once."""

from pathlib import Path
from typing import NoReturn

import pytest
from builders import note, session_of, turn_with
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store.made_up import sessions as any_sessions

from coachcli.domain.history.extract import extract_of
from coachcli.domain.history.open_items import carried
from coachcli.domain.room import ROOMS
from coachcli.domain.session.model import Appointment, Note, Score, Session
from coachcli.domain.value import changed
from coachcli.store.index import census
from coachcli.store.index.extracts import extracts
from coachcli.store.paths import Practice
from coachcli.store.session import sessions
from coachcli.store.session.sessions import Stored

CANARY = "xylophone sorrow"
CHOSEN = (note("call Tom", "action", "client"), note("send it", "promise"), note("later", "parked"))


def held(practice: Practice, when: str = "2026-11-20-1400", *notes: Note, client: str = "jane-doe") -> Stored:
    known = {"id": f"{client}/{when}", "client": client, "next": Appointment(words="friday")}
    return sessions.create(practice, session_of(turn_with(note(CANARY), *(notes or CHOSEN)), **known))


def remembered_in(practice: Practice) -> Path:
    return practice.index / "sessions" / "jane-doe.jsonl"


def refuse(path: object) -> NoReturn:
    raise AssertionError(f"{path} was read")


def test_they_are_those_of_one_client_the_newest_first(practice: Practice) -> None:
    first, second = held(practice, "2026-11-19-1400"), held(practice)
    held(practice, client="tom")

    assert extracts(practice, "jane-doe").found == (
        (second.path, extract_of(second.session)),
        (first.path, extract_of(first.session)),
    )


def test_they_keep_what_was_chosen_promised_and_parked_and_nothing_else(practice: Practice) -> None:
    rated = changed(turn_with(Note(kind="scale", scale=Score(score=7, low=0, high=10))), item="lead")
    stored = held(practice)
    sessions.save(stored, changed(stored.session, turns=(*stored.session.turns, rated)))
    ((_, extract),) = extracts(practice, "jane-doe").found

    assert tuple(note for _, note in extract.notes) == (*CHOSEN, rated.notes[0])
    assert extract.next == Appointment(words="friday")
    assert CANARY not in remembered_in(practice).read_text("utf-8")


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(any_sessions(), max_size=3))
def test_to_what_is_open_they_are_as_good_as_the_whole(some: list[Session]) -> None:
    for room in ROOMS:
        assert carried([extract_of(one) for one in some], {room}) == carried(some, {room})


class TestRemembering:
    def test_what_was_read_before_is_not_read_again(self, practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
        held(practice)
        before = extracts(practice, "jane-doe")
        monkeypatch.setattr(census, "session_in", refuse)

        assert extracts(practice, "jane-doe") == before

    def test_a_session_that_was_changed_is_read_again(self, practice: Practice) -> None:
        stored = held(practice)
        extracts(practice, "jane-doe")
        sessions.save(stored, changed(stored.session, turns=(), status="ended"))
        ((_, extract),) = extracts(practice, "jane-doe").found

        assert (extract.turns, extract.status) == ((), "ended")

    def test_one_that_is_gone_is_gone(self, practice: Practice) -> None:
        path = held(practice).path
        extracts(practice, "jane-doe")
        path.unlink()

        assert extracts(practice, "jane-doe").found == ()

    @pytest.mark.parametrize("remembered", [b"", b"{", b"[]", b'{"format": 9, "files": {}}', b"\xff\x00"])
    def test_what_is_remembered_may_be_damaged(self, practice: Practice, remembered: bytes) -> None:
        held(practice)
        before = extracts(practice, "jane-doe")
        remembered_in(practice).write_bytes(remembered)

        assert extracts(practice, "jane-doe") == before

    @pytest.mark.parametrize("wrong", ['"status": "asleep"', '"status": 7', '"unknown": 1, "status": "live"'])
    def test_or_hold_something_else(self, practice: Practice, wrong: str) -> None:
        held(practice)
        before, index = extracts(practice, "jane-doe"), remembered_in(practice)
        remembered = index.read_text("utf-8")
        index.write_text(remembered.replace('"status": "live"', wrong), "utf-8")
        assert index.read_text("utf-8") != remembered

        assert extracts(practice, "jane-doe") == before


@pytest.mark.parametrize("damage", [b"", b"format: 99\n", b"\xff\xfe\x00", b"turns: [", b"- just\n- a list\n"])
def test_what_cannot_be_read_is_told_and_hides_nothing_else(practice: Practice, damage: bytes) -> None:
    good, bad = held(practice, "2026-11-19-1400"), held(practice)
    bad.path.write_bytes(damage)
    found = extracts(practice, "jane-doe")

    assert [path for path, _ in found.found] == [good.path]
    assert [error.exit_code for error in found.passed_over] == [4]
    assert Path(bad.path).read_bytes() == damage


def test_without_a_session_there_are_none(practice: Practice) -> None:
    assert extracts(practice, "nobody").found == ()
    assert not practice.root.exists()
