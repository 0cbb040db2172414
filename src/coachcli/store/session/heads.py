"""What a list needs to know of each session: its head, read without building the whole."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from coachcli.domain.tags import tags_in
from coachcli.domain.words import Status
from coachcli.errors import NotFoundError, UnreadableError
from coachcli.store.index import Facts, Index
from coachcli.store.paths import Practice
from coachcli.store.session.lookup import newest_first

_STATUSES: dict[str, Status] = {"live": "live", "paused": "paused", "ended": "ended"}


class Head(NamedTuple):
    """The head of a session. `minutes` is what was spent, None where nothing was measured."""

    path: Path
    id: str
    client: str
    framework: str
    framework_title: str
    status: Status
    started: datetime
    minutes: int | None
    notes: int
    tags: tuple[str, ...]


def heads(practice: Practice, client_id: str | None = None) -> Iterator[Head | UnreadableError]:
    """Every session, or one client's, the newest first; for one that cannot be read, the error."""
    index = Index(practice, "sessions")
    for path in newest_first(practice, client_id):
        try:
            yield index.known(path, _facts, _head)
        except UnreadableError as error:
            yield error
        except NotFoundError:  # gone since the folder was listed
            continue
    index.save()


def remember(practice: Practice, client_id: str) -> None:
    """Have the heads of a client's sessions ready, so that the next list need not build them."""
    for _ in heads(practice, client_id):
        pass


def _facts(path: Path) -> Facts:
    """The head of a session as plain data; raises DamagedSessionError unless the whole of it can be read."""
    from coachcli.store.session import sessions  # noqa: PLC0415 only where the file is not known yet

    session = sessions.load(path).session
    return {
        "id": session.id,
        "framework": session.framework.id,
        "title": session.framework.title,
        "status": session.status,
        "started": session.started.isoformat(),
        "minutes": session.minutes.spent,
        "notes": sum(1 for _ in session.notes),
        "tags": tags_in("\n".join(note.text for _, note in session.notes)),
    }


def _head(path: Path, facts: Facts) -> Head:
    return Head(
        path=path,
        id=facts["id"],
        client=path.parent.parent.name,
        framework=facts["framework"],
        framework_title=facts["title"],
        status=_STATUSES[facts["status"]],
        started=datetime.fromisoformat(facts["started"]),
        minutes=facts["minutes"],
        notes=facts["notes"],
        tags=tuple(facts["tags"]),
    )
