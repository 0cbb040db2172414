"""What must hold in a condition: it tests an earlier question, in a way that fits it, for a possible answer."""

from collections.abc import Callable, Iterator

from coachcli.domain.framework.conditions import Test, read_condition
from coachcli.domain.framework.model import Step
from coachcli.domain.framework.question_types import EQUAL, HOLDS, MEASURED, fitting_tests, type_of
from coachcli.domain.framework.questions import (
    ChoiceQuestion,
    ChoicesQuestion,
    Question,
    SayQuestion,
    ScaleQuestion,
)
from coachcli.domain.framework.scope import Flaw, Here, Spots
from coachcli.domain.near_names import nearest
from coachcli.domain.problems import Where
from coachcli.domain.text import folded

_MEASURES: dict[str, Callable[[float, float], bool]] = {
    "below": lambda number, bound: number < bound,
    "above": lambda number, bound: number > bound,
    "at least": lambda number, bound: number >= bound,
    "at most": lambda number, bound: number <= bound,
}
_ALONE_MEANT = {
    ("is", "answered"): "answered",
    ("is", "empty"): "empty",
    ("is not", "answered"): "empty",
    ("is not", "empty"): "answered",
}
_ALONE = "use 'answered' or 'empty'"


def untrue_conditions(spots: Spots) -> Iterator[Flaw]:
    """Everything that is wrong with the conditions of stages, steps and questions."""
    for where, stage in spots.stages():
        yield from _wrong_in(stage.when, (*where, "when"), spots, Here(spots.begin(stage), None, "stage"))
        for step_at, step in spots.steps(where, stage):
            yield from _wrong_in(step.when, (*step_at, "when"), spots, Here(spots.begin(step), None, "step"))
    for spot in spots.all:
        yield from _wrong_in(spot.question.when, (*spot.where, "when"), spots, Here(spot.moment, spot.loop))


def _wrong_in(sentence: str | None, where: Where, spots: Spots, here: Here) -> Iterator[Flaw]:
    for test in read_condition(sentence).tests if sentence else ():
        flaw = spots.unknown(test.id, where, here, _start(test)) or _untestable(test, where, spots, here.loop)
        if flaw:
            yield flaw


def _untestable(test: Test, where: Where, spots: Spots, loop: Step | None) -> Flaw | None:
    spot = spots.by_id[test.id]
    if spot.loop is not None and spot.loop is not loop:
        message = (
            f"'{test.id}' is asked once for each of '{spot.loop.for_each}', so there is no one answer to test here"
        )
        return Flaw("E312", where, message, f"test it in the step '{spot.loop.id}'", test.id, _start(test), test.id)
    return (
        _alone(test, where, spot.question)
        or _unfit(test, where, spot.question)
        or _unlikely(test, where, spot.question)
    )


def _alone(test: Test, where: Where, question: Question) -> Flaw | None:
    """The flaw of an `is` before `answered` or `empty`, which stand without it: `mood is empty`."""
    word = _ALONE_MEANT.get((test.op, test.value))
    choices = {folded(choice) for choice in getattr(question, "choices", None) or ()}
    if word is None or test.value in choices:
        return None
    hint = f"write  {test.id} {word}"
    return Flaw("E312", where, f"'{test.value}' stands without '{test.op}'", hint, test.value, _start(test), test.id)


def _start(test: Test) -> str:
    return f"{test.id} {test.op}"


def _unfit(test: Test, where: Where, question: Question) -> Flaw | None:
    """The flaw of a test that does not fit the type of the question."""

    def flaw(message: str, hint: str) -> Flaw:
        message = f"{message}, but '{question.id}' is {type_of(question).noun}"
        return Flaw("E312", where, message, hint, test.id, _start(test), test.id)

    fitting = fitting_tests(question)
    match test.op:
        case "answered" | "empty":
            silent = isinstance(question, SayQuestion)
            return flaw(f"'{test.op}' needs a question", "a 'say' is never answered") if silent else None
        case "has" | "has not" if HOLDS not in fitting:
            hint = f"use '{test.op.replace('has', 'is')}'" if isinstance(question, ChoiceQuestion) else _ALONE
            return flaw(f"'{test.op}' needs choices or a line with many", hint)
        case "is" | "is not" if EQUAL not in fitting:
            hint = f"use '{test.op.replace('is', 'has')}'" if HOLDS in fitting else _ALONE
            return flaw(f"'{test.op}' needs yes or no, a choice, a scale or a number", hint)
        case "below" | "above" | "at least" | "at most" if MEASURED not in fitting:
            return flaw(f"'{test.op}' needs a scale or a number", _ALONE)
        case _:
            return None


def _unlikely(test: Test, where: Where, question: Question) -> Flaw | None:
    """The flaw of a value that can never be the answer."""
    if not test.value:
        return None
    values = type_of(question).values
    if MEASURED in fitting_tests(question) and test.number is None:
        message = f"'{test.op}' needs a number here, not '{test.value}'"
        return Flaw("E312", where, message, f"for example  {test.id} {test.op} 5", test.value, _start(test), test.id)
    if values and folded(test.value) not in values:
        message = f"'{question.id}' is answered {' or '.join(values)}, not '{test.value}'"
        hint = f"write  {test.id} {test.op} {values[0]}"
        return Flaw("E312", where, message, hint, test.value, _start(test), test.id)
    if isinstance(question, ScaleQuestion) and test.number is not None:
        return _beyond(test, where, question, test.number)
    if isinstance(question, ChoiceQuestion | ChoicesQuestion) and question.choices and not question.other:
        return _no_choice(test, where, question.choices)
    return None


def _no_choice(test: Test, where: Where, choices: tuple[str, ...]) -> Flaw | None:
    by_folded = {folded(choice): choice for choice in choices}
    if folded(test.value) in by_folded:
        return None
    close = nearest(folded(test.value), by_folded)
    hint = f"did you mean '{by_folded[close]}'?" if close else f"choices there: {', '.join(choices)}"
    message = f"'{test.value}' is not one of the choices of '{test.id}'"
    return Flaw("E312", where, message, hint, test.value, _start(test), test.id)


def _beyond(test: Test, where: Where, scale: ScaleQuestion, bound: float) -> Flaw | None:
    """The flaw of a test that every point of the scale passes, or none."""
    if test.op in _MEASURES:
        results = {_MEASURES[test.op](end, bound) for end in (scale.start, scale.to)}
    else:
        results = set() if scale.start <= bound <= scale.to else {test.op == "is not"}
    if len(results) != 1:
        return None
    always = "always" if results == {True} else "never"
    message = f"'{scale.id}' goes from {scale.start} to {scale.to}, so this is {always} the case"
    return Flaw("W403", where, message, mark=test.value, near=_start(test), about=test.id, level="warning")
