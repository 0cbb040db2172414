"""What a coach said last between sessions, and whether it can still be taken back."""

from collections.abc import Sequence

from coachcli.domain.history.between import Entry
from coachcli.domain.history.chronology import chronology
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.session.model import Note
from coachcli.domain.text import folded

Key = tuple[str, str]


def last_said(entries: Sequence[Entry]) -> Entry | None:
    """The newest entry that answers no question of a form, and is no theme."""
    said = (entry for entry in reversed(entries) if entry.question is None)
    return next((entry for entry in said if all(note.kind != "theme" for note in entry.notes)), None)


def is_changed_since(entry: Entry, extracts: Sequence[SessionExtract], entries: Sequence[Entry]) -> bool:
    """Whether what an entry is about was chosen again, or looked back on, after it was written."""
    events = chronology(extracts, entries)
    here = max(at for at, event in enumerate(events) if not event.session and event.notes == entry.notes)
    about = {key_of(note) for note in entry.notes}
    return any(key_of(note) in about for event in events[here + 1 :] for note in event.notes)


def key_of(note: Note) -> Key:
    """What a note is about: the thing that was chosen, whether it is chosen here or looked back on."""
    review = note.reviewed
    return (review.kind, folded(review.what)) if review else (note.kind, folded(note.text))
