"""Who was there besides the coach, and how a session was held, in words."""

from coachcli.domain.people import group_words
from coachcli.domain.room import ROOMS
from coachcli.domain.session.model import Session
from coachcli.domain.terms import Held

_HELD: dict[Held, str] = {"video": "by video", "phone": "by phone", "room": "in one room"}


def attendance(session: Session) -> str:
    """Who was there, and how it was held: `P3, a former boss, by phone`; nothing of a call with the client alone."""
    room, person = session.framework.room, session.person
    there = [] if room in {"client", "alone"} else [ROOMS[room].who.removeprefix("with ")]
    if person is not None:
        there = [person.code, *([group_words(person.group)] if person.group else [])]
    return ", ".join([*there, *([_HELD[session.held]] if session.held else [])])
