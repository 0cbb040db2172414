"""The facts that are remembered of a session, made from the whole of it in one reading."""

from datetime import datetime
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from coachcli.domain.tags import tags_in
from coachcli.domain.terms import Held, Room, Status
from coachcli.store.index.memory import Facts
from coachcli.store.index.shape import version
from coachcli.store.session.folder import SessionFolder
from coachcli.store.session.place import when_in

if TYPE_CHECKING:
    from coachcli.domain.history.extract import SessionExtract
    from coachcli.domain.session.model import Session

_STATUSES: dict[str, Status] = {"live": "live", "paused": "paused", "ended": "ended"}
_ROOMS: dict[str, Room] = {room: room for room in get_args(Room)}
_WAYS: dict[str | None, Held | None] = {None: None, **{way: way for way in get_args(Held)}}


class Head(NamedTuple):
    """The head of a session. `minutes` are those spent, None where none were measured, `planned` those agreed.

    `code` and `group` are of the sponsor or stakeholder who was there, empty where nobody was or nobody said so.
    `held` is when the coach worked on it: when it began, or when it was written up afterwards. `was_held`: it is over,
    even where notes are being added. `way` is how it was held, `engagement` the id of the one it belongs to.
    """

    folder: Path
    file: str
    id: str
    client: str
    framework: str
    framework_title: str
    room: Room
    code: str
    group: str
    status: Status
    started: datetime
    held: datetime
    minutes: int | None
    planned: int | None
    was_held: bool
    way: Held | None
    engagement: str | None
    notes: int
    tags: tuple[str, ...]

    @property
    def path(self) -> Path:
        """The file of the session."""
        return self.folder / self.file


HEAD_FILLED = 2
"""Counts the changes of what `head_facts` says of the same session. A change of the fields is noticed without it."""
_REMEMBERED = Head._fields[4:]
_MAY_BE_NONE = ("minutes", "planned", "way", "engagement")
_TYPES = {"notes": int, "minutes": int, "planned": int, "was_held": bool, "tags": list}
"""The types of what is remembered of each field; of the others it is a text."""


def head_facts(session: "Session") -> list[Any]:
    """The facts that a list shows of a session, in the order of the fields of its head."""
    facts = {
        "framework": session.framework.id,
        "framework_title": session.framework.title,
        "room": session.framework.room,
        "code": session.person.code if session.person else "",
        "group": (session.person.group or "") if session.person else "",
        "status": session.status,
        "started": session.started.isoformat(),
        "held": (session.written_up or session.started).isoformat(),
        "minutes": session.minutes.spent,
        "planned": session.minutes.planned,
        "was_held": session.status == "ended" or session.amending is not None,
        "way": session.held,
        "engagement": session.engagement,
        "notes": sum(1 for _ in session.notes),
        "tags": tags_in("\n".join(note.text for _, note in session.notes)),
    }
    return [facts[name] for name in _REMEMBERED]


def head_from(there: SessionFolder, file: str, facts: list[Any]) -> Head:
    """The head in these facts; raises TypeError, ValueError or KeyError where they hold none."""
    if tuple(map(type, facts)) not in _shapes():
        raise TypeError("this is no head")
    framework, title, room, code, group, status, started, held, minutes, planned, over, way, agreed, notes, tags = facts
    if tags and {*map(type, tags)} != {str}:
        raise TypeError("these are no tags")
    return Head(
        there.path,
        file,
        f"{there.client}/{when_in(file.removesuffix('.yaml'))}",
        there.client,
        framework,
        title,
        _ROOMS[room],
        code,
        group,
        _STATUSES[status],
        datetime.fromisoformat(started),
        datetime.fromisoformat(held),
        minutes,
        planned,
        over,
        _WAYS[way],
        agreed,
        notes,
        tuple(tags),
    )


@cache
def _shapes() -> frozenset[tuple[type, ...]]:
    """The types that the facts of a head may have, each in its place: one look tells whether they are sound."""
    types = ((_TYPES.get(name, str), *((type(None),) if name in _MAY_BE_NONE else ())) for name in _REMEMBERED)
    return frozenset(product(*types))


def head_version() -> str:
    """The version of remembered heads."""
    return version(Head, HEAD_FILLED)


def extract_facts(session: "Session") -> Facts:
    """What later sessions need to know of a session."""
    from coachcli.domain.history.extract import extract_of  # noqa: PLC0415 a list of heads that are known needs none
    from coachcli.domain.record_data import without_defaults  # noqa: PLC0415
    from coachcli.domain.value import plain  # noqa: PLC0415

    return plain(without_defaults(extract_of(session)))


def extract_from(facts: Facts) -> "SessionExtract":
    """The extract in these facts; raises ValueError where they hold none."""
    from coachcli.domain.history.extract import SessionExtract  # noqa: PLC0415 see above
    from coachcli.domain.value import built  # noqa: PLC0415

    return built(SessionExtract, facts)


@cache
def extract_version() -> str:
    """The version of remembered extracts."""
    from coachcli.domain.history.extract import EXTRACT_FILLED, SessionExtract  # noqa: PLC0415 see above

    return version(SessionExtract, EXTRACT_FILLED)
