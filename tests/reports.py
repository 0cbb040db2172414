"""Sessions of an engagement with notes in them, for tests of reports."""

from datetime import UTC, date, datetime

from builders import note, unbegun

from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Note, Reviewed, Session, Turn
from coachcli.domain.terms import Outcome, Room, ShareWith
from coachcli.domain.value import changed

JANE = Client("jane-doe", "Jane Doe")


def held(day: date, *notes: Note, framework: str = "grow", room: Room = "client", **more: object) -> Session:
    """A session of the engagement `lead`, at two in the afternoon unless `started` says otherwise."""
    at = datetime(day.year, day.month, day.day, 14, tzinfo=UTC)
    blank = unbegun()
    said: dict[str, object] = {
        "id": f"jane-doe/{day}-1400",
        "engagement": "lead",
        "framework": changed(blank.framework, id=framework, title=framework, room=room),
        "status": "ended",
        "started": at,
        "turns": (visit(*notes, room=room, at=at),) if notes else (),
    }
    return changed(blank, **(said | more))


def visit(*notes: Note, room: Room = "client", at: datetime | None = None, **more: object) -> Turn:
    """A visit to a question, with notes."""
    moment = at or datetime(2026, 9, 1, 14, tzinfo=UTC)
    turn = Turn(room=room, stage="opening", question="story", asked="What is going on?", at=moment, notes=notes)
    return changed(turn, **more)


def goal(words: str, share: ShareWith = "sponsor", **more: object) -> Note:
    """A goal that is marked."""
    return changed(note(words, "goal", share), **more)


def came_of(words: str, outcome: Outcome = "done", share: ShareWith = "sponsor", session: str = "") -> Note:
    """What came of a goal."""
    return Note(
        kind="review", share_with=share, reviewed=Reviewed(kind="goal", what=words, session=session, outcome=outcome)
    )
