"""Who may see what: the one allow-list that every export goes through.

For the client and the sponsor a new value is built from what is allowed, so that whatever is added to a session later
stays inside until somebody names it here.
"""

from dataclasses import dataclass
from datetime import date, datetime

from coachcli.domain.session import Appointment, Note, Session, Turn
from coachcli.domain.words import Audience, ShareWith

_READERS: dict[ShareWith, frozenset[Audience]] = {
    "nobody": frozenset({"me"}),
    "client": frozenset({"me", "client"}),
    "sponsor": frozenset({"me", "client", "sponsor"}),
}


@dataclass(frozen=True, slots=True)
class SharedNote:
    """A note that may be seen. `asked` is there only for answers that say nothing without their question."""

    note: Note
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """All that an audience other than the coach may know of a session. `minutes` is how long the call was.

    `session` is its id, which is shown to nobody: a calendar knows by it what it has already.
    """

    session: str
    client: str
    on: date
    started: datetime
    minutes: int | None
    notes: tuple[SharedNote, ...]
    next: Appointment | None = None


def may_see(note: Note, audience: Audience) -> bool:
    """Whether a note is marked for an audience; an observation never is, whatever it says."""
    return audience in _READERS["nobody" if note.kind == "observation" else note.share_with]


def shared(session: Session, client: str, audience: Audience) -> Shared:
    """What an audience may know of a session with the client of that name."""
    return Shared(
        session=session.id,
        client=client,
        on=session.started.date(),
        started=session.started,
        minutes=session.minutes.spent,
        notes=tuple(_shown(turn, note) for turn, note in session.notes if may_see(note, audience)),
        # With whom a client meets next, and when, is no sponsor's business.
        next=session.next if audience == "client" else None,
    )


def _shown(turn: Turn, note: Note) -> SharedNote:
    """An answer such as 7 needs its question; a question that quotes an earlier answer could give that away."""
    bare = any(value is not None for value in (note.scale, note.number, note.said_yes, note.day)) or note.chosen
    # When it was written is something that nobody chose to share.
    return SharedNote(note.model_copy(update={"added": None}), turn.asked if bare and not turn.quoting else "")
