"""A file with notes, and what becomes of it."""

from typing import Literal

from coachcli.domain.session.model import Session
from coachcli.domain.value import Value

Fate = Literal["new", "there", "twice", "clash", "not understood"]


class NotesFile(Value, frozen=True):
    """A file, and what becomes of it; `why` says it where it becomes no session, `told` how it was understood.

    `client` is the id of the one whose it is, and empty for somebody new, of whom there is only a name.
    """

    file: str
    fate: Fate
    client: str = ""
    name: str = ""
    session: Session | None = None
    why: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
