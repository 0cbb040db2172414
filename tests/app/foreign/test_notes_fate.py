"""What becomes of notes beside what is there: the same is not taken in again, and no session is written over."""

from datetime import UTC, datetime
from typing import Any
from unittest.mock import Mock

import pytest
from app.conftest import MakeSession
from builders import unbegun

from coachcli.app.context import Context
from coachcli.app.foreign.notes_fate import Shelf, beside_files, is_too_large, sessions_at
from coachcli.domain.client.model import Client
from coachcli.domain.foreign.notes_file import NotesFile
from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.value import changed
from coachcli.store.session import sessions

AT = datetime(2026, 11, 19, 10, tzinfo=UTC)


def turns(*texts: str) -> tuple[Turn, ...]:
    notes = tuple(Note(kind="note", text=text) for text in texts)
    return (Turn(room="client", stage="one", question="one", asked="One", at=AT, notes=notes),)


def session(*texts: str, **changes: Any) -> Session:
    return changed(unbegun(), **{"started": AT, "turns": turns(*texts), **changes})


def file(name: str, one: Session, client: str = "jane-doe") -> NotesFile:
    return NotesFile(name, "new", client, "Jane Doe", one)


def test_the_very_same_notes_are_there_already(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, turns=turns("a", "b"))
    same = Shelf(context).beside(file("x", session("a", "b")))

    assert (same.fate, same.why) == ("there", ("it is jane-doe/2026-11-19-1000",))


def test_other_notes_at_that_minute_are_a_clash_and_on_that_day_are_told(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane, turns=turns("a", "b"))
    clash = Shelf(context).beside(file("x", session("a", "c")))
    later = Shelf(context).beside(file("x", session("a", "c", started=AT.replace(hour=11))))
    another_day = Shelf(context).beside(file("x", session("a", "c", started=AT.replace(day=18))))

    assert (clash.fate, clash.why) == (
        "clash",
        ("there is another session at that minute: jane-doe/2026-11-19-1000; give its time with --on",),
    )
    assert (later.fate, later.told) == ("new", ("There is another session on that day: jane-doe/2026-11-19-1000.",))
    assert (another_day.fate, another_day.told) == ("new", ())
    assert len(sessions_at(context, "jane-doe", "2026-11-19")) == 1


def test_two_files_may_be_the_same_or_of_the_same_minute() -> None:
    first = file("first", session("a"))
    later = session("b", started=AT.replace(hour=11))

    assert beside_files(file("x", session("a")), [first]).why == ("it says the same as first",)
    assert beside_files(file("x", session("a")), [first]).fate == "twice"
    assert beside_files(file("x", session("b")), [first]).fate == "clash"
    assert beside_files(file("x", later), [first]).fate == "new"
    assert beside_files(file("x", session("b"), client="robin"), [first]).fate == "new"


def test_a_session_that_no_file_can_hold_is_seen() -> None:
    assert not is_too_large(session("a"))
    assert is_too_large(session(*["a"] * 30_000))


def test_each_session_is_read_once_however_many_files_there_are(
    context: Context, jane: Client, made: MakeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(jane, turns=turns("a"))
    load = Mock(side_effect=sessions.load)
    monkeypatch.setattr(sessions, "load", load)
    shelf = Shelf(context)
    for number in range(5):
        shelf.beside(file("x", session(str(number))))

    assert load.call_count == 1
