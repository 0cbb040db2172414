"""Adding to a session after its end: what is added says so, and the rest stays as it was."""

from datetime import datetime
from itertools import takewhile

from coachcli.domain.session.model import Note, Position, Session, Turn


def reopened(session: Session, at: datetime) -> Session:
    """An ended session at the map, to be added to; one that is being added to as it was left."""
    if session.status != "ended":
        return session
    return session.model_copy(update={"status": "paused", "amending": at, "position": Position()})


def marked(note: Note, session: Session, at: datetime) -> Note:
    """The note, with when it was written where that is after the session."""
    return note if session.amending is None else note.model_copy(update={"added": at})


def ended_again(session: Session) -> Session:
    """The session as ended as it was before, without the questions that were only looked at since."""
    since = session.amending
    added = list(takewhile(_is_added_to, reversed(session.turns)))
    kept = [turn for turn in reversed(added) if turn.notes or turn.seconds or since is None or turn.at < since]
    turns = (*session.turns[: len(session.turns) - len(added)], *kept)
    return session.model_copy(update={"status": "ended", "amending": None, "position": None, "turns": turns})


def _is_added_to(turn: Turn) -> bool:
    """Whether all of its notes were written after the session; of one without any it may be so."""
    return all(note.added is not None for note in turn.notes)
