"""What may happen in a session. A line, a key or a command becomes one of these, and `walk.apply` makes it so."""

from coachcli.domain.session.model import Appointment, Note
from coachcli.domain.value import Value


class NoteRef(Value, frozen=True):
    """Which note: the turn's place in the session, and the note's place in the turn."""

    turn: int
    note: int


class Noted(Value, frozen=True):
    """Something was written down here; the conversation stays where it is."""

    note: Note


class Answered(Value, frozen=True):
    """The question was answered; its fields come next, or the next question."""

    note: Note


class KeptList(Value, frozen=True):
    """The list with which the question begins is kept as it is."""


class Dropped(Value, frozen=True):
    """A line of the list at the question, which brings one again, was taken off it; `number` counts from 1."""

    number: int


class Detailed(Value, frozen=True):
    """The field at hand was answered: `note` is the goal or action with it."""

    note: Note


class Probed(Value, frozen=True):
    """A follow-up question of this topic pack was shown."""

    pack: str


class Passed(Value, frozen=True):
    """The conversation goes on to whatever comes next: a field, a question or a stage."""


class Skipped(Value, frozen=True):
    """The coach leaves what is being asked: all fields that are still open, or the question."""


class Nexted(Value, frozen=True):
    """The conversation goes on to the next question, whatever fields are still open."""


class Jumped(Value, frozen=True):
    """The conversation goes to the question of this id."""

    question: str


class Backed(Value, frozen=True):
    """The conversation goes back to where it was before."""


class Mapped(Value, frozen=True):
    """The conversation goes to the stage map."""


class Amended(Value, frozen=True):
    """A note was rewritten; None takes it away."""

    ref: NoteRef
    note: Note | None


class Rebooked(Value, frozen=True):
    """The call is to last this many minutes."""

    minutes: int


class Agreed(Value, frozen=True):
    """The date of the next session was agreed."""

    next: Appointment


class Paused(Value, frozen=True):
    """The coach leaves the session for now."""


class Resumed(Value, frozen=True):
    """The coach comes back to the session."""


class Closed(Value, frozen=True):
    """The coach closes what is open: the call first, then what comes after it."""


class Undone(Value, frozen=True):
    """The last thing written is taken back. `History` does this: it remembers what was before."""


Move = (
    Noted
    | Answered
    | KeptList
    | Dropped
    | Detailed
    | Probed
    | Passed
    | Skipped
    | Nexted
    | Jumped
    | Backed
    | Mapped
    | Amended
    | Rebooked
    | Agreed
    | Paused
    | Resumed
    | Closed
)
WRITING = (Noted, Answered, KeptList, Dropped, Detailed, Amended, Rebooked, Agreed)
