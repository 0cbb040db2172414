"""What happened with a client, in one order: by the clocks, unless one event is known to have followed another."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from heapq import heapify, heappop, heappush
from itertools import accumulate, pairwise

from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.session.model import Note, Session
from coachcli.domain.terms import Room
from coachcli.domain.text import folded
from coachcli.domain.value import Value

_Key = tuple[float, str, int]
BETWEEN: Room = "client"
"""What the coach writes down between sessions is between the client and the coach."""
_Origin = str | tuple[str, str]


class Event(Value, frozen=True):
    """A session, or an entry written between sessions, which has no session id.

    `rooms` has the room of each note, `person` is the code of the sponsor or stakeholder who was there, `engagement`
    what the session says of the one it belongs to.
    """

    session: str
    at: datetime
    notes: tuple[Note, ...]
    rooms: tuple[Room, ...]
    person: str = ""
    engagement: str | None = None


def held_at(session: Session | SessionExtract) -> tuple[float, str]:
    """The key that sorts sessions into the order in which they were held."""
    return session.started.timestamp(), session.id


def chronology(sessions: Iterable[Session | SessionExtract], entries: Sequence[Entry] = ()) -> list[Event]:
    """Sessions and entries in the order in which they happened.

    Entries stay in the order of their file. What looks back on something comes after it, whatever the clocks of two
    machines say: whoever wrote it knew of it. Everything else goes by the clocks.
    """
    events = dict(_timed(sessions, entries))
    return [events[key] for key in _ordered(events, _known_before(events))]


def _timed(sessions: Iterable[Session | SessionExtract], entries: Sequence[Entry]) -> Iterator[tuple[_Key, Event]]:
    # Each entry was written before the next one in the file. So a clock that was ahead for one of them is corrected.
    latest = [*accumulate((entry.at.timestamp() for entry in reversed(entries)), min)][::-1]
    for number, (entry, at) in enumerate(zip(entries, latest, strict=True)):
        yield (at, "", number), Event("", entry.at, entry.notes, tuple(BETWEEN for _ in entry.notes))
    for number, one in enumerate(sorted(sessions, key=held_at)):
        said, code = [*one.notes], one.person.code if one.person else ""
        notes, rooms = tuple(note for _, note in said), tuple(turn.room for turn, _ in said)
        yield (*held_at(one), number), Event(one.id, one.started, notes, rooms, code, one.engagement)


def _known_before(events: dict[_Key, Event]) -> dict[_Key, set[_Key]]:
    """For each event, those that are known to have happened before it."""
    origins: dict[_Origin, _Key] = {}
    for key, event in events.items():
        for origin in _origins(event):
            origins.setdefault(origin, key)
    links = ((key, (origins.get(origin, key) for origin in _looked_back_on(event))) for key, event in events.items())
    before = {key: {*earlier} - {key} for key, earlier in links}
    for earlier, later in pairwise(key for key, event in events.items() if not event.session):
        before[later].add(earlier)
    return before


def _origins(event: Event) -> Iterator[_Origin]:
    """What other events can look back on in this one: the session, or each thing that an entry put down."""
    if event.session:
        yield event.session
    else:
        yield from ((note.kind, folded(note.text)) for note in event.notes if note.reviewed is None)


def _looked_back_on(event: Event) -> Iterator[_Origin]:
    for review in filter(None, (note.reviewed for note in event.notes)):
        if review.session:
            yield review.session
        elif event.session:  # the file tells which of two entries was first
            yield review.kind, folded(review.what)


def _ordered(keys: Iterable[_Key], before: dict[_Key, set[_Key]]) -> Iterator[_Key]:
    """The keys in order: next comes the earliest that waits for no other, or, where all wait, the earliest."""
    to_come, after = {key: len(befores) for key, befores in before.items()}, dict[_Key, list[_Key]]()
    for key, befores in before.items():
        for earlier in befores:
            after.setdefault(earlier, []).append(key)
    by_clock = iter(sorted(keys))
    ready = [key for key, count in to_come.items() if count == 0]
    heapify(ready)
    while to_come:
        key = heappop(ready) if ready else next(key for key in by_clock if key in to_come)
        del to_come[key]
        yield key
        for later in after.get(key, ()):
            if later in to_come:
                to_come[later] -= 1
                if to_come[later] == 0:
                    heappush(ready, later)
