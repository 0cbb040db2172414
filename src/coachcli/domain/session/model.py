"""A session: the turns of one conversation, in the order they happened, with the words noted at each."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, TypeAlias

from msgspec import Meta
from msgspec.structs import force_setattr

from coachcli.domain.record import Record
from coachcli.domain.terms import Commitments, FrameworkKind, Kind, Outcome, Phase, ShareWith, Status
from coachcli.domain.terms import Field as FieldName
from coachcli.domain.value import field

Count: TypeAlias = Annotated[int, Meta(ge=0)]
Minutes: TypeAlias = Annotated[int, Meta(ge=0, le=100_000)]
HowSure: TypeAlias = Annotated[float, Meta(ge=0, le=10)]
Format: TypeAlias = Annotated[int, Meta(ge=1, le=1)]
Clock: TypeAlias = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", max_length=5)]
Moment: TypeAlias = Annotated[datetime, Meta(tz=True)]
"""With its offset, so that it is one instant wherever it is read."""


def whole(number: float) -> float:
    """8 and not 8.0, so that it is written so."""
    return int(number) if number == int(number) else number


class When(Record, frozen=True, kw_only=True):
    """A day as it was said, and as it was understood, if it was."""

    words: str
    # In the file it is `date`: to YAML of old, `on` is a yes.
    on: date | None = field(default=None, name="date")


class Score(Record, frozen=True, kw_only=True):
    """A point on a scale, with the scale, so that it can be read without its framework."""

    score: float
    low: int = field(name="from")
    high: int = field(name="to")

    def __post_init__(self) -> None:
        # So that it is written alike, whether it was typed or read.
        force_setattr(self, "score", float(self.score))


class Appointment(Record, frozen=True, kw_only=True):
    """When the next session is: as it was said, and as it was understood, if it was. `at` is like 14:00."""

    words: str
    on: date | None = field(default=None, name="date")
    at: Clock | None = field(default=None, name="time")


class Reviewed(Record, frozen=True, kw_only=True):
    """What came of something open from an earlier session; `what` is its words, as they were chosen then."""

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
        """Whether a goal or an action was told this of."""
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
    """One visit to one question. `asked` is what was said, `quoting` the questions whose answers were quoted in it.

    `item` is what it was asked about, where it is asked about one thing after another. `back` marks a return by way of
    going back; `seconds` is the time spent here.
    """

    stage: str
    step: str | None = None
    question: str
    item: str | None = None
    phase: Phase = "call"
    asked: str
    quoting: tuple[str, ...] = ()
    at: Moment
    back: bool = False
    seconds: Count = 0
    notes: tuple[Note, ...] = ()


class Position(Record, frozen=True, kw_only=True):
    """Where the conversation stands: at a question, at one field of a note there, or with neither at the stage map."""

    question: str | None = None
    note: Count | None = None
    field: FieldName | None = None


class FrameworkRef(Record, frozen=True, kw_only=True):
    """Which framework the session was walked along, to the letter."""

    id: str
    title: str
    kind: FrameworkKind = "conversation"
    version: int
    sha256: str


class StageLine(Record, frozen=True, kw_only=True):
    """A stage as the session needs it to be read alone: its title, its booked minutes, the titles of its steps."""

    id: str
    title: str
    minutes: Minutes | None = None
    steps: dict[str, str] = field(default_factory=dict)


class Booked(Record, frozen=True, kw_only=True):
    """Minutes planned, and minutes spent in the call."""

    planned: Minutes | None = None
    spent: Minutes | None = None


class Session(Record, frozen=True, kw_only=True):
    """One conversation with one client, walked along one framework at a time.

    `switched_from` are those it was walked along before, oldest first. `amending` is since when notes are being added
    to it after its end; `discreet` whether others could see the screen when it was left.
    """

    format: Format
    id: str
    client: str
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
        """Time spent in the call; what comes after it does not count."""
        return sum(turn.seconds for turn in self.turns if turn.phase != "after_call")

    @property
    def notes(self) -> Iterator[tuple[Turn, Note]]:
        """Every note with its turn, in the order they were taken."""
        return ((turn, note) for turn in self.turns for note in turn.notes)

    def seconds_in(self, stage: str) -> int:
        """Time spent in one stage over all its turns."""
        return sum(turn.seconds for turn in self.turns if turn.stage == stage and turn.phase != "after_call")


def started_on(moment: datetime) -> str:
    """The part of a session's id that says when."""
    return moment.strftime("%Y-%m-%d-%H%M")
