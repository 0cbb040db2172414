"""What a list needs to know of each session: its head, read without building the whole."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachcli.domain.tags import tags_in
from coachcli.domain.terms import FrameworkKind, Status
from coachcli.errors import CoachError
from coachcli.store.index import Facts
from coachcli.store.paths import Practice
from coachcli.store.session.census import census
from coachcli.store.session.place import client_of, session_name

if TYPE_CHECKING:
    from coachcli.domain.session.model import Session

_STATUSES: dict[str, Status] = {"live": "live", "paused": "paused", "ended": "ended"}
_KINDS: dict[str, FrameworkKind] = {
    "conversation": "conversation",
    "meeting": "meeting",
    "reflection": "reflection",
}


class Head(NamedTuple):
    """The head of a session. `minutes` is what was spent, None where nothing was measured.

    `held` is when the coach was at it: when it began, or when it was written up afterwards.
    """

    path: Path
    id: str
    client: str
    framework: str
    framework_title: str
    kind: FrameworkKind
    status: Status
    started: datetime
    held: datetime
    minutes: int | None
    notes: int
    tags: tuple[str, ...]


class Heads(NamedTuple):
    """The heads of sessions, the newest first, and what was passed over."""

    found: tuple[Head, ...]
    passed_over: tuple[CoachError, ...]


def heads(practice: Practice, client_id: str | None = None) -> Heads:
    """Every session, or one client's, in the order of the instants at which they began."""
    there = census(practice, client_id, "sessions", _facts, _head)
    # Two of the same instant stay in the order of their names.
    in_order = sorted((head for _, head in there.found), key=lambda head: head.started.timestamp(), reverse=True)
    return Heads(tuple(in_order), there.passed_over)


def remember(practice: Practice, client_id: str) -> None:
    """Have the heads of a client's sessions ready, so that the next list need not build them."""
    heads(practice, client_id)


def _facts(session: "Session") -> Facts:
    return {
        "framework": session.framework.id,
        "title": session.framework.title,
        "kind": session.framework.kind,
        "status": session.status,
        "started": session.started.isoformat(),
        "held": (session.written_up or session.started).isoformat(),
        "minutes": session.minutes.spent,
        "notes": sum(1 for _ in session.notes),
        "tags": tags_in("\n".join(note.text for _, note in session.notes)),
    }


def _head(path: Path, facts: Facts) -> Head:
    head = Head(
        path=path,
        id=session_name(path),
        client=client_of(path),
        framework=facts["framework"],
        framework_title=facts["title"],
        kind=_KINDS[facts["kind"]],
        status=_STATUSES[facts["status"]],
        started=datetime.fromisoformat(facts["started"]),
        held=datetime.fromisoformat(facts["held"]),
        minutes=facts["minutes"],
        notes=facts["notes"],
        tags=tuple(facts["tags"]),
    )
    words = (head.framework, head.framework_title, *head.tags)
    numbers = (head.notes, 0 if head.minutes is None else head.minutes)
    if not all(isinstance(word, str) for word in words) or not all(isinstance(number, int) for number in numbers):
        raise TypeError("this is no head")
    return head
