"""Where in a framework's file its questions stand, and which of them are asked before which."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property

from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import Question
from coachcli.domain.problems import Level, Where
from coachcli.domain.value import Value

_PHASES = ("call", "closing", "after_call")
_ASKED = {"call": "in the call", "closing": "at the end of the call", "after_call": "after the call"}
Moment = tuple[int, int]
"""When something is asked: the phase, and the place among all questions of the file."""
AT_THE_END: Moment = (len(_PHASES), 0)


class Flaw(Value, frozen=True):
    """Something that does not make sense, and where it stands.

    It is about the words `mark` there, which stand at or behind the words `near`. `about` is the id of another question
    on which it depends.
    """

    code: str
    where: Where
    text: str
    hint: str = ""
    mark: str = ""
    near: str = ""
    about: str = ""
    level: Level = "error"


class Spot(Value, frozen=True):
    """A question, where it stands in the file, and when it is asked."""

    where: Where
    stage: Stage
    step: Step | None
    question: Question
    number: int

    @property
    def moment(self) -> Moment:
        """When it is asked: a question that closes a call comes after all others of the call."""
        return _PHASES.index(self.question.phase), self.number

    @property
    def loop(self) -> Step | None:
        """The step that asks it about one thing after another; None where it is asked once."""
        return self.step if self.step is not None and self.step.for_each is not None else None


class Here(Value, frozen=True):
    """A place that names a question: what was asked `until` then, the loop around it, and `what` names the question."""

    until: Moment
    loop: Step | None = None
    what: str = "question"


class Spots(Value, frozen=True, dict=True):
    """All questions of a framework in the order of its file."""

    framework: Framework

    @cached_property
    def all(self) -> tuple[Spot, ...]:
        """Every question."""
        rows = enumerate(self._found())
        return tuple(Spot(where, stage, step, question, number) for number, (where, stage, step, question) in rows)

    @cached_property
    def by_id(self) -> dict[str, Spot]:
        """The first question of each id."""
        return {spot.question.id: spot for spot in reversed(self.all)}

    def _found(self) -> Iterator[tuple[Where, Stage, Step | None, Question]]:
        for stage_at, stage in self.stages():
            for index, question in enumerate(stage.ask or ()):
                yield (*stage_at, "ask", index), stage, None, question
            for step_at, step in self.steps(stage_at, stage):
                for index, question in enumerate(step.ask):
                    yield (*step_at, "ask", index), stage, step, question

    def stages(self) -> Iterator[tuple[Where, Stage]]:
        """Every stage and where it stands."""
        for index, stage in enumerate(self.framework.stages):
            yield ("stages", index), stage

    def steps(self, stage_at: Where, stage: Stage) -> Iterator[tuple[Where, Step]]:
        """Every step of a stage and where it stands."""
        for index, step in enumerate(stage.steps or ()):
            yield (*stage_at, "steps", index), step

    @cached_property
    def _within(self) -> dict[int, list[Spot]]:
        """The questions of each stage and step, by its identity, as two with equal words are still two."""
        spots: dict[int, list[Spot]] = {}
        for spot in self.all:
            for part in (spot.stage, spot.step):
                spots.setdefault(id(part), []).append(spot)
        return spots

    def of(self, part: Stage | Step) -> list[Spot]:
        """The questions of a stage or a step."""
        return self._within[id(part)]

    def begin(self, part: Stage | Step) -> Moment:
        """When the first question of a stage or a step is asked."""
        return min(spot.moment for spot in self.of(part))

    def end(self, part: Stage | Step) -> Moment:
        """When the last question of a stage or a step was asked."""
        phase, number = max(spot.moment for spot in self.of(part))
        return phase, number + 1

    def unknown(self, name: str, where: Where, here: Here, near: str = "", others: Sequence[str] = ()) -> Flaw | None:
        """The flaw of naming a question here; None if it was asked by then. `others` are names with another meaning."""
        spot = self.by_id.get(name)
        if spot is not None and spot.moment < here.until:
            return None
        if spot is not None:
            after = spot.question.phase != "call" and spot.moment[0] > here.until[0]
            when = f"{_ASKED[spot.question.phase]}, later" if after else "later"
            return Flaw("E311", where, f"'{name}' is asked {when} than this {here.what}", "", name, near, about=name)
        earlier = [spot.question.id for spot in self.all if spot.moment < here.until]
        close = get_close_matches(name, [*earlier, *others], n=1)
        otherwise = "{client} is their first name; all else is the id of an earlier question" if others else ""
        hint = f"did you mean '{close[0]}'?" if close else otherwise
        return Flaw("E311", where, f"no earlier question has the id '{name}'", hint, name, near, about=name)
