"""Those who are asked about a client: their codes, and how they stand to the client."""

from collections.abc import Iterable
from typing import get_args

from coachcli.domain.terms import Group, Room
from coachcli.patterns import pattern

_GROUPS: dict[Group, str] = {
    "boss": "a boss",
    "peer": "a peer",
    "report": "a direct report",
    "outside": "somebody from outside",
    "former boss": "a former boss",
    "former report": "a former direct report",
}
_SEVERAL: dict[Group, str] = {
    "boss": "bosses",
    "peer": "peers",
    "report": "direct reports",
    "outside": "people from outside",
    "former boss": "former bosses",
    "former report": "former direct reports",
}
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


def several(group: Group) -> str:
    """Those of a group: `former bosses`."""
    return _SEVERAL[group]
