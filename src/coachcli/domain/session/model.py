"""A session: the turns of one conversation, in the order they happened, with the words noted at each."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from coachcli.domain.terms import Commitments, FrameworkKind, Kind, Outcome, Phase, ShareWith, Status
from coachcli.domain.terms import Field as FieldName

Minutes = Annotated[int, Field(ge=0, le=100_000)]


def whole(number: float) -> float:
    """8 and not 8.0, so that it is written so."""
    return int(number) if number == int(number) else number


HowSure = Annotated[float, Field(ge=0, le=10), AfterValidator(whole)]


class Record(BaseModel):
    """What all parts of a session have in common: fixed, complete, and silent about the words inside."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, allow_inf_nan=False)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        for name, value in super().__repr_args__():
            yield name, f"<{len(value)} characters>" if isinstance(value, str) and name in _WORDS else value


# Fields that hold what people said: a repr ends up in tracebacks and logs, their words must not.
_WORDS = {"text", "asked", "words", "item", "what"}


class When(Record):
    """A day as it was said, and as it was understood, if it was."""

    words: str
    # In the file it is `date`: to YAML of old, `on` is a yes.
    on: date | None = Field(None, alias="date")

    model_config = ConfigDict(populate_by_name=True)


class Score(Record):
    """A point on a scale, with the scale, so that it can be read without its framework."""

    score: float
    low: int = Field(alias="from")
    high: int = Field(alias="to")

    model_config = ConfigDict(populate_by_name=True)


class Appointment(Record):
    """When the next session is: as it was said, and as it was understood, if it was. `at` is like 14:00."""

    words: str
    on: date | None = Field(None, alias="date")
    at: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] | None = Field(None, alias="time")

    model_config = ConfigDict(populate_by_name=True)


class Reviewed(Record):
    """What came of something open from an earlier session; `what` is its words, as they were chosen then."""

    kind: Commitments
    what: str
    session: str
    outcome: Outcome


class Note(Record):
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
    details: dict[FieldName, str] = {}
    share_with: ShareWith = "nobody"
    added: AwareDatetime | None = None

    def has(self, field: FieldName) -> bool:
        """Whether a goal or an action was told this of."""
        if field == "by_when":
            return self.due is not None
        if field == "confidence":
            return self.confidence is not None
        return field in self.details

    @model_validator(mode="after")
    def _observations_are_the_coachs_alone(self) -> "Note":
        if self.kind == "observation" and self.share_with != "nobody":
            raise ValueError("an observation can never be shared")
        return self

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        yield "kind", self.kind
        yield "characters", len(self.text)


class Turn(Record):
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
    at: AwareDatetime
    back: bool = False
    seconds: Annotated[int, Field(ge=0)] = 0
    notes: tuple[Note, ...] = ()


class Position(Record):
    """Where the conversation stands: at a question, at one field of a note there, or with neither at the stage map."""

    question: str | None = None
    note: Annotated[int, Field(ge=0)] | None = None
    field: FieldName | None = None


class FrameworkRef(Record):
    """Which framework the session was walked along, to the letter."""

    id: str
    title: str
    kind: FrameworkKind = "conversation"
    version: int
    sha256: str


class StageLine(Record):
    """A stage as the session needs it to be read alone: its title, its booked minutes, the titles of its steps."""

    id: str
    title: str
    minutes: Minutes | None = None
    steps: dict[str, str] = {}


class Booked(Record):
    """Minutes planned, and minutes spent in the call."""

    planned: Minutes | None = None
    spent: Minutes | None = None


class Session(Record):
    """One conversation with one client, walked along one framework at a time.

    `switched_from` are those it was walked along before, oldest first. `amending` is since when notes are being added
    to it after its end; `discreet` whether others could see the screen when it was left.
    """

    format: Annotated[int, Field(ge=1, le=1)]
    id: str
    client: str
    framework: FrameworkRef
    switched_from: tuple[FrameworkRef, ...] = ()
    status: Status
    started: AwareDatetime
    ended: AwareDatetime | None = None
    written_up: AwareDatetime | None = None
    amending: AwareDatetime | None = None
    discreet: bool = False
    next: Appointment | None = None
    minutes: Booked = Booked()
    stages: tuple[StageLine, ...] = ()
    position: Position | None = None
    turns: tuple[Turn, ...] = ()

    @model_validator(mode="after")
    def _stands_where_it_was(self) -> "Session":
        position = self.position
        if position is None or position == Position():
            return self
        if not self.turns or self.turns[-1].question != position.question:
            raise ValueError("the position must be at the question of the last turn")
        if position.note is not None and position.note >= len(self.turns[-1].notes):
            raise ValueError("the position names a note that is not there")
        return self

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
