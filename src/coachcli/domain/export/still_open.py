"""What was chosen in earlier sessions and is still open, as far as its reader knows of it."""

from collections.abc import Iterable, Iterator, Sequence

from coachcli.domain.between import Entry
from coachcli.domain.carried import CLOSED, carried
from coachcli.domain.export.audience import as_told, may_see
from coachcli.domain.gist import Gist, gist_of
from coachcli.domain.session.model import Note, Session
from coachcli.domain.tags import without_tags
from coachcli.domain.words import Audience


def still_open(
    session: Session, earlier: Iterable[Gist], entries: Sequence[Entry], audience: Audience
) -> tuple[Note, ...]:
    """The actions from before this session that were open when it was over.

    Only what is marked for the audience is told. That something is done or dropped counts whoever may read of it:
    a page that calls it open would be wrong.
    """
    known = [_known_gist(gist, audience) for gist in (*earlier, gist_of(session))]
    between = [entry.model_copy(update={"notes": tuple(_known(entry.notes, audience))}) for entry in entries]
    found = carried(known, "conversation", between)
    return tuple(
        Note(kind="action", text=one.what, due=one.due)
        for one in found
        if one.kind == "action" and one.session != session.id
    )


def _known_gist(gist: Gist, audience: Audience) -> Gist:
    turns = (turn.model_copy(update={"notes": tuple(_known(turn.notes, audience))}) for turn in gist.turns)
    return gist.model_copy(update={"turns": tuple(turns)})


def _known(notes: Iterable[Note], audience: Audience) -> Iterator[Note]:
    """The notes as the audience may read them, and of those it may not, no more than that something is closed."""
    for note in notes:
        seen = note.reviewed
        if may_see(note, audience):
            yield as_told(note)
        elif seen is not None and seen.outcome in CLOSED:
            yield Note(kind="review", reviewed=seen.model_copy(update={"what": without_tags(seen.what)}))
