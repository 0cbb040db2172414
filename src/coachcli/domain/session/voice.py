"""Whose words are whose: who spoke, whose a thing is that was taken down, and who may be asked about it again."""

from coachcli.domain.room import HEARD_IN, ROOMS, has_person
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Note, Turn
from coachcli.domain.terms import Room, Whose
from coachcli.domain.text import folded
from coachcli.patterns import pattern

# Where somebody can be asked what came of a thing of theirs. Somebody else is never there.
_ASKED_IN: dict[Whose, frozenset[Room]] = {
    "client": frozenset({"client", "three"}),
    "coach": frozenset(ROOMS),
    "sponsor": frozenset({"sponsor", "three"}),
    "stakeholder": frozenset({"stakeholder"}),
    "other": frozenset(),
}
_SPEAKER: dict[Room, Whose] = {
    "client": "client",
    "three": "client",
    "sponsor": "sponsor",
    "stakeholder": "stakeholder",
    "alone": "coach",
}
_OWNERS: dict[Whose, str] = {
    "client": "The client",
    "coach": "You",
    "sponsor": "The sponsor",
    "stakeholder": "Somebody you asked",
    "other": "Somebody else",
}
_NAMED: dict[str, Whose] = {
    "client": "client",
    "coach": "coach",
    "me": "coach",
    "myself": "coach",
    "i": "coach",
    "sponsor": "sponsor",
    "other": "other",
    "others": "other",
}
# A name that is set off by commas, or ends the question, is called; any other is talked about.
_CALLED = pattern(r"(?:^\s*|[,;:]\s*)\{client\}\s*(?:[,;:.?!\u2026]|$)")


def who_said(text: str) -> str:
    """Who does something: one of the words for it where it was meant, else the words as they are, such as a name."""
    return _NAMED.get(folded(text).removeprefix("the "), text)


def whose(note: Note, room: Room) -> Whose:
    """Whose a thing is that was taken down in a room.

    It is the speaker's, unless `who` says otherwise. A name there, whosever it is, means somebody else.
    """
    if note.kind in {"promise", "message"}:
        return "coach"
    said = folded(note.details.get("who", ""))
    return _NAMED.get(said, "other") if said else _SPEAKER[room]


def owner_words(thing: Carried) -> str:
    """Whose a thing is, in words for the coach."""
    if thing.is_promise or thing.whose == "coach":
        return "You"
    if thing.person and thing.whose in {"sponsor", "stakeholder"}:
        return thing.person
    return _OWNERS[thing.whose]


def is_with_client(thing: Carried) -> bool:
    """Whether it is between the client and the coach: theirs, what was promised to them, or parked with them."""
    return ROOMS[thing.room].clients_own and thing.whose in {"client", "coach"}


def comes_up(thing: Carried, room: Room, person: str = "") -> bool:
    """Whether those in a room may be asked what came of a thing; `person` is the code of whoever is asked there.

    Who heard it caps that, and whose it is only narrows. What was parked is nobody's.
    """
    is_theirs = thing.kind == "parked" or room in _ASKED_IN[thing.whose]
    return is_theirs and was_heard(thing, room, person) and _is_marked(thing, room)


def was_heard(thing: Carried, room: Room, person: str = "") -> bool:
    """Whether those in a room, `person` among them, were there when a thing was said, or the client may tell them."""
    if thing.kind == "message":
        return room == "client"
    return room in HEARD_IN[thing.room] and _is_same_person(thing, room, person)


def side_of(room: Room) -> Room:
    """The room by which things are told apart that have the same words: the client knows what the three agreed."""
    return "client" if ROOMS[room].clients_own else room


def _is_marked(thing: Carried, room: Room) -> bool:
    """Whether what others said in their own room may be brought before the sponsor."""
    needs_mark = room == "three" or (room == "sponsor" and thing.room == "three" and thing.whose != "sponsor")
    return not needs_mark or thing.share_with == "sponsor"


def _is_same_person(thing: Carried, room: Room, person: str) -> bool:
    """Whether it is not known to be somebody else who is asked: of two who have no code only sponsors are the same."""
    if room != thing.room or not ROOMS[room].has_person:
        return True
    return thing.person == person and bool(person or room == "sponsor")


def addresses_client(asked: str) -> bool:
    """Whether the words of a question, as the framework has them, call the client by name."""
    return _CALLED.search(asked) is not None


def came_later(turn: Turn, note: Note) -> bool:
    """Whether the coach wrote a note when whoever was asked had gone: after the call, or into a talk that was over."""
    return turn.phase == "after_call" or (has_person(turn.room) and note.added is not None)


def is_clients(turn: Turn, note: Note) -> bool:
    """Whether a note is in the client's own voice.

    Where client and sponsor talk together it is, as far as the question was put to the client by name.
    """
    if turn.phase == "after_call" or not ROOMS[turn.room].clients_own or note.kind == "observation":
        return False
    return turn.room != "three" or turn.to_client
