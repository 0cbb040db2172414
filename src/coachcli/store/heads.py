"""What a list needs to know of each session: its head, read without building the whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from coachcli.domain.words import Status
from coachcli.errors import NotFoundError, UnreadableError
from coachcli.store import records
from coachcli.store.paths import Practice
from coachcli.store.session_files import newest_first

_STATUSES: dict[str, Status] = {"live": "live", "paused": "paused", "ended": "ended"}


@dataclass(frozen=True, slots=True)
class Head:
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


def heads(practice: Practice, client_id: str | None = None) -> Iterator[Head | UnreadableError]:
    """Every session, or one client's, the newest first; for one that cannot be read, the error."""
    for path in newest_first(practice, client_id):
        try:
            yield head(path)
        except UnreadableError as error:
            yield error
        except NotFoundError:  # gone since the folder was listed
            continue


def head(path: Path) -> Head:
    """The head of one session file."""
    record = records.read(path)
    try:
        return _head(record)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise records.DamagedSessionError(path, 1, "the head of the session is not complete") from None


def _head(record: records.Read) -> Head:
    data: dict[str, Any] = record.data
    started = datetime.fromisoformat(data["started"])
    if started.tzinfo is None:
        raise ValueError
    spent = (data.get("minutes") or {}).get("spent")
    return Head(
        path=record.path,
        id=str(data["id"]),
        client=record.path.parent.parent.name,
        framework=str(data["framework"]["id"]),
        framework_title=str(data["framework"]["title"]),
        status=_STATUSES[data["status"]],
        started=started,
        minutes=int(spent) if spent is not None else None,
        notes=sum(len(turn.get("notes") or ()) for turn in data.get("turns") or ()),
    )
