"""The stages, steps and questions of a framework one by one, each with where it stands."""

from collections.abc import Iterator
from textwrap import shorten
from typing import Literal

from coachcli.domain.framework.conditions import read_condition
from coachcli.domain.framework.fields import source_of
from coachcli.domain.framework.model import Framework, Place, Stage, Step
from coachcli.domain.framework.questions import Question
from coachcli.domain.framework.settings import names_where
from coachcli.domain.text import PLACEHOLDER, one_line
from coachcli.domain.value import Value

ItemKind = Literal["stage", "step", "question"]
Key = tuple[ItemKind, str]
"""By what a part is known: ids differ among parts of one kind."""

_LONGEST = 60


class Item(Value, frozen=True):
    """One part of a framework, and the stage, or the stage and the step, around it."""

    kind: ItemKind
    part: Stage | Step | Question
    around: tuple[Stage | Step, ...] = ()

    @property
    def key(self) -> Key:
        """The kind and the id, by which it is known."""
        return self.kind, self.part.id

    @property
    def inside(self) -> tuple[Key, ...]:
        """The kinds and the ids of the parts around it."""
        return tuple(("step" if isinstance(part, Step) else "stage", part.id) for part in self.around)

    @property
    def place(self) -> str:
        """The titles of the parts around it."""
        return ", ".join(one_line(part.title) for part in self.around)

    @property
    def words(self) -> str:
        """The words by which a coach knows it."""
        return one_line(self.part.title if isinstance(self.part, Stage | Step) else self.part.ask)

    @property
    def called(self) -> str:
        """The words by which a coach knows it, as they stand in a sentence."""
        short = shorten(self.words, _LONGEST, placeholder=" …")
        return f"“{short}”" if self.kind == "question" else short


def items_of(framework: Framework) -> list[Item]:
    """Every part in the order of the file."""
    return list(_items(framework))


def questions_of(framework: Framework) -> dict[str, Item]:
    """Every question that stands in the file, by its id."""
    return {item.part.id: item for item in _items(framework) if item.kind == "question"}


def _items(framework: Framework) -> Iterator[Item]:
    for stage in framework.stages:
        yield Item("stage", stage)
        yield from (Item("question", question, (stage,)) for question in stage.ask or ())
        for step in stage.steps or ():
            yield Item("step", step, (stage,))
            yield from (Item("question", question, (stage, step)) for question in step.ask)


_NAMING = names_where(lambda setting: setting.names_question)


def written(framework: Framework) -> tuple[Place, ...]:
    """Every question that stands in the file, without those that coachcli asks of its own accord."""
    return tuple(
        place
        for place in framework.places
        if place.question in (place.step.ask if place.step is not None else place.stage.ask or ())
    )


def mentioned(framework: Framework) -> frozenset[str]:
    """The ids of questions that conditions, loops, lists to choose from, checks and quotes speak of."""
    return frozenset(_ids(source_of(framework))) & frozenset(framework.by_id)


def _ids(part: object, key: str = "") -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            yield from _ids(value, name)
    elif isinstance(part, list):
        for item in part:
            yield from _ids(item)
    elif isinstance(part, str):
        if key == "when":
            yield from (test.id for test in read_condition(part).tests)
        else:
            yield from [part] if key in _NAMING else PLACEHOLDER.findall(part)
