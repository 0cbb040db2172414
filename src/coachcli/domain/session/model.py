"""A session: the turns of one conversation, in the order they happened, with the words noted at each."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, TypeAlias

from msgspec import Meta
from msgspec.structs import force_setattr

from coachcli.domain.record import Record
from coachcli.domain.room import may_share
from coachcli.domain.terms import (
    Commitments,
    FrameworkKind,
    Group,
    Held,
    Kind,
    Outcome,
    Phase,
    Room,
    ShareWith,
    Status,
)
from coachcli.domain.terms import Field as FieldName
from coachcli.domain.value import field

Count: TypeAlias = Annotated[int, Meta(ge=0)]
Minutes: TypeAlias = Annotated[int, Meta(ge=0, le=100_000)]
HowSure: TypeAlias = Annotated[float, Meta(ge=0, le=10)]
Format: TypeAlias = Annotated[int, Meta(ge=1, le=1)]
Clock: TypeAlias = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", max_length=5)]
Code: TypeAlias = Annotated[str, Meta(min_length=1, max_length=60)]
"""What somebody goes by who was asked about a client: P3, or a name if the coach wants that."""
Moment: TypeAlias = Annotated[datetime, Meta(tz=True)]
"""A time with its offset, so that it is one instant wherever it is read."""


def whole(number: float) -> float:
    """A whole number as an integer, so that a file says 8 and not 8.0."""
    return int(number) if number == int(number) else number


class When(Record, frozen=True, kw_only=True):
    """A day: the words in which it was said, and the date that was understood, if one was."""

    words: str
    # The file calls it `date`: old YAML takes `on` for a yes.
    on: date | None = field(default=None, name="date")


class Score(Record, frozen=True, kw_only=True):
    """A point on a scale, with the scale, so that it can be read without its framework."""

    score: float
    low: int = field(name="from")
    high: int = field(name="to")

    def __post_init__(self) -> None:
        # A score is written alike, whether it was typed or read.
        force_setattr(self, "score", float(self.score))


class Appointment(Record, frozen=True, kw_only=True):
    """The time of the next session: its words, and the date and time understood, if they were. `at` is like 14:00."""

    words: str
    on: date | None = field(default=None, name="date")
    at: Clock | None = field(default=None, name="time")


class Reviewed(Record, frozen=True, kw_only=True):
    """What came of an open thing from an earlier session; `what` is its words, as they were chosen then."""

    kind: Commitments
    what: str
    session: str
    outcome: Outcome


class Note(Record, frozen=True, kw_only=True):
    """One thing written down. `text` is the words; of a typed answer, the comment on it.

    `added` is when it was written, where that was after its session.
    """

    kind: Kind
    text: str = ""
    scale: Score | None = None
    chosen: tuple[str, ...] = ()
    said_yes: bool | None = None
    number: float | None = None
    day: When | None = None
    reviewed: Reviewed | None = None
    due: When | None = None
    confidence: HowSure | None = None
    details: dict[FieldName, str] = field(default_factory=dict)
    share_with: ShareWith = "nobody"
    added: Moment | None = None

    def has(self, field: FieldName) -> bool:
        """Whether a goal or an action has this field."""
        if field == "by_when":
            return self.due is not None
        if field == "confidence":
            return self.confidence is not None
        return field in self.details

    def __post_init__(self) -> None:
        if self.kind == "observation" and self.share_with != "nobody":
            raise ValueError("an observation can never be shared")
        if self.number is not None:
            force_setattr(self, "number", float(self.number))
        if self.confidence is not None:
            force_setattr(self, "confidence", whole(self.confidence))

    def __repr__(self) -> str:
        return f"Note(kind={self.kind!r}, characters={len(self.text)})"


class Turn(Record, frozen=True, kw_only=True):
    """One visit to one question. `asked` is its words then, `quoting` the questions whose answers these quoted.

    `room` is who was there. `item` is the thing it was asked about, where it is asked about one thing after another,
    `series` the name that its scale, or all of its stage, has in common with others, `again` the question whose list it
    brings again. `packs` are the topic packs that were drawn on here. `to_client`: where others were there, it was put
    to the client by name. `back`: the coach went back to it. `seconds` is the time spent here.
    """

    room: Room = field(name="with")
    stage: str
    step: str | None = None
    question: str
    item: str | None = None
    series: str | None = None
    again: str | None = None
    to_client: bool = False
    phase: Phase = "call"
    asked: str
    quoting: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    at: Moment
    back: bool = False
    seconds: Count = 0
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        if not may_share(self.room) and any(note.share_with != "nobody" for note in self.notes):
            raise ValueError("what was said in this room can never be shared")


class Position(Record, frozen=True, kw_only=True):
    """Where the conversation stands: at a question, at one field of a note there, or at the map, which has neither."""

    question: str | None = None
    note: Count | None = None
    field: FieldName | None = None


class FrameworkRef(Record, frozen=True, kw_only=True):
    """The framework that a session was walked along; the hash tells its exact text."""

    id: str
    title: str
    kind: FrameworkKind = "conversation"
    room: Room = field(name="with")
    version: int
    sha256: str


class StageLine(Record, frozen=True, kw_only=True):
    """What a session keeps of a stage, so that it can be read alone: its title, its minutes, its steps' titles."""

    id: str
    title: str
    minutes: Minutes | None = None
    steps: dict[str, str] = field(default_factory=dict)


