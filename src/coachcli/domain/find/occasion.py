"""Notes that were found, with the session or the entry in which they were taken down."""

from collections.abc import Iterator
from datetime import datetime

from coachcli.domain.export.attendance import attendance
from coachcli.domain.find.query import Query
from coachcli.domain.find.speaker import speaker
from coachcli.domain.history.between import Between, Entry
from coachcli.domain.history.chronology import BETWEEN
from coachcli.domain.session.framework_change import stage_title
from coachcli.domain.session.model import Note, Session
from coachcli.domain.session.wording import asked_about
from coachcli.domain.terms import Room
from coachcli.domain.value import Value


class Finding(Value, frozen=True):
    """A note that was found. `number` counts the notes of its session from 1; between sessions it is 0.

    `said_by` is who said it, in words; it and `stage` are empty where no session was held.
    """

    note: Note
    number: int = 0
    stage: str = ""
    asked: str = ""
    room: Room = BETWEEN
    said_by: str = ""


class Occasion(Value, frozen=True):
    """A session, or an entry between sessions, with what was found there, in the order it was taken down.

    `client` is the id of whom it is about, `name` what they are called. `session` is the id of the session and `there`
    who was in the room, both empty between sessions.
    """

    at: datetime
    client: str
    name: str
    findings: tuple[Finding, ...]
    session: str = ""
    title: str = ""
    there: str = ""
    in_trash: bool = False


def in_session(session: Session, name: str, query: Query) -> tuple[Finding, ...]:
    """The notes of a session that are looked for; `name` is what the client is called."""
    return tuple(
        Finding(
            note,
            number,
            stage_title(session, turn.stage),
            asked_about(turn),
            turn.room,
            speaker(session, turn, note, name),
        )
        for number, (turn, note) in enumerate(session.notes, 1)
        if query.fits(note, turn.room)
    )


def of_session(session: Session, name: str, query: Query) -> Iterator[Occasion]:
    """The session with what was found in it, where anything was."""
    if findings := in_session(session, name, query):
        title, there = session.framework.title, attendance(session)
        yield Occasion(session.started, session.client, name, findings, session.id, title, there)


def between_sessions(between: Between, name: str, query: Query) -> Iterator[Occasion]:
    """The entries of a client with what was found in each."""
    for entry in between.entries:
        if findings := _in_entry(entry, query):
            yield Occasion(entry.at, between.client, name, findings)


def _in_entry(entry: Entry, query: Query) -> tuple[Finding, ...]:
    return tuple(Finding(note, asked=entry.asked) for note in entry.notes if query.fits(note, BETWEEN))
