"""What becomes of an open thing when the work ends."""

from typing import Literal

from coachcli.domain.value import Value

Fate = Literal["keep", "done", "dropped"]
FATES: dict[Fate, str] = {
    "keep": "stays theirs; nobody is reminded of it",
    "done": "it is done",
    "dropped": "it will not be done",
}
"""Each with what it means."""


class Settled(Value, frozen=True):
    """Something that was open, and what became of it."""

    what: str
    fate: Fate
