"""Where a session stands on its framework: what is being asked, what comes next, what led here. Pure and total."""

from coachcli.domain.framework import Framework, Place
from coachcli.domain.moves import NoteRef
from coachcli.domain.session import Note, Position, Session
from coachcli.domain.words import Field


def place_of(framework: Framework, session: Session) -> Place | None:
    """Where the conversation stands; None at the stage map and once it has ended."""
    position = session.position
    return framework.by_id.get(position.question) if position and position.question else None


def open_field(session: Session) -> Field | None:
    """The part of a goal or an action that is being asked, if one is."""
    return session.position.field if session.position else None


def note_in_hand(session: Session) -> Note | None:
    """The goal or action whose fields are being asked."""
    position = session.position
    if position is None or position.note is None or not session.turns:
        return None
    return session.turns[-1].notes[position.note]


def next_question(framework: Framework, session: Session) -> Place | None:
    """What is asked after the question at hand; None where the map comes next."""
    here = place_of(framework, session)
    if here is None:
        return first_unvisited(framework, session)
    calls = [place for place in framework.places if place.question.phase == "call"]
    if here not in calls:
        return None
    after = calls[calls.index(here) + 1 :]
    if not after or (framework.order == "free" and after[0].stage is not here.stage):
        return None
    return after[0]


def first_question(framework: Framework, stage_id: str) -> Place | None:
    """The question a stage opens with."""
    return next((p for p in framework.places if p.stage.id == stage_id and p.question.phase == "call"), None)


def last_note(session: Session, question_id: str | None) -> NoteRef | None:
    """The newest note at a question, or with None of the whole session."""
    for index in range(len(session.turns) - 1, -1, -1):
        turn = session.turns[index]
        if turn.notes and question_id in {None, turn.question}:
            return NoteRef(index, len(turn.notes) - 1)
    return None


def note_at(session: Session, ref: NoteRef) -> Note:
    """The note that a reference names."""
    return session.turns[ref.turn].notes[ref.note]


def trail(session: Session) -> list[str]:
    """The questions that lead back from here, the one at hand last."""
    way: list[str] = []
    for turn in session.turns:
        if turn.back:
            way = way[:-1]
        if not way or way[-1] != turn.question:
            way.append(turn.question)
    return way


def never_asked(framework: Framework, session: Session) -> list[Place]:
    """The questions of the call that nobody came by."""
    seen = {turn.question for turn in session.turns}
    return [p for p in framework.places if p.question.phase == "call" and p.question.id not in seen]


def first_unvisited(framework: Framework, session: Session) -> Place | None:
    """The next question nobody came by yet: after the last one asked, else from the top."""
    unasked = never_asked(framework, session)
    if not session.turns:
        return unasked[0] if unasked else None
    order = [place.question.id for place in framework.places]
    last = session.turns[-1].question
    here = order.index(last) if last in order else -1
    return next((p for p in unasked if order.index(p.question.id) > here), unasked[0] if unasked else None)


def settled(framework: Framework, session: Session) -> Session:
    """The session at a place the framework has: at the map, where the one it was left at is not there."""
    position = session.position
    if session.status == "ended" or (position is not None and position.question in {None, *framework.by_id}):
        return session
    return session.model_copy(update={"position": Position()})
