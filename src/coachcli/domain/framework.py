"""A coaching model as data: stages, steps and questions, and what must hold between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, Self, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, StringConstraints, model_validator
from pydantic import Field as Setting

from coachcli.domain.text import clean
from coachcli.domain.words import Field, Kind, Phase, Role, ShareWith

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
# A framework's id is its file name, so a hyphen may stand in it.
FrameworkId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
Words = Annotated[str, AfterValidator(clean), AfterValidator(str.strip), StringConstraints(min_length=1)]
Minutes = Annotated[int, Setting(ge=1, le=1440)]
Many = Annotated[int, Setting(ge=1, le=100)]


class Part(BaseModel):
    """What all parts of a framework have in common: fixed once read, and no setting that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, populate_by_name=True)


class Asked(Part):
    """What every question has, whatever its type."""

    id: Id
    ask: Words
    probes: tuple[Words, ...] = ()
    cue: Words | None = None
    keep_as: Role | None = None
    share_with: ShareWith | None = None
    phase: Phase = "call"


class NoteQuestion(Asked):
    """Running notes: every line is one, until an empty line."""

    type: Literal["note"]
    default: Words | None = None


class LineQuestion(Asked):
    """One line, or with `many` one after another."""

    type: Literal["line"]
    many: Many | None = None
    default: Words | None = None


class ScaleQuestion(Asked):
    """A number between two ends."""

    type: Literal["scale"]
    start: int = Setting(1, alias="from")
    to: int = 10
    low: Words | None = None
    high: Words | None = None
    half_points: bool = False

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if self.start >= self.to:
            raise ValueError("a scale must end higher than it starts")
        return self


class _Choosing(Asked):
    """Options to choose from: written down, or the lines of an earlier question."""

    choices: tuple[Words, ...] | None = Setting(None, min_length=1)
    choices_from: Id | None = None
    other: bool = False

    @model_validator(mode="after")
    def _has_one_source(self) -> Self:
        if (self.choices is None) == (self.choices_from is None):
            raise ValueError("give either choices: or choices_from:, one of the two")
        return self


class ChoiceQuestion(_Choosing):
    """One of several options."""

    type: Literal["choice"]


class ChoicesQuestion(_Choosing):
    """Any number of several options."""

    type: Literal["choices"]


class YesNoQuestion(Asked):
    """Yes or no."""

    type: Literal["yesno"]


class DateQuestion(Asked):
    """A day, as people say it."""

    type: Literal["date"]


class NumberQuestion(Asked):
    """Any number."""

    type: Literal["number"]


class GoalQuestion(Asked):
    """A goal, and how far it is made smart."""

    type: Literal["goal"]
    smart: Literal["off", "light", "full"] = "off"


class ActionQuestion(Asked):
    """What the client will do, by when, how surely."""

    type: Literal["action"]
    many: Many | None = None
    fields: tuple[Literal["what", "who", "by_when", "confidence", "obstacles", "support", "measure"], ...] = (
        "what",
        "by_when",
        "confidence",
    )


class SayQuestion(Asked):
    """Something for the coach to say; nothing is asked."""

    type: Literal["say"]


Question = Annotated[
    NoteQuestion
    | LineQuestion
    | ScaleQuestion
    | ChoiceQuestion
    | ChoicesQuestion
    | YesNoQuestion
    | DateQuestion
    | NumberQuestion
    | GoalQuestion
    | ActionQuestion
    | SayQuestion,
    Discriminator("type"),
]
TYPES = ("note", "line", "scale", "yesno", "choice", "choices", "date", "number", "goal", "action", "say")

_SMART: dict[str, tuple[Field, ...]] = {
    "off": (),
    "light": ("measure",),
    "full": ("specific", "measure", "achievable", "relevant", "by_when"),
}


def fields_of(question: Question) -> tuple[Field, ...]:
    """What is asked about a goal or an action once its one line is there, in order."""
    match question:
        case GoalQuestion(smart=smart):
            return _SMART[smart]
        case ActionQuestion(fields=fields):
            return tuple(dict.fromkeys(field for field in fields if field != "what"))
        case _:
            return ()


def answer_kind(question: Question) -> Kind:
    """As what an answer is kept."""
    if question.keep_as is not None:
        return question.keep_as
    if question.type in {"line", "say"}:
        return "note"
    return cast("Kind", question.type)


def takes_many(question: Question) -> bool:
    """Whether one answer follows another until the coach goes on."""
    match question:
        case NoteQuestion():
            return True
        case LineQuestion(many=many) | ActionQuestion(many=many):
            return many is not None
        case _:
            return False


class Step(Part):
    """A part of a stage with questions of its own, as Egan's tasks are."""

    id: Id
    title: Words
    cue: Words | None = None
    share_with: ShareWith | None = None
    ask: tuple[Question, ...] = Setting(min_length=1)


class Stage(Part):
    """One leg of the conversation."""

    id: Id
    title: Words
    minutes: Minutes | None = None
    aim: Words | None = None
    cue: Words | None = None
    exit: Words | None = None
    share_with: ShareWith | None = None
    ask: tuple[Question, ...] | None = Setting(None, min_length=1)
    steps: tuple[Step, ...] | None = Setting(None, min_length=1)

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if (self.ask is None) == (self.steps is None):
            raise ValueError("a stage has either ask: or steps:, one of the two")
        return self


@dataclass(frozen=True, slots=True)
class Place:
    """A question and where it stands."""

    stage: Stage
    step: Step | None
    question: Question

    @property
    def share_with(self) -> ShareWith | None:
        """Who may see what is answered here, if the question or what is around it says so."""
        around = (self.question, self.step, self.stage)
        return next((part.share_with for part in around if part is not None and part.share_with is not None), None)


class Framework(Part):
    """A coaching model: its stages in their order, and what the coach is told about it."""

    id: FrameworkId
    title: Words
    version: int = 1
    language: str = "en"
    minutes: Minutes | None = None
    about: Words | None = None
    credit: Words | None = None
    order: Literal["free", "fixed"] = "fixed"
    share_with: ShareWith | None = None
    stages: tuple[Stage, ...] = Setting(min_length=1)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every question in the order in which it is asked."""
        return tuple(self._walk())

    @cached_property
    def by_id(self) -> dict[str, Place]:
        """Every question by its id, which is its own in the whole framework."""
        return {place.question.id: place for place in self.places}

    def _walk(self) -> Iterator[Place]:
        for stage in self.stages:
            for question in stage.ask or ():
                yield Place(stage, None, question)
            for step in stage.steps or ():
                for question in step.ask:
                    yield Place(stage, step, question)

    def share_with_at(self, place: Place) -> ShareWith | None:
        """Who may see the answers to a question, if anything in the framework says so."""
        return place.share_with or self.share_with
