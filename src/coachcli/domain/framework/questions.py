"""The questions of a framework: what each type asks, takes and makes of the answer."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from coachcli.domain.framework.parts import Id, Many, Part, Sentence, Words
from coachcli.domain.record import OneOf
from coachcli.domain.terms import Field, Phase, Role, ShareWith
from coachcli.domain.value import field


class Asked(Part, frozen=True, kw_only=True):
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


class _InWords(Asked, frozen=True, kw_only=True):
    """What words answer. With `passes_on` a sponsor says in them what the client may hear."""

    default: Words | None = None
    passes_on: bool = False


class NoteQuestion(_InWords, frozen=True, kw_only=True):
    """Running notes: every line is one, until an empty line."""

    type: Literal["note"]


class LineQuestion(_InWords, frozen=True, kw_only=True):
    """One line, or with `many` one after another. `again` brings the list that was last given to that question."""

    type: Literal["line"]
    many: Many | None = None
    again: Id | None = None

    def __post_init__(self) -> None:
        if self.again is not None and self.many is None:
            raise ValueError("again: brings a list, so the question needs a  many:")


class ScaleQuestion(Asked, frozen=True, kw_only=True):
    """A number between two ends. Scales of one `series` are one scale, whichever framework asks."""

    type: Literal["scale"]
    start: int = field(default=1, name="from")
    to: int = 10
    low: Words | None = None
    high: Words | None = None
    half_points: bool = False
    series: Id | None = None

    def __post_init__(self) -> None:
        if self.start >= self.to:
            raise ValueError("a scale must end higher than it starts")


class _Choosing(Asked, frozen=True, kw_only=True):
    """Options to choose from: written down, or the lines of an earlier question."""

    choices: Annotated[tuple[Words, ...], Meta(min_length=1)] | None = None
    choices_from: Id | None = None
    other: bool = False

    def __post_init__(self) -> None:
        if (self.choices is None) == (self.choices_from is None):
            raise ValueError("give either choices: or choices_from:, one of the two")


class ChoiceQuestion(_Choosing, frozen=True, kw_only=True):
    """One of several options."""

    type: Literal["choice"]


class ChoicesQuestion(_Choosing, frozen=True, kw_only=True):
    """Any number of several options."""

    type: Literal["choices"]


class YesNoQuestion(Asked, frozen=True, kw_only=True):
    """Yes or no."""

    type: Literal["yesno"]


class DateQuestion(Asked, frozen=True, kw_only=True):
    """A day, as people say it."""

    type: Literal["date"]


class NumberQuestion(Asked, frozen=True, kw_only=True):
    """Any number."""

    type: Literal["number"]


class GoalQuestion(Asked, frozen=True, kw_only=True):
    """What the client wants: from this hour, or for the whole work where it `lasts`; and how far it is made smart."""

    type: Literal["goal"]
    smart: Literal["off", "light", "full"] = "off"
    lasts: bool = False
    serves: bool = False


class ActionQuestion(Asked, frozen=True, kw_only=True):
    """What the client will do, by when, how surely."""

    type: Literal["action"]
    many: Many | None = None
    fields: tuple[Literal["what", "who", "by_when", "confidence", "obstacles", "support", "measure"], ...] = (
        "what",
        "by_when",
        "confidence",
    )


class ReviewQuestion(Asked, frozen=True, kw_only=True):
    """What came of the actions or goals that are open from earlier sessions, one by one."""

    type: Literal["review"]
    of: Literal["actions", "goals"] = "actions"


class SayQuestion(Asked, frozen=True, kw_only=True):
    """Something for the coach to say; nothing is asked."""

    type: Literal["say"]


Question: TypeAlias = Annotated[
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
    OneOf("type"),
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
        case GoalQuestion(smart=smart, serves=serves):
            return (*_SMART[smart], *(("serves",) if serves else ()))
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
