"""What becomes of an open thing when the work ends."""

from typing import Literal

from coachcli.domain.session.carried import Carried
from coachcli.domain.session.voice import is_with_client
from coachcli.domain.value import Value

Fate = Literal["keep", "done", "dropped"]
Heir = Literal["client", "coach", "nobody"]
FATES: dict[Fate, str] = {
    "keep": "stays theirs; nobody is reminded of it",
    "done": "it is done",
    "dropped": "it will not be done",
}
"""Each with what it means for what is the client's."""
KEPT_BY_COACH = "stays yours; you are still reminded of it"


class Settled(Value, frozen=True):
    """Something that was open, what became of it, and who has it from now on where it was kept."""

    what: str
    fate: Fate
    heir: Heir = "client"


def heir(thing: Carried) -> Heir:
    """Who has an open thing after the end: the coach what is their own, the client what was with them and is theirs."""
    if thing.kind == "message":
        return "nobody"
    if thing.is_promise or thing.whose == "coach":
        return "coach"
    return "client" if is_with_client(thing) else "nobody"