class Booked(Record, frozen=True, kw_only=True):
    """Minutes planned, and minutes spent in the call."""

    planned: Minutes | None = None
    spent: Minutes | None = None


class Person(Record, frozen=True, kw_only=True):
    """Who was asked about the client: a code such as P3, and how they stand to the client."""

    code: Code
    group: Group | None = None

    def __post_init__(self) -> None:
        if self.code.split() != self.code.split(" "):
            raise ValueError("a code is one line with no blanks around it")


OWN = "own"
"""The client of a session that is about nobody, and the folder of such sessions. A file leaves it out."""
NO_ENGAGEMENT = "none"
"""What a session says that belongs to no engagement."""


class Session(Record, frozen=True, kw_only=True):
    """One conversation about one client, walked along one framework at a time; `OWN` work can be about nobody.

    `person` is the sponsor or stakeholder who was there, `held` how it was held. `engagement` is the id of the one it
    belongs to; None where nobody said so. `switched_from` are the frameworks before, oldest first. `amending` is when
    an ended session was opened for more notes; `discreet`: others could see the screen when it was left.
    """

    format: Format
    id: str
    client: str = OWN
    person: Person | None = field(default=None, name="who")
    held: Held | None = None
    engagement: str | None = None
    framework: FrameworkRef
    switched_from: tuple[FrameworkRef, ...] = ()
    status: Status
    started: Moment
    ended: Moment | None = None
    written_up: Moment | None = None
    amending: Moment | None = None
    discreet: bool = False
    next: Appointment | None = None
    minutes: Booked = Booked()
    stages: tuple[StageLine, ...] = ()
    position: Position | None = None
    turns: tuple[Turn, ...] = ()

    def __post_init__(self) -> None:
        position = self.position
        if position is None or position == Position():
            return
        if not self.turns or self.turns[-1].question != position.question:
            raise ValueError("the position must be at the question of the last turn")
        if position.note is not None and position.note >= len(self.turns[-1].notes):
            raise ValueError("the position names a note that is not there")

    @property
    def seconds(self) -> int:
        """The seconds spent in the call; those after it do not count."""
        return sum(turn.seconds for turn in self.turns if turn.phase != "after_call")

    @property
    def notes(self) -> Iterator[tuple[Turn, Note]]:
        """Every note with its turn, in the order they were taken."""
        return ((turn, note) for turn in self.turns for note in turn.notes)

    def seconds_in(self, stage: str) -> int:
        """The seconds spent in one stage, over all its turns in the call."""
        return sum(turn.seconds for turn in self.turns if turn.stage == stage and turn.phase != "after_call")


def code_of(session: Session) -> str:
    """What the sponsor or stakeholder goes by who was there; empty where nobody was named."""
    return session.person.code if session.person else ""


def started_on(moment: datetime) -> str:
    """The part of a session's id that says when."""
    return moment.strftime("%Y-%m-%d-%H%M")
