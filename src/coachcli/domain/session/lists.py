"""The list with which a question begins that brings one again: kept, added to, or with a line of it dropped."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.framework.questions import LineQuestion, Question
from coachcli.domain.session.answers import notes_on
from coachcli.domain.session.edits import amended, marked, with_note
from coachcli.domain.session.model import Note, Session
from coachcli.domain.session.moves import Dropped, KeptList, NoteRef
from coachcli.domain.session.position import note_at, place_of

Lists: TypeAlias = Mapping[str, Sequence[Note]]
"""What questions begin with, by their ids: the lines that the client gave before, as they are kept if they stay."""


def brings_again(question: Question) -> bool:
    """Whether a question begins with an earlier list."""
    return isinstance(question, LineQuestion) and question.again is not None


def waiting(lists: Lists, framework: Framework, session: Session) -> tuple[Note, ...]:
    """The list that the question at hand begins with; empty once anything has answered it."""
    place = place_of(framework, session)
    if place is None or not session.turns or notes_on(session, place.question):
        return ()
    return tuple(lists.get(place.question.id, ()))


def kept(lists: Lists, framework: Framework, session: Session, at: datetime) -> Session:
    """The session with the list that waits at the question written down there."""
    for note in waiting(lists, framework, session):
        session = with_note(session, marked(note, session, at))
    return session


def at_hand(lists: Lists, framework: Framework, session: Session) -> tuple[Note, ...]:
    """The list at the question at hand as it stands, in the order of its numbers; empty where it brings none again."""
    place = place_of(framework, session)
    if place is None or not brings_again(place.question):
        return ()
    there = tuple(note_at(session, ref) for ref in listed(session, place.question))
    return there or waiting(lists, framework, session)


def listed(session: Session, question: Question) -> list[NoteRef]:
    """The lines of the list at a question, in their order, over all visits."""
    kind = answer_kind(question)
    return [
        NoteRef(index, number)
        for index, turn in enumerate(session.turns)
        for number, note in enumerate(turn.notes)
        if turn.question == question.id and note.kind == kind
    ]


def without(session: Session, framework: Framework, move: KeptList | Dropped) -> Session:
    """The session without the line that is dropped from the list at the question at hand, where one is."""
    place = place_of(framework, session)
    if place is None or isinstance(move, KeptList):
        return session
    lines = listed(session, place.question)
    return amended(session, lines[move.number - 1], None) if 0 < move.number <= len(lines) else session
