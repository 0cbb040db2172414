"""Who was there besides the coach, in words; and the codes of those who were asked about a client."""

from collections.abc import Iterable
from typing import get_args

from coachcli.domain.room import ROOMS, has_person
from coachcli.domain.session.model import Session
from coachcli.domain.terms import Group, Held, Room
from coachcli.patterns import pattern

_GROUPS: dict[Group, str] = {
    "boss": "a boss",
    "peer": "a peer",
    "report": "a direct report",
    "outside": "somebody from outside",
    "former boss": "a former boss",
    "former report": "a former direct report",
}
_HELD: dict[Held, str] = {"video": "by video", "phone": "by phone", "room": "in one room"}
_LETTERS = {"sponsor": "S", "stakeholder": "P"}
_MADE = pattern(r"([A-Z])(\d{1,6})")


def next_code(room: Room, codes: Iterable[str]) -> str:
    """The code of somebody new in a room: one more than the highest of those there are, so that none comes twice."""
    letter = _LETTERS[room]
    made = (_MADE.fullmatch(code.upper()) for code in codes)
    return f"{letter}{max((int(one[2]) for one in made if one and one[1] == letter), default=0) + 1}"


def group_in(words: str) -> Group | None:
    """The group that is named, with a dash or a blank between its words; None where it is none."""
    name = " ".join(words.casefold().replace("-", " ").split())
    return next((group for group in _GROUPS if group == name), None)


def group_names() -> list[str]:
    """The groups as they are typed on a command line."""
    return [group.replace(" ", "-") for group in get_args(Group)]


def group_words(group: Group) -> str:
    """Somebody of a group: `a former boss`."""
    return _GROUPS[group]


def partner(session: Session, client: str) -> str:
    """Whom the coach talks to: the client, or somebody about the client."""
    if session.person is None and not has_person(session.framework.room):
        return client
    who = session.person.code if session.person else _WITHOUT_CODE[session.framework.room]
    return f"{who}, about {client}"


def attendance(session: Session) -> str:
    """Who was there, and how it was held: `P3, a former boss, by phone`; nothing of a call with the client alone."""
    room, person = session.framework.room, session.person
    there = [] if room in {"client", "alone"} else [ROOMS[room].who.removeprefix("with ")]
    if person is not None:
        there = [person.code, *([group_words(person.group)] if person.group else [])]
    return ", ".join([*there, *([_HELD[session.held]] if session.held else [])])


_WITHOUT_CODE: dict[Room, str] = {"sponsor": "the sponsor", "stakeholder": "somebody"}
