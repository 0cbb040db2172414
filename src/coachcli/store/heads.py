"""What a list needs to know of each session: its head, read without building the whole."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from coachcli.domain.words import Status
from coachcli.errors import NotFoundError, UnreadableError
from coachcli.store.index import Facts, Index
from coachcli.store.paths import Practice
from coachcli.store.session_files import newest_first

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


def _facts(path: Path) -> Facts:
    """The head of a session as plain data; raises DamagedSessionError unless the file is whole and has one."""
    from coachcli.store import records  # noqa: PLC0415 only where the file is not known yet

    data = records.read(path).data
    try:
        facts = _taken(data)
        _head(path, facts)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise records.DamagedSessionError(path, 1, "the head of the session is not complete") from None
    return facts


def _taken(data: dict[str, Any]) -> Facts:
    spent = (data.get("minutes") or {}).get("spent")
    return {
        "id": _words(data["id"]),
        "framework": _words(data["framework"]["id"]),
        "title": _words(data["framework"]["title"]),
        "status": data["status"],
        "started": data["started"],
        "minutes": int(spent) if spent is not None else None,
        "notes": sum(len(turn.get("notes") or ()) for turn in data.get("turns") or ()),
    }


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _head(path: Path, facts: Facts) -> Head:
    started = datetime.fromisoformat(facts["started"])
    if started.tzinfo is None:
        raise ValueError
    return Head(
        path=path,
        id=facts["id"],
        client=path.parent.parent.name,
        framework=facts["framework"],
        framework_title=facts["title"],
        status=_STATUSES[facts["status"]],
        started=started,
        minutes=facts["minutes"],
        notes=facts["notes"],
    )
