"""Who may see what: the one allow-list that every export goes through.

For the client and the sponsor a new value is built from what is allowed, so that whatever is added to a session later
stays inside until somebody names it here. Tags are for the coach's own use and stay with the coach.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import TypeVar

from coachcli.domain.note_kinds import BY_QUESTION, NOTE_KINDS, in_own_voice, is_coachs_alone
from coachcli.domain.room import may_share
from coachcli.domain.session.answers import answer_words
from coachcli.domain.session.framework_change import full_name
from coachcli.domain.session.model import Appointment, FrameworkRef, Note, Session, Turn, When
from coachcli.domain.session.voice import is_clients, whose
from coachcli.domain.session.wording import headline
from coachcli.domain.tags import without_tags
from coachcli.domain.terms import Audience, Mode, Room, Scope, ShareWith
from coachcli.domain.value import Value, changed

_READERS: dict[ShareWith, frozenset[Audience]] = {
    "nobody": frozenset({"me"}),
    "client": frozenset({"me", "client"}),
    "sponsor": frozenset({"me", "client", "sponsor"}),
}
_ROOMS: dict[Audience, frozenset[Room]] = {
    "client": frozenset({"client", "three"}),
    "sponsor": frozenset({"three", "sponsor"}),
}
_Day = TypeVar("_Day", When, Appointment)


NEVER_FOR_SPONSORS = frozenset({"off-track"})
"""Frameworks of a talk about whether the work goes on: that it was held is for no sponsor."""


_MENTORING = "mentoring"
"""The framework of an hour in which the coach is a mentor, whatever was agreed on."""


_THEMES_BEFORE = frozenset({"feedback-debrief.themes", "feedback-debrief.apart"})
"""The questions at which a coach noted such lines as plain notes; nobody counted then how many people they rest on."""


class SharedNote(Value, frozen=True):
    """A note that may be seen, without tags. `asked` is its question, where the answer says nothing without it.

    Such answers are all values, and all words whose kind has no heading of its own.
    """

    note: Note
    asked: str = ""


class AgreedDay(Value, frozen=True):
    """A day agreed in a room on which to meet there again, and the question it was asked for by; none of its words."""

    room: Room
    question: str
    on: date


class Shared(Value, frozen=True):
    """All that an audience other than the coach may know of a session. `minutes` is how long the call was.

    `session` is its id, which is shown to nobody: by it a calendar knows what it has already. `still_open` are the
    open actions from sessions before. `agreed` are the days agreed in the rooms in which the audience was. `mode` is
    what the hour was, for the words that a page has for it.
    """

    session: str
    client: str
    on: date
    started: datetime
    minutes: int | None
    notes: tuple[SharedNote, ...]
    next: Appointment | None = None
    still_open: tuple[Note, ...] = ()
    agreed: tuple[AgreedDay, ...] = ()
    mode: Mode = "coaching"


def may_leave(session: Session, audience: Audience = "client") -> bool:
    """Whether a page of a session can be for an audience. Of what was held without the client none is for others."""
    if audience != "sponsor":
        return audience == "me" or may_share(session.framework.room)
    return all(map(may_hear_of, (session.framework, *session.switched_from)))


def may_hear_of(framework: FrameworkRef) -> bool:
    """Whether a sponsor may know that a session was held along a framework."""
    return may_share(framework.room) and framework.id not in NEVER_FOR_SPONSORS


def may_see(note: Note, audience: Audience, room: Room) -> bool:
    """Whether a note from a room is marked for an audience.

    An observation never is, nor is anything from a room without the client, whatever it says.
    """
    is_marked = may_share(room) and not is_coachs_alone(note.kind)
    return audience in _READERS[note.share_with if is_marked else "nobody"]


def shared(session: Session, client: str, audience: Audience) -> Shared:
    """What an audience may know of a session with the client of that name."""
    marked = ((turn, note) for turn, note in session.notes if may_see(note, audience, turn.room))
    visible = [(turn, note) for turn, note in marked if not _was_theme(session, turn, note)]
    known = frozenset(words for _, note in visible for words in (answer_words(note), *note.chosen))
    notes = (_shared_note(turn, note, known) for turn, note in visible)
    return Shared(
        session=session.id,
        client=client,
        on=session.started.date(),
        started=session.started,
        minutes=session.minutes.spent,
        notes=tuple(one for one in notes if one is not None),
        # Whom a client meets next, and when, is no business of the sponsor's.
        next=untagged_day(session.next) if audience == "client" else None,
        agreed=agreed_days(session, audience),
        mode=mode_of(session),
    )


def _was_theme(session: Session, turn: Turn, note: Note) -> bool:
    """Whether a note is a line about what several people said, from before there was a kind of note for these."""
    return note.kind == "note" and full_name(turn.question, session.framework.id) in _THEMES_BEFORE


def mode_of(session: Session) -> Mode:
    """What an hour was, by its framework."""
    return "mentoring" if session.framework.id == _MENTORING else "coaching"


def scope_of(note: Note) -> Scope:
    """Under which scope a sponsor hears of a note: a goal and what came of it is one, all else is the other."""
    return "goals" if "goal" in {note.kind, note.reviewed and note.reviewed.kind} else "themes"


def heard(told: Shared, scopes: Collection[Scope]) -> Shared:
    """What a sponsor may hear of what is marked for them, where no more was agreed than these scopes."""
    return changed(told, notes=tuple(one for one in told.notes if scope_of(one.note) in scopes))


def agreed_days(session: Session, audience: Audience) -> tuple[AgreedDay, ...]:
    """The days on which to meet again that were agreed where the audience was; of each question the last."""
    found = (
        AgreedDay(turn.room, turn.question, note.day.on)
        for turn, note in session.notes
        if note.kind == "next" and note.day and note.day.on and _was_there(turn, audience)
    )
    return tuple({(one.room, one.question): one for one in found}.values())


def _was_there(turn: Turn, audience: Audience) -> bool:
    """Whether an audience was in the room; after the call nobody but the coach is."""
    return audience == "me" or (turn.phase != "after_call" and turn.room in _ROOMS[audience])


def untagged_day(day: _Day | None) -> _Day | None:
    """A day without its tags; None where no day was understood and only tags were said."""
    words = without_tags(day.words) if day else ""
    return changed(day, words=words) if day and (words or day.on) else None


def _shared_note(turn: Turn, note: Note, known: frozenset[str]) -> SharedNote | None:
    """A note as it is shown, with its question where it says nothing without it; None where only tags were in it."""
    plain = _in_whose_voice(turn, _for_others(note))
    if _was_only_tags(note, plain):
        return None
    bare = any(value is not None for value in (plain.scale, plain.number, plain.said_yes, plain.day)) or plain.chosen
    needs_question = bare or NOTE_KINDS[plain.kind].heading is BY_QUESTION
    return SharedNote(plain, _question(turn, known) if needs_question else "")


def _in_whose_voice(turn: Turn, note: Note) -> Note:
    """The note as its reader hears it: what is not the client's own stands under its question, a promise with them."""
    owner = whose(note, turn.room)
    if note.kind == "action" and owner == "coach":
        details = {name: said for name, said in note.details.items() if name != "who"}
        return changed(note, kind="promise", details=details)
    is_others = owner != "client" if note.kind == "action" else in_own_voice(note.kind) and not is_clients(turn, note)
    return changed(note, kind="note") if is_others else note


