"""Adding to a session after its end: what is added says when, and all the rest stays as it was."""

from datetime import timedelta

from builders import CLIENT, FRAMEWORK, NOW, note, walked
from domain.strategies import SOMETIMES, Way, ways
from hypothesis import given

from coachcli.domain.record_data import checked, without_nothing
from coachcli.domain.session.edits import reopened
from coachcli.domain.session.model import Position, Session
from coachcli.domain.session.moves import (
    Amended,
    Answered,
    Closed,
    Jumped,
    Move,
    Noted,
    NoteRef,
    Passed,
    Paused,
    Rebooked,
    Resumed,
)
from coachcli.domain.session.walk import Walk, spend
from coachcli.domain.value import changed

LATER = NOW + timedelta(days=1)
ENDED = walked(Answered(note("busy")), Passed(), Closed(), Closed(), Closed())
AGAIN = reopened(ENDED, LATER)


def after(*moves: Move, session: Session = AGAIN) -> Session:
    for move in (Resumed(), *moves):
        session = Walk(FRAMEWORK, CLIENT).apply(session, move, LATER)
    return session


def test_it_opens_at_the_map_and_says_since_when() -> None:
    assert (AGAIN.status, AGAIN.amending, AGAIN.position) == ("paused", LATER, Position())
    assert AGAIN.ended == ENDED.ended


def test_one_that_is_being_added_to_goes_on() -> None:
    paused = after(Jumped("topic"), Noted(note("trust")), Paused())

    assert reopened(paused, LATER + timedelta(days=1)) == paused
    assert (paused.status, paused.amending) == ("paused", LATER)


def test_what_is_added_says_when() -> None:
    added = after(Jumped("topic"), Answered(note("trust", "topic")), Noted(note("calm")), Closed())

    assert [(one.text, one.added) for _, one in added.notes] == [("busy", None), ("trust", LATER), ("calm", LATER)]


def test_the_end_and_the_minutes_stay_as_they_were() -> None:
    added = after(Jumped("story"), Noted(note("calm")), Rebooked(90))
    added = after(Closed(), session=spend(added, 600))

    assert (added.status, added.ended, added.minutes) == ("ended", ENDED.ended, ENDED.minutes)
    assert (added.amending, added.position, added.stages) == (None, None, ENDED.stages)


def test_nothing_that_closes_a_call_is_asked_again() -> None:
    assert after(Jumped("story"), Closed()) == ENDED
    assert after(Jumped("useful"), Passed()).position == Position()


def test_what_was_only_looked_at_leaves_nothing_behind() -> None:
    looked = after(Jumped("topic"), Passed(), Passed(), Jumped("goal"), Noted(note("x")), Passed(), Closed())

    assert len(looked.turns) == len(ENDED.turns) + 1
    assert after(Jumped("topic"), Passed(), Closed()) == ENDED


def test_what_was_asked_in_the_call_without_an_answer_stays() -> None:
    asked = walked(Passed(), Passed(), Closed(), Closed(), Closed())

    assert after(Closed(), session=reopened(asked, LATER)) == asked


def test_what_is_said_at_the_map_stands_with_the_call_and_not_with_what_the_coach_thought_of_it() -> None:
    assert ENDED.turns[-1].phase == "after_call"

    added = after(Noted(note("rest", "action", "client")))

    assert (added.turns[-1].question, added.turns[-1].notes[0].text) == ("topic", "rest")
    assert added.position == Position()


def test_a_correction_keeps_when_a_note_was_written() -> None:
    added = after(Jumped("topic"), Noted(note("trsut")), Amended(NoteRef(len(ENDED.turns), 0), note("trust")))
    corrected = after(Amended(NoteRef(0, 0), note("very busy")))

    assert added.turns[-1].notes[0] == changed(note("trust"), added=LATER)
    assert corrected.turns[0].notes[0].added is None


@SOMETIMES
@given(ways())
def test_whatever_is_added_the_session_before_is_in_it(way: Way) -> None:
    ended = walked(Answered(note("busy")), Passed(), Closed(), Closed(), Closed(), framework=way.framework)
    ended = changed(ended, status="ended", ended=ended.ended or NOW, position=None)
    session = reopened(ended, LATER)
    moves = [move for move, _ in way.happenings if not isinstance(move, Amended)]
    for move in (*moves, Closed()):
        session = way.walk.apply(session, move, LATER)
        assert checked(Session, without_nothing(session)) == session

    taken = [note for _, note in ended.notes]
    assert [note for _, note in session.notes if note.added is None] == taken
    # When the next session is may be agreed afterwards too.
    assert changed(session, turns=(), next=ended.next) == changed(ended, turns=())
