"""The facts that are remembered of a session, made from the whole of it in one reading."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

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


HEAD_FILLED = 1
"""Counts the changes of what `head_facts` says of the same session. A change of the fields is noticed without it."""


def head_facts(session: "Session") -> Facts:
    """The facts that a list shows of a session."""
    return {
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


def head_from(there: SessionFolder, file: str, facts: Facts) -> Head:
    """The head in these facts; raises TypeError, ValueError or KeyError where they hold none."""
    head = Head(
        folder=there.path,
        file=file,
        id=f"{there.client}/{when_in(file.removesuffix('.yaml'))}",
        client=there.client,
        framework=facts["framework"],
        framework_title=facts["framework_title"],
        room=_ROOMS[facts["room"]],
        code=facts["code"],
        group=facts["group"],
        status=_STATUSES[facts["status"]],
        started=datetime.fromisoformat(facts["started"]),
        held=datetime.fromisoformat(facts["held"]),
        minutes=facts["minutes"],
        planned=facts["planned"],
        was_held=facts["was_held"],
        way=_WAYS[facts["way"]],
        engagement=facts["engagement"],
        notes=facts["notes"],
        tags=tuple(facts["tags"]),
    )
    if not _is_sound(head):
        raise TypeError("this is no head")
    return head


def _is_sound(head: Head) -> bool:
    """Whether its words are texts, and its counts figures."""
    texts = (head.framework, head.framework_title, head.code, head.group, head.engagement or "", *head.tags)
    has_words = {*map(type, texts)} == {str}
    has_figures = type(head.notes) is int and {type(head.minutes), type(head.planned)} <= {int, type(None)}
    return has_words and has_figures and type(head.was_held) is bool


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
