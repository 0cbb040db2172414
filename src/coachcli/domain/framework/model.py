"""A framework as data: stages, steps and questions, and what must hold between them; and topic packs to draw on."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta

from coachcli.domain.framework.checks import Check
from coachcli.domain.framework.parts import FrameworkId, Id, Many, Minutes, Part, Sentence, Words
from coachcli.domain.framework.questions import ChoicesQuestion, Question
from coachcli.domain.room import may_share
from coachcli.domain.terms import FrameworkKind, Room, ShareWith
from coachcli.domain.value import Value, field


class Step(Part, frozen=True, kw_only=True):
    """A part of a stage with questions of its own, as Egan's tasks are."""

    id: Id
    title: Words
    cue: Words | None = None
    share_with: ShareWith | None = None
    when: Sentence | None = None
    for_each: Id | None = None
    most: Many | None = None
    ask: Annotated[tuple[Question, ...], Meta(min_length=1)]

    def __post_init__(self) -> None:
        if self.most is not None and self.for_each is None:
            raise ValueError("most: caps a for_each:, and there is none here")


class Stage(Part, frozen=True, kw_only=True):
    """One leg of the conversation."""

    id: Id
    title: Words
    minutes: Minutes | None = None
    aim: Words | None = None
    cue: Words | None = None
    exit: Words | None = None
    room: Room | None = field(default=None, name="with")
    share_with: ShareWith | None = None
    when: Sentence | None = None
    series: Id | None = None
    checks: tuple[Check, ...] = ()
    packs: tuple[FrameworkId, ...] = ()
    ask: Annotated[tuple[Question, ...], Meta(min_length=1)] | None = None
    steps: Annotated[tuple[Step, ...], Meta(min_length=1)] | None = None

    def __post_init__(self) -> None:
        if (self.ask is None) == (self.steps is None):
            raise ValueError("a stage has either ask: or steps:, one of the two")


class Place(Value, frozen=True):
    """A question and where it stands."""

    stage: Stage
    step: Step | None
    question: Question

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditions that must all hold for the question to be asked: its own, its step's and its stage's."""
        around = (self.stage, self.step, self.question)
        return tuple(part.when for part in around if part is not None and part.when is not None)

    @property
    def share_with(self) -> ShareWith | None:
        """Who may see the answers, if the question, its step or its stage says so."""
        around = (self.question, self.step, self.stage)
        return next((part.share_with for part in around if part is not None and part.share_with is not None), None)


class Framework(Part, frozen=True, kw_only=True, dict=True):
    """A framework: its stages in their order, and what the coach is told about it.

    `kind` is the group in which lists show it; `room` says who talks.
    """

    id: FrameworkId
    title: Words
    kind: FrameworkKind = "conversation"
    room: Room = field(default="client", name="with")
    also: tuple[Words, ...] = ()
    version: int = 1
    language: str = "en"
    minutes: Minutes | None = None
    about: Words | None = None
    credit: Words | None = None
    order: Literal["free", "fixed"] = "fixed"
    share_with: ShareWith | None = None
    packs: tuple[FrameworkId, ...] = ()
    checks: tuple[Check, ...] = ()
    renamed: dict[Id, Id] = field(default_factory=dict)
    stages: Annotated[tuple[Stage, ...], Meta(min_length=1)]

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every question in the order in which it is asked."""
        return tuple(self._walk())

    @cached_property
    def by_id(self) -> dict[str, Place]:
        """Every question by its id, which no other question of the framework has."""
        return {place.question.id: place for place in self.places}

    def _walk(self) -> Iterator[Place]:
        for stage in self.stages:
            for question in stage.ask or ():
                yield Place(stage, None, question)
            for step in stage.steps or ():
                for question in (*_which_items(step), *step.ask):
                    yield Place(stage, step, question)

    @property
    def rooms(self) -> frozenset[Room]:
        """Every room that a session along it goes into."""
        return frozenset(self.room_of(stage) for stage in self.stages)

    def room_of(self, stage: Stage) -> Room:
        """Who is in the room in a stage."""
        return stage.room or self.room

    def share_with_at(self, place: Place) -> ShareWith | None:
        """Who may see the answers to a question, if anything in the framework says so, or the room forbids it."""
        return place.share_with or self.share_with if may_share(self.room_of(place.stage)) else "nobody"


def _which_items(step: Step) -> Iterator[Question]:
    """The question which things a step looks at, where it takes only some of many."""
    if step.for_each is not None and step.most is not None:
        ask = f"Which of these would you like to look at? {step.most} at most."
        yield ChoicesQuestion(id=items_question(step), type="choices", ask=ask, choices_from=step.for_each)


def items_question(step: Step) -> str:
    """The id of the question which things a step looks at. Nobody who writes an id puts two underscores in it."""
    return f"{step.id}__items"


class Pack(Part, frozen=True, kw_only=True):
    """Follow-up questions on one topic, in the order in which they are shown; any framework can draw on them."""

    id: FrameworkId
    title: Words
    language: str = "en"
    also: tuple[Words, ...] = ()
    about: Words | None = None
    credit: Words | None = None
    probes: Annotated[tuple[Words, ...], Meta(min_length=1)]
