"""What happened with a client between sessions: the same notes as in a session, in the order they were written."""

from collections.abc import Iterator

from coachcli.domain.record import Record
from coachcli.domain.session.model import Count, Format, Moment, Note
from coachcli.domain.terms import Group
from coachcli.domain.value import changed, field


class Entry(Record, frozen=True, kw_only=True):
    """Notes that were written at one moment. `question` and `asked` are set where they answer a question.

    `engagement` is the one that a theme belongs to, where it belongs to one.
    """

    at: Moment
    engagement: str | None = None
    question: str | None = None
    asked: str = ""
    notes: tuple[Note, ...]


class GroupMean(Record, frozen=True, kw_only=True):
    """How many of a group gave a number, and their mean."""

    group: Group
    people: Count
    mean: int


class ToldMean(Record, frozen=True, kw_only=True):
    """What was told of the numbers that others gave in a round of interviews which was over at `closed`.

    It is kept so that no other mean is ever told of the same people: two of them would tell what one of them said.
    """

    closed: Moment
    scale: str
    item: str = ""
    low: int = field(name="from")
    high: int = field(name="to")
    people: Count
    mean: int
    groups: tuple[GroupMean, ...] = ()


class Between(Record, frozen=True, kw_only=True):
    """All entries from between one client's sessions. What is open now is computed from them.

    Entries are added and never changed; the last one can be taken back. `told` are the means of others' numbers that
    were told.
    """

    format: Format = 1
    client: str
    entries: tuple[Entry, ...] = ()
    told: tuple[ToldMean, ...] = ()

    @property
    def notes(self) -> Iterator[tuple[Entry, Note]]:
        """Every note with its entry, in the order they were written."""
        return ((entry, note) for entry in self.entries for note in entry.notes)

    def with_entry(self, entry: Entry) -> "Between":
        """These entries and one more."""
        return changed(self, entries=(*self.entries, entry))

    def without(self, entry: Entry) -> "Between":
        """These entries without one of them; of several equal ones the last is left out."""
        last = len(self.entries) - 1 - self.entries[::-1].index(entry)
        return changed(self, entries=(*self.entries[:last], *self.entries[last + 1 :]))