def _question(turn: Turn, known: frozenset[str]) -> str:
    """The question and its item in words; empty where these could give away words that the reader does not know."""
    item = turn.item if turn.item in known else None
    if turn.phase == "after_call" or (turn.quoting and not (item and turn.quoting == ("item",))):
        return ""
    return without_tags(f"{turn.asked} ({item})" if item and item not in turn.asked else turn.asked)


def _was_only_tags(note: Note, plain: Note) -> bool:
    """Whether no words are left of a note, or of the thing that it looks back on."""
    nameless = plain.reviewed is not None and not plain.reviewed.what
    return nameless or (bool(headline(note)) and not headline(plain))


def _for_others(note: Note) -> Note:
    """A note as the client and the sponsor may read it."""
    details = {field: without_tags(words) for field, words in note.details.items()}
    chosen = map(without_tags, note.chosen)
    review = note.reviewed
    parts: dict[str, object] = {
        # Whoever knows of a thing may know that it was done; what else is said of that is the coach's own.
        "text": "" if note.reviewed else without_tags(note.text),
        "chosen": tuple(choice for choice in chosen if choice),
        "day": untagged_day(note.day),
        "reviewed": review and changed(review, what=without_tags(review.what)),
        "due": untagged_day(note.due),
        "details": {field: words for field, words in details.items() if words},
        # Nobody chose to share when it was written.
        "added": None,
    }
    return changed(note, **parts)
