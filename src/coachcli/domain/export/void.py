"""Marks in a file of before that the room forbids: they are void, which the coach is told."""

from coachcli.domain.room import ROOMS, may_share
from coachcli.domain.session.model import Session

LEFT_AS_IT_IS = "Nothing leaves by such a mark, and the file was left as it is."


def void_words(session: Session, marks: int) -> str:
    """How many marks are void, and why; nothing where none are."""
    if not marks:
        return ""
    many = "1 mark in it is void" if marks == 1 else f"{marks} marks in it are void"
    rooms = {turn.room for turn in session.turns if turn.notes and not may_share(turn.room)}
    said = _SAID.get(next(iter(rooms))) if len(rooms) == 1 else None
    return f"{many}: {said or _ANY} cannot be shared."


_SAID = {
    "sponsor": "what was said with the sponsor",
    "stakeholder": f"what was said {ROOMS['stakeholder'].who}",
    "alone": "what you noted alone",
}
_ANY = "what was said without the client"
