"""What is given to a client on request: their words and the coach's. What others said stays, and that they did.

Whatever is here must come out the same, to the letter, whether somebody else was asked or not.
"""

from collections.abc import Callable, Collection, Iterable

from coachcli.domain.engagement.model import Engagement
from coachcli.domain.history.between import Between, Entry
from coachcli.domain.room import has_person
from coachcli.domain.session.model import Booked, Note, Session, Turn
from coachcli.domain.session.voice import whose
from coachcli.domain.value import changed

_OTHERS = frozenset({"sponsor", "stakeholder", "other"})
# A line of the coach's about what several people said; what a sponsor lets the coach pass on.
_OF_OTHERS = frozenset({"theme", "message"})


def theirs(session: Session, withheld: Collection[str] = ()) -> Session | None:
    """A session without what others said; None where it was held with them. `withheld` are the ids of such sessions."""
    if is_others(session):
        return None
    turns = _turns(session.turns, withheld)
    if turns == session.turns and session.framework.room != "alone":
        return session
    shown = changed(session, turns=turns, position=None)
    # In the coach's own work anything may be somebody else's: a length told where all is there tells where it is not.
    if session.framework.room != "alone" and _in_call(turns) == _in_call(session.turns):
        return shown
    # How long it took, and where it stands, would tell that something is missing.
    return changed(shown, minutes=Booked(planned=session.minutes.planned), person=None)


def _in_call(turns: Iterable[Turn]) -> list[Turn]:
    return [turn for turn in turns if turn.phase != "after_call"]


def is_others(session: Session) -> bool:
    """Whether a session was held with somebody else, about the client."""
    return has_person(session.framework.room)


def others_ids(sessions: Iterable[Session]) -> frozenset[str]:
    """The ids of the sessions that were held with others."""
    return frozenset(session.id for session in sessions if is_others(session))


def between_theirs(between: Between, known: Collection[str]) -> Between:
    """What was between sessions, without what rests on others; `known` are the ids of the client's sessions.

    It is made anew of what is theirs, so that whatever is added to such a file later stays inside.
    """
    entries = (_entry(entry, known) for entry in between.entries)
    return Between(client=between.client, entries=tuple(entry for entry in entries if entry is not None))


def engagement_theirs(engagement: Engagement, is_with_others: Callable[[str], bool]) -> Engagement:
    """What was agreed, without the days on which others were asked in another way."""
    road = (
        changed(stop, done=None) if stop.done is not None and is_with_others(stop.do) else stop
        for stop in engagement.road
    )
    return changed(engagement, road=tuple(road))


def _entry(entry: Entry, known: Collection[str]) -> Entry | None:
    """An entry without lines about what others said, and without what came of their things; None where that is all."""
    notes = tuple(note for note in entry.notes if _rests_on_no_one_else(note, known))
    return Entry(at=entry.at, question=entry.question, asked=entry.asked, notes=notes) if notes else None


def _rests_on_no_one_else(note: Note, known: Collection[str]) -> bool:
    return note.kind not in _OF_OTHERS and (note.reviewed is None or note.reviewed.session in {"", *known})


def _turns(turns: tuple[Turn, ...], withheld: Collection[str]) -> tuple[Turn, ...]:
    kept = [(turn, _notes(turn, withheld)) for turn in turns if not has_person(turn.room)]
    silent = {turn.question for turn, notes in kept if notes != turn.notes}
    silent |= {turn.question for turn in turns if has_person(turn.room)}
    # A turn of which all was somebody else's, or whose question repeats what was, says something of it. Where anything
    # may be somebody else's, so does one that stands there with nothing in it: then what is missing was theirs.
    return tuple(
        changed(turn, notes=notes)
        for turn, notes in kept
        if (notes or (turn.room != "alone" and not turn.notes)) and silent.isdisjoint(turn.quoting)
    )


def _notes(turn: Turn, withheld: Collection[str]) -> tuple[Note, ...]:
    return tuple(note for note in turn.notes if _is_theirs(turn, note, withheld))


def _is_theirs(turn: Turn, note: Note, withheld: Collection[str]) -> bool:
    """Whether a note is the client's or the coach's own. Of a quote in the coach's work nobody knows whose it is."""
    if note.reviewed is not None and note.reviewed.session in withheld:
        return False
    if turn.room != "alone":
        return True
    return note.kind not in {"quote", *_OF_OTHERS} and whose(note, turn.room) not in _OTHERS
