"""What a client carries from one session into the next: whatever is open until somebody calls it done or dropped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from coachcli.domain.client.between import Entry
from coachcli.domain.client.chronology import chronology
from coachcli.domain.client.extract import SessionExtract
from coachcli.domain.session.model import Note, Session, When
from coachcli.domain.session.wording import extras
from coachcli.domain.terms import Commitments, FrameworkKind, ShareWith
from coachcli.domain.text import folded, one_line

CLOSED = frozenset({"done", "dropped"})
_KINDS: dict[str, Commitments] = {kind: kind for kind in get_args(Commitments)}
_Open = dict[tuple[str, str], "Carried"]


@dataclass(frozen=True, slots=True)
class Carried:
    """Something open: `what` is its words, `session` the id of the session it is from, empty for none."""

    kind: Commitments
    what: str
    session: str
    due: When | None = None
    details: tuple[str, ...] = ()
    share_with: ShareWith = "nobody"
    confidence: float | None = None

    @property
    def in_words(self) -> str:
        """The whole of it on one line."""
        return " · ".join((self.what, *self.details))


def carried(
    sessions: Iterable[Session | SessionExtract], into: FrameworkKind, between: Sequence[Entry] = ()
) -> tuple[Carried, ...]:
    """What is open after these sessions, and what was said between them, when the next is of the kind `into`.

    Known by its kind and its words, and by nothing of the framework: chosen again it is the same thing, and open again.
    What the coach chose when reflecting alone never comes up before a client, nor the other way round.
    """
    still: _Open = {}
    alone = into == "reflection"
    for event in chronology(sessions, between):
        for note in event.notes:
            # What is chosen between sessions is chosen with the client.
            if event.alone == alone if event.session else note.reviewed or not alone:
                _take(still, event.session, note)
    return tuple(still.values())


def _take(still: _Open, session: str, note: Note) -> None:
    seen, kind = note.reviewed, _KINDS.get(note.kind)
    if seen is not None:
        key = seen.kind, folded(seen.what)
        before = still.get(key)
        if before is not None and seen.outcome in CLOSED:
            del still[key]
        elif before is not None and note.due is not None:
            still[key] = _put_off(before, note)
    elif kind is not None and note.text:
        what = one_line(note.text)
        found = Carried(kind, what, session, note.due, tuple(extras(note)), note.share_with, note.confidence)
        still.pop((kind, folded(what)), None)
        still[kind, folded(what)] = found


def _put_off(before: Carried, note: Note) -> Carried:
    """The same with the new day."""
    later = note.model_copy(update={"details": {}, "confidence": None})
    rest = before.details[1:] if before.due is not None else before.details
    return replace(before, due=note.due, details=(*extras(later), *rest))
