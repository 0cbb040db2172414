"""Who was in the room, and what follows from it: whose words they are, and what of them may leave."""

from typing import NamedTuple

from coachcli.domain.terms import Room


class RoomKind(NamedTuple):
    """What follows from who was in the room.

    `who` says it in words, `held` says what such a session is. `may_share`: what is noted can be marked for others.
    Words may be the `clients_own`.
    `has_person`: somebody who is not the client is asked, and goes by a code. With `counts` a session is one of those
    that an engagement, a rhythm and hours are counted in.
    """

    who: str
    held: str
    may_share: bool = False
    clients_own: bool = False
    has_person: bool = False
    counts: bool = False


ROOMS: dict[Room, RoomKind] = {
    "client": RoomKind(
        who="with the client", held="a session with the client", may_share=True, clients_own=True, counts=True
    ),
    "three": RoomKind(
        who="with the client and the sponsor", held="a meeting of three", may_share=True, clients_own=True
    ),
    "sponsor": RoomKind(who="with the sponsor, about the client", held="a talk with the sponsor", has_person=True),
    "stakeholder": RoomKind(
        who="with somebody who knows the client", held="a talk with somebody who knows the client", has_person=True
    ),
    "alone": RoomKind(who="your own work, with nobody there", held="your own work"),
}
"""Every room, the client's first."""

HEARD_IN: dict[Room, frozenset[Room]] = {
    "client": frozenset({"client", "three"}),
    "three": frozenset({"client", "three", "sponsor"}),
    "sponsor": frozenset({"sponsor"}),
    "stakeholder": frozenset({"stakeholder"}),
    "alone": frozenset({"alone"}),
}
"""Who else hears later of what was said in a room: nobody who was not there."""


def may_share(room: Room) -> bool:
    """Whether anything that is noted in a room can be marked for somebody else than the coach."""
    return ROOMS[room].may_share


def counts(room: Room) -> bool:
    """Whether a session in a room is one of the client's own."""
    return ROOMS[room].counts


def is_call(room: Room) -> bool:
    """Whether the client is in the room."""
    return ROOMS[room].clients_own


def has_person(room: Room) -> bool:
    """Whether somebody is asked there who is not the client."""
    return ROOMS[room].has_person


def meeting_name(room: Room, title: str, code: str = "") -> str:
    """What the coach calls the next meeting that was agreed in a room, along a framework of that title."""
    if room == "client":
        return f"Next after {title}"
    named = {"three": "Three-way meeting", "sponsor": "Talk with the sponsor", "alone": f"{title} again"}
    return named.get(room) or f"Talk with {code or 'somebody who knows them'}"
