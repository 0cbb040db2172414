"""Who said it: the client by name, the coach, the sponsor, or somebody by their code."""

import pytest
from builders import NOW, note, session_of, turn_with

from coachcli.domain.find.speaker import speaker
from coachcli.domain.session.model import Person
from coachcli.domain.terms import Kind, Room
from coachcli.domain.value import changed

P3 = Person(code="P3", group="boss")


@pytest.mark.parametrize(
    ("room", "kind", "person", "who"),
    [
        ("client", "note", None, "Jane"),
        ("client", "promise", None, "you"),
        ("client", "observation", None, "you"),
        ("three", "note", None, "Jane or the sponsor"),
        ("sponsor", "note", None, "the sponsor"),
        ("sponsor", "quote", Person(code="S1"), "the sponsor, S1"),
        ("stakeholder", "quote", P3, "P3, a boss"),
        ("stakeholder", "note", None, "somebody you asked"),
        ("alone", "insight", None, "you"),
    ],
)
def test_each_room_has_its_speaker(room: Room, kind: Kind, person: Person | None, who: str) -> None:
    turn = changed(turn_with(note("x", kind)), room=room)
    session = session_of(turn, person=person)

    assert speaker(session, turn, turn.notes[0], "Jane") == who


def test_where_three_talk_a_question_to_the_client_is_answered_by_them() -> None:
    turn = changed(turn_with(note("x")), room="three", to_client=True)

    assert speaker(session_of(turn), turn, turn.notes[0], "Jane") == "Jane, with the sponsor there"


def test_what_is_noted_after_the_call_is_the_coachs() -> None:
    turn = turn_with(note("x"), phase="after_call")

    assert speaker(session_of(turn), turn, turn.notes[0], "Jane") == "you"


def test_what_is_added_to_an_interview_that_was_over_is_the_coachs() -> None:
    turn = changed(turn_with(changed(note("x"), added=NOW)), room="stakeholder")

    assert speaker(session_of(turn, person=P3), turn, turn.notes[0], "Jane") == "you"
