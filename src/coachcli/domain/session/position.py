"""Where a session stands on its framework: what is being asked, and what led here. Pure and total."""

from coachcli.domain.framework.model import Framework, Place
from coachcli.domain.framework.questions import ActionQuestion, fields_of
from coachcli.domain.session.model import Note, Position, Session, Turn
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.tags import EXPERIMENT, has_tag
from coachcli.domain.terms import Field, Room
from coachcli.domain.value import changed

# The id of a question, and the thing it is asked about, where it is asked about one thing after another.
Key = tuple[str, str | None]


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


def fields_at(place: Place, note: Note) -> tuple[Field, ...]:
    """The parts that are asked of a goal or an action there, in order; of an experiment also what it tests."""
    is_experiment = isinstance(place.question, ActionQuestion) and has_tag(note.text, EXPERIMENT)
    return (*fields_of(place.question), *(("tests",) if is_experiment else ()))


def key_of(turn: Turn) -> Key:
    """The key of the stop that a turn visited."""
    return turn.question, turn.item


def stop_in(session: Session) -> Key | None:
    """The stop at hand, even where the framework has lost its question; None at the map."""
    at_question = session.position is not None and session.position.question is not None
    return key_of(session.turns[-1]) if at_question and session.turns else None


def item_of(session: Session) -> str | None:
    """The thing that the question at hand is asked about, where it is asked about one thing after another."""
    stop = stop_in(session)
    return stop[1] if stop is not None else None


def notes_at(session: Session, at: Key | None) -> list[NoteRef]:
    """All notes at a stop, oldest first; those of the whole session where `at` is None."""
    return [
        NoteRef(index, number)
        for index, turn in enumerate(session.turns)
        if at in {None, key_of(turn)}
        for number in range(len(turn.notes))
    ]


def last_note(session: Session, at: Key | None) -> NoteRef | None:
    """The newest note at a stop; that of the whole session where `at` is None."""
    return next(reversed(notes_at(session, at)), None)


def note_at(session: Session, ref: NoteRef) -> Note:
    """The note that a reference names."""
    return session.turns[ref.turn].notes[ref.note]


def trail(session: Session) -> list[Key]:
    """The stops that lead back from here; the last of them is the one at hand."""
    way: list[Key] = []
    for turn in session.turns:
        if turn.back:
            way = way[:-1]
        if not way or way[-1] != key_of(turn):
            way.append(key_of(turn))
    return way


def settled(framework: Framework, session: Session) -> Session:
    """The session at its place, or at the map where the framework has lost that place."""
    position = session.position
    if session.status == "ended" or (position is not None and position.question in {None, *framework.by_id}):
        return session
    return changed(session, position=Position())


def room_in(framework: Framework, session: Session) -> Room:
    """Who is in the room as things stand; at the map, whoever is there as a rule."""
    place = place_of(framework, session)
    return framework.room_of(place.stage) if place is not None else framework.room
