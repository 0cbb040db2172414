"""What was chosen in earlier sessions and is still open, as far as its reader knows of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from coachcli.domain.client.between import Entry
from coachcli.domain.client.extract import SessionExtract, extract_of
from coachcli.domain.client.open_items import carried
from coachcli.domain.export.audience import may_see, untagged_day
from coachcli.domain.session.carried import CLOSED
from coachcli.domain.session.model import Note, Session
from coachcli.domain.tags import without_tags
from coachcli.domain.terms import Audience
from coachcli.domain.value import changed

_Either = TypeVar("_Either", Session, SessionExtract)


def still_open(
    session: Session, earlier: Iterable[SessionExtract], entries: Sequence[Entry], audience: Audience
) -> tuple[Note, ...]:
    """The actions from before this session that were open when it was over.

    Only what is marked for the audience is told. That something is done or dropped counts whoever may read of it:
    a page that calls it open would be wrong.
    """
    held = [as_known(extract, audience) for extract in (*earlier, extract_of(session))]
    found = carried(held, "conversation", entries_as_known(entries, audience))
    # What is open is known by all of its words: the tags go last.
    told = (
        Note(kind="action", text=without_tags(one.what), due=untagged_day(one.due))
        for one in found
        if one.kind == "action" and one.session != session.id
    )
    return tuple({note.text: note for note in told if note.text}.values())


def as_known(held: _Either, audience: Audience) -> _Either:
    """A session with no more in it than the audience knows of."""
    turns = (changed(turn, notes=tuple(_known(turn.notes, audience))) for turn in held.turns)
    return changed(held, turns=tuple(turns))


def entries_as_known(entries: Iterable[Entry], audience: Audience) -> list[Entry]:
    """The same of what was written between sessions."""
    return [changed(entry, notes=tuple(_known(entry.notes, audience))) for entry in entries]


def _known(notes: Iterable[Note], audience: Audience) -> Iterator[Note]:
    """What is marked for the audience; of a look back that is not, that something is closed, and nothing else."""
    for note in notes:
        if may_see(note, audience):
            yield note
        elif note.reviewed is not None and note.reviewed.outcome in CLOSED:
            yield Note(kind="review", reviewed=note.reviewed)
