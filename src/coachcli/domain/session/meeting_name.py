"""What the next meeting is called that was agreed in a room."""

from coachcli.domain.room import has_person
from coachcli.domain.session.model import FrameworkRef, Person
from coachcli.domain.terms import Room
from coachcli.domain.text import one_line

_NAMES: dict[Room, str] = {"three": "Three-way meeting", "sponsor": "Talk with the sponsor"}


def meeting_name(framework: FrameworkRef, room: Room, person: Person | None) -> str:
    """The meeting, or what there is to look at again, as the coach calls it."""
    if room == "stakeholder":
        return f"Talk with {code_in(room, person) or 'somebody who knows them'}"
    if room in _NAMES:
        return _NAMES[room]
    is_meeting = framework.kind == "meeting" and room == "client"
    return "Next session" if is_meeting else f"{one_line(framework.title)} again"


def code_in(room: Room, person: Person | None) -> str:
    """The code of whoever is asked in a room; nothing where nobody is, or nobody said who."""
    return person.code if person and has_person(room) else ""
