"""Something that is open when a session begins."""

from coachcli.domain.session.model import HowSure, When, whole
from coachcli.domain.terms import Commitments, Room, ShareWith, Whose
from coachcli.domain.value import Value, put

CLOSED = frozenset({"done", "dropped"})
"""The outcomes after which nothing is open any more."""


class Carried(Value, frozen=True, omit_defaults=True):
    """An open thing: `what` is its words, `session` the id of the session it is from, empty where it is from none.

    `room` is where it was said, `person` the code of whoever was asked there, `whose` who is to do it.
    """

    kind: Commitments
    what: str
    session: str
    due: When | None = None
    details: tuple[str, ...] = ()
    share_with: ShareWith = "nobody"
    confidence: HowSure | None = None
    room: Room = "client"
    person: str = ""
    whose: Whose = "client"

    def __post_init__(self) -> None:
        # What is remembered of it comes back as 8.0.
        if self.confidence is not None:
            put(self, "confidence", whole(self.confidence))

    @property
    def is_promise(self) -> bool:
        """Whether it is what the coach took on."""
        return self.kind == "promise" or (self.kind == "action" and self.whose == "coach")

    @property
    def in_words(self) -> str:
        """The whole of it on one line."""
        return " · ".join((self.what, *self.details))
