"""The questions of a framework: what each type asks, takes and makes of the answer."""

from typing import Annotated, Literal, Self

from pydantic import Discriminator, model_validator
from pydantic import Field as Setting

from coachcli.domain.framework.parts import Id, Many, Part, Sentence, Words
from coachcli.domain.terms import Field, Phase, Role, ShareWith


class Asked(Part):
    """What every question has, whatever its type."""

    id: Id
    ask: Words
    probes: tuple[Words, ...] = ()
    cue: Words | None = None
    keep_as: Role | None = None
    share_with: ShareWith | None = None
    when: Sentence | None = None
    required: bool = False
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


class ReviewQuestion(Asked):
    """What came of the actions or goals that are open from earlier sessions, one by one."""

    type: Literal["review"]
    of: Literal["actions", "goals"] = "actions"


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
    | ReviewQuestion
    | SayQuestion,
    Discriminator("type"),
]
TYPES = ("note", "line", "scale", "yesno", "choice", "choices", "date", "number", "goal", "action", "review", "say")

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


def takes_many(question: Question) -> bool:
    """Whether one answer follows another until the coach goes on."""
    match question:
        case NoteQuestion():
            return True
        case LineQuestion(many=many) | ActionQuestion(many=many):
            return many is not None
        case _:
            return False
