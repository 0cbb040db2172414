"""What happened with a client between sessions: the same notes as in a session, in the order they were written."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import AwareDatetime, Field

from coachcli.domain.session.model import Note, Record


class Entry(Record):
    """What was written down at one time. `question` and `asked` are there where it answers something."""

    at: AwareDatetime
    question: str | None = None
    asked: str = ""
    notes: tuple[Note, ...]


class Between(Record):
    """Everything between one client's sessions. What is open now is computed from it.

    It is added to, and nothing in it is changed; what was said last can be taken back.
    """

    format: Annotated[int, Field(ge=1, le=1)] = 1
    client: str
    entries: tuple[Entry, ...] = ()

    @property
    def notes(self) -> Iterator[tuple[Entry, Note]]:
        """Every note with its entry, in the order they were written."""
        return ((entry, note) for entry in self.entries for note in entry.notes)

    def with_entry(self, entry: Entry) -> "Between":
        """The same with one entry more."""
        return self.model_copy(update={"entries": (*self.entries, entry)})

    def without(self, entry: Entry) -> "Between":
        """The same without one entry; of several that are alike the last one goes."""
        last = len(self.entries) - 1 - self.entries[::-1].index(entry)
        return self.model_copy(update={"entries": (*self.entries[:last], *self.entries[last + 1 :])})
