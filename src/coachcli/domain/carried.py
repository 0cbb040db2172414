"""What a client carries from one session into the next: actions and goals that nobody has called done or dropped."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from coachcli.domain.session import Note, Session, When
from coachcli.domain.text import folded, one_line
from coachcli.domain.wording import extras
from coachcli.domain.words import FrameworkKind, ShareWith

Commitments = Literal["action", "goal"]
CLOSED = frozenset({"done", "dropped"})


@dataclass(frozen=True, slots=True)
class Carried:
    """An open action or goal: `what` is its words, `session` the id of the session in which it was chosen."""

    kind: Commitments
    what: str
    session: str
    due: When | None = None
    details: tuple[str, ...] = ()
    share_with: ShareWith = "nobody"

    @property
    def in_words(self) -> str:
        """The whole of it on one line."""
        return " · ".join((self.what, *self.details))


def carried(sessions: Iterable[Session], into: FrameworkKind) -> tuple[Carried, ...]:
    """What is open after these sessions when the next one is of the kind `into`.

    Known by its kind and its words, and by nothing of the framework: chosen again it is the same thing, and open again.
    What the coach chose when reflecting alone never comes up before a client, nor the other way round.
    """
    still: dict[tuple[str, str], Carried] = {}
    alike = [session for session in sessions if (session.framework.kind == "reflection") == (into == "reflection")]
    for session in sorted(alike, key=held_at):
        for _, note in session.notes:
            _take(still, session.id, note)
    return tuple(still.values())


def held_at(session: Session) -> tuple[float, str]:
    """By what sessions are put into the order they were held."""
    return session.started.timestamp(), session.id


def _take(still: dict[tuple[str, str], Carried], session: str, note: Note) -> None:
    seen = note.reviewed
    if seen is not None:
        key = seen.kind, folded(seen.what)
        before = still.get(key)
        if before is not None and seen.outcome in CLOSED:
            del still[key]
        elif before is not None and note.due is not None:
            still[key] = _put_off(before, note)
    elif note.kind in {"action", "goal"} and note.text:
        kind: Commitments = "action" if note.kind == "action" else "goal"
        found = Carried(kind, one_line(note.text), session, note.due, tuple(extras(note)), note.share_with)
        still.pop((kind, folded(found.what)), None)
        still[kind, folded(found.what)] = found


def _put_off(before: Carried, note: Note) -> Carried:
    """The same with the new day."""
    later = note.model_copy(update={"details": {}, "confidence": None})
    rest = before.details[1:] if before.due is not None else before.details
    return Carried(before.kind, before.what, before.session, note.due, (*extras(later), *rest), before.share_with)
