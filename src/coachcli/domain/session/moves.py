"""What may happen in a session. A line, a key or a command becomes one of these, and `walk.apply` makes it so."""

from dataclasses import dataclass

from coachcli.domain.session.model import Appointment, Note


@dataclass(frozen=True, slots=True)
class NoteRef:
    """Which note: the turn's place in the session, and the note's place in the turn."""

    turn: int
    note: int


@dataclass(frozen=True, slots=True)
class Noted:
    """Something was written down here; the conversation stays where it is."""

    note: Note


@dataclass(frozen=True, slots=True)
class Answered:
    """The question was answered; its fields come next, or the next question."""

    note: Note


@dataclass(frozen=True, slots=True)
class Detailed:
    """The field that was asked was given: `note` is the goal or action with it."""

    note: Note


@dataclass(frozen=True, slots=True)
class Passed:
    """On to whatever comes next: the next field, question or stage."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """What is being asked is left: all fields that are still open, or the question."""


@dataclass(frozen=True, slots=True)
class Nexted:
    """On to the next question, whatever fields are still open."""


@dataclass(frozen=True, slots=True)
class Jumped:
    """To a question by its id."""

    question: str


@dataclass(frozen=True, slots=True)
class Backed:
    """To where the conversation was before."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """To the stage map."""


@dataclass(frozen=True, slots=True)
class Amended:
    """A note was rewritten; None takes it away."""

    ref: NoteRef
    note: Note | None


@dataclass(frozen=True, slots=True)
class Rebooked:
    """The call is to last this many minutes."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Agreed:
    """The next session is to be then."""

    next: Appointment


@dataclass(frozen=True, slots=True)
class Paused:
    """Left for now."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """Come back to."""


@dataclass(frozen=True, slots=True)
class Closed:
    """The coach closes what is open: the call first, then what comes after it."""


@dataclass(frozen=True, slots=True)
class Undone:
    """The last thing written is taken back. Answered by `History`, which remembers what was before."""


Move = (
    Noted
    | Answered
    | Detailed
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
WRITING = (Noted, Answered, Detailed, Amended, Rebooked, Agreed)
