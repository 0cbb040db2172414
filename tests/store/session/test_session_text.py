"""What did not change is not written anew, and nobody could tell from the file."""

import pytest
from builders import walked
from domain.strategies import Way, ways
from hypothesis import HealthCheck, given, settings
from store.made_up import sessions as any_sessions

from coachcli.domain.session.edits import with_note
from coachcli.domain.session.model import Note, Session
from coachcli.domain.session.moves import Noted
from coachcli.domain.value import changed
from coachcli.store.session.session_text import SessionText
from coachcli.store.session.sessions import text_of
from coachcli.store.yaml_io import writer


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_sessions(), any_sessions())
def test_it_is_to_the_letter_what_is_written_at_once(one: Session, other: Session) -> None:
    text = SessionText()

    for session in (one, changed(one, turns=(*one.turns, *other.turns), position=None), other, one):
        assert text.of(session) == text_of(session)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ways())
def test_so_it_is_whatever_happens_in_a_call(way: Way) -> None:
    text = SessionText()

    for session in way.sessions():
        assert text.of(session) == text_of(session)


def test_one_note_more_is_all_that_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    fifty = walked(*(Noted(Note(kind="note", text=f"number {number}")) for number in range(50)))
    one_more = with_note(fifty, Note(kind="note", text="the last"))
    text, written, write = SessionText(), [], writer.write
    text.of(fifty)

    def watched(value: writer.Value) -> str:
        written.append(value)
        return write(value)

    monkeypatch.setattr(writer, "write", watched)
    text.of(one_more)
    assert len(written) == 3, "the head, the turn without its notes, and the note"
