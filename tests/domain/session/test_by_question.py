"""The notes of a session as every page of the coach has them."""

from builders import note, session_of, turn_with

from coachcli.domain.session.by_question import passages
from coachcli.domain.session.moves import NoteRef


def test_visits_to_one_question_stand_together_where_it_was_first_come_to() -> None:
    session = session_of(
        turn_with(note("one")),
        turn_with(note("two"), question="topic", asked="What shall we work on?"),
        turn_with(note("three")),
    )
    (opening,) = passages(session)

    assert opening.title == "Opening"
    assert [(asked.title, [kept.text for _, kept in asked.notes]) for asked in opening.questions] == [
        ("What is going on?", ["one", "three"]),
        ("What shall we work on?", ["two"]),
    ]
    assert [ref for ref, _ in opening.questions[0].notes] == [NoteRef(0, 0), NoteRef(2, 0)]


def test_where_nothing_was_noted_nothing_stands() -> None:
    assert passages(session_of(turn_with())) == []
