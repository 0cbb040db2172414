"""The actions from earlier sessions that are still open, as far as the reader of a page knows of them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from coachcli.domain.export.audience import may_see, untagged_day
from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import SessionExtract, extract_of
from coachcli.domain.history.open_items import carried
from coachcli.domain.room import may_share
from coachcli.domain.session.carried import CLOSED
from coachcli.domain.session.model import Note, Session
from coachcli.domain.tags import without_tags
from coachcli.domain.terms import Audience, Room
from coachcli.domain.value import changed

_Either = TypeVar("_Either", Session, SessionExtract)


def still_open(
    session: Session, earlier: Iterable[SessionExtract], entries: Sequence[Entry], audience: Audience
) -> tuple[Note, ...]:
    """The actions from before this session that were open when it was over.

    Only what is marked for the audience is in it. But an action that is done or dropped is left out even where the
    audience may not know that it is: a page that calls it open would be wrong.
    """
    known = [as_known(extract, audience) for extract in (*earlier, extract_of(session))]
    items = carried(known, {"client"}, entries_as_known(entries, audience))
    # A thing is known by all of its words, tags included. So the tags are taken out last.
    notes = (
        Note(kind="action", text=without_tags(one.what), due=untagged_day(one.due))
        for one in items
        if one.kind == "action" and one.whose == "client" and one.session != session.id
    )
    return tuple({note.text: note for note in notes if note.text}.values())


def as_known(session: _Either, audience: Audience) -> _Either:
    """A session with only those notes that the audience knows of."""
    turns = (changed(turn, notes=tuple(_known(turn.notes, audience, turn.room))) for turn in session.turns)
    return changed(session, turns=tuple(turns))


def entries_as_known(entries: Iterable[Entry], audience: Audience) -> list[Entry]:
    """The entries between sessions with only those notes that the audience knows of."""
    return [changed(entry, notes=tuple(_known(entry.notes, audience, "client"))) for entry in entries]


def _known(notes: Iterable[Note], audience: Audience, room: Room) -> Iterator[Note]:
    """The notes that are marked for the audience; of a look back that is not, only that something is closed."""
    for note in notes:
        if may_see(note, audience, room):
            yield note
        elif note.reviewed is not None and note.reviewed.outcome in CLOSED and may_share(room):
            yield Note(kind="review", reviewed=note.reviewed)
