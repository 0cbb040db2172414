"""A session with a note added, changed or taken away; and an ended one that is opened for notes and ended again."""

from datetime import datetime
from itertools import takewhile

from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.room import may_share
from coachcli.domain.session.model import Note, Position, Session, Turn
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.terms import Room
from coachcli.domain.value import changed


def with_note(session: Session, note: Note) -> Session:
    """The session with a note at its last turn; at the map that is the question the conversation came from."""
    if not session.turns:
        return session
    last = session.turns[-1]
    turn = changed(last, notes=(*last.notes, as_taken_in(last.room, note)))
    return changed(session, turns=(*session.turns[:-1], turn))


def with_pack(session: Session, pack: str) -> Session:
    """The session with a topic pack named at its last turn, as one that was drawn on there."""
    if not session.turns or pack in session.turns[-1].packs:
        return session
    last = session.turns[-1]
    return changed(session, turns=(*session.turns[:-1], changed(last, packs=(*last.packs, pack))))


def as_taken_in(room: Room, note: Note) -> Note:
    """The note as it is taken in a room, where it may be for the coach alone whatever it is marked."""
    return note if may_share(room) or note.share_with == "nobody" else changed(note, share_with="nobody")


def with_detail(session: Session, note: Note) -> Session:
    """The session with the goal or action in hand replaced by `note`, which has one more field."""
    position = session.position
    if position is None or position.note is None:
        return session
    return _rewritten(session, NoteRef(len(session.turns) - 1, position.note), note)


def _rewritten(session: Session, ref: NoteRef, note: Note | None) -> Session:
    """The session with a new note, or none, in the place of another, of which the new one keeps the time `added`."""
    turn = session.turns[ref.turn]
    new = () if note is None else (changed(as_taken_in(turn.room, note), added=turn.notes[ref.note].added),)
    turn = changed(turn, notes=(*turn.notes[: ref.note], *new, *turn.notes[ref.note + 1 :]))
    turns = (*session.turns[: ref.turn], turn, *session.turns[ref.turn + 1 :])
    return changed(session, turns=turns, position=_position(session, ref, note))


def amended(session: Session, ref: NoteRef, note: Note | None) -> Session:
    """The session with a note rewritten, or taken away where `note` is None; unchanged where there is no such note."""
    if ref.turn >= len(session.turns) or ref.note >= len(session.turns[ref.turn].notes):
        return session
    return _rewritten(session, ref, note)


def _position(session: Session, ref: NoteRef, note: Note | None) -> Position | None:
    """Where the session stands once a note is rewritten, or taken away."""
    position = session.position
    if position is None or position.note is None or ref.turn != len(session.turns) - 1:
        return position
    if note is None:
        return _without(position, position.note, ref.note)
    if position.note == ref.note and not NOTE_KINDS[note.kind].has_fields:
        # The fields of a goal or an action are not asked of the kind that it has become.
        return Position(question=position.question)
    return position


def _without(position: Position, in_hand: int, removed: int) -> Position:
    """The position once a note of the turn is gone: the one in hand, or another one."""
    if removed == in_hand:
        return Position(question=position.question)
    return changed(position, note=in_hand - (removed < in_hand))


def reopened(session: Session, at: datetime) -> Session:
    """An ended session opened at the map for more notes; an open session stays as it is."""
    if session.status != "ended":
        return session
    return changed(session, status="paused", amending=at, position=Position())


def marked(note: Note, session: Session, at: datetime) -> Note:
    """The note, with the time at which it was added to an ended session."""
    return note if session.amending is None else changed(note, added=at)


def ended_again(session: Session) -> Session:
    """The session ended again, without turns since it was opened in which nothing was noted."""
    since = session.amending
    added = list(takewhile(_is_added_to, reversed(session.turns)))
    kept = [turn for turn in reversed(added) if turn.notes or turn.seconds or since is None or turn.at < since]
    turns = (*session.turns[: len(session.turns) - len(added)], *kept)
    return changed(session, status="ended", amending=None, position=None, turns=turns)


def _is_added_to(turn: Turn) -> bool:
    """Whether no note of a turn was written during the session."""
    return all(note.added is not None for note in turn.notes)
