"""A framework as a list shows it."""

from coachcli.domain.terms import FrameworkKind, Room
from coachcli.domain.value import Value, field

GROUPS: dict[FrameworkKind | None, str] = {
    "conversation": "Conversations",
    "meeting": "Meetings",
    "reflection": "Your own work",
    None: "Cannot be used",
}
"""What frameworks are for, in the order of lists."""


class Listed(Value, frozen=True):
    """A framework in a list. One that cannot be used has a `problem`, and neither title, kind nor room."""

    id: str
    title: str
    kind: FrameworkKind | None
    purpose: str
    minutes: int | None
    languages: tuple[str, ...]
    origin: str
    path: str
    problem: str = ""
    room: Room | None = field(default=None, name="with")

    @property
    def usable(self) -> bool:
        """Whether a session can be held with it."""
        return not self.problem


def first_sentence(text: str) -> str:
    """The purpose of a framework in one line: the first sentence of what it is about."""
    words = " ".join(text.split())
    end = words.find(". ")
    return words if end < 0 else words[: end + 1]
