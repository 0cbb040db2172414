"""Something that is open when a session begins."""

from coachcli.domain.session.model import HowSure, When, whole
from coachcli.domain.terms import Commitments, ShareWith
from coachcli.domain.value import Value, put

CLOSED = frozenset({"done", "dropped"})
"""The outcomes after which nothing is open any more."""


class Carried(Value, frozen=True):
    """An open thing: `what` is its words, `session` the id of the session it is from, empty where it is from none."""

    kind: Commitments
    what: str
    session: str
    due: When | None = None
    details: tuple[str, ...] = ()
    share_with: ShareWith = "nobody"
    confidence: HowSure | None = None

    def __post_init__(self) -> None:
        # What is remembered of it comes back as 8.0.
        if self.confidence is not None:
            put(self, "confidence", whole(self.confidence))

    @property
    def in_words(self) -> str:
        """The whole of it on one line."""
        return " · ".join((self.what, *self.details))
