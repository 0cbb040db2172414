"""From a name, or a part of one, to a place in a framework."""

from collections.abc import Callable, Container, Iterable

from coachcli.domain.framework import Framework, Place, Stage
from coachcli.domain.near_names import nearest
from coachcli.domain.text import folded
from coachcli.domain.written import written


def find(framework: Framework, name: str, asked: Container[str] = ()) -> list[Place]:
    """The places that `name` can mean; one if it is clear.

    A stage is its first question, of those in `asked` (the ids of what is asked as things stand) if it has any.
    A whole name goes before a beginning, a beginning before a part; a stage before a step, a step before a question.
    """
    wanted = folded(name.replace("_", " "))
    if not wanted:
        return []
    if wanted.isdecimal() and len(wanted) <= 3:
        return _numbered(framework, int(wanted), asked)
    tests: tuple[Callable[[str], bool], ...] = (
        lambda text: text == wanted,
        lambda text: text.startswith(wanted),
        lambda text: wanted in text,
    )
    for test in tests:
        for names in (_stage_names, _step_names, _question_names):
            found = [place for place in _heads(framework, names, asked) if any(test(text) for text in names(place))]
            if found:
                return found
    return []


def names(framework: Framework) -> list[str]:
    """Everything that can be jumped to, for completion: titles of stages and steps, ids of questions."""
    titles = [stage.title for stage in framework.stages]
    steps = [step.title for stage in framework.stages for step in stage.steps or ()]
    return list(dict.fromkeys([*titles, *steps, *(place.question.id for place in written(framework))]))


def nearest_name(framework: Framework, name: str) -> str | None:
    """The name that was most likely meant."""
    by_folded = {folded(known): known for known in names(framework)}
    close = nearest(folded(name), by_folded)
    return by_folded[close] if close else None


def stages_of_call(framework: Framework) -> list[Stage]:
    """The stages one can go to."""
    held = {place.stage.id for place in framework.places if _in_call(place)}
    return [stage for stage in framework.stages if stage.id in held]


def _numbered(framework: Framework, number: int, asked: Container[str]) -> list[Place]:
    stages = stages_of_call(framework)
    if not 1 <= number <= len(stages):
        return []
    inside = [place for place in framework.places if place.stage is stages[number - 1] and _in_call(place)]
    return _asked_first(inside, asked)[:1]


def _asked_first(places: Iterable[Place], asked: Container[str]) -> list[Place]:
    return sorted(places, key=lambda place: place.question.id not in asked)


def _in_call(place: Place) -> bool:
    return place.question.phase == "call"


def _heads(framework: Framework, names_of: Callable[[Place], list[str]], asked: Container[str]) -> list[Place]:
    """The first place of each stage, of each step, or every place, as the names ask for."""
    heads: dict[tuple[str, ...], Place] = {}
    places = written(framework) if names_of is _question_names else framework.places
    for place in _asked_first(places, asked):
        if _in_call(place) or names_of is _question_names:
            heads.setdefault(tuple(names_of(place)), place)
    return [place for key, place in heads.items() if key]


def _stage_names(place: Place) -> list[str]:
    return _spoken(place.stage.title, place.stage.id)


def _step_names(place: Place) -> list[str]:
    return _spoken(place.step.title, place.step.id) if place.step else []


def _question_names(place: Place) -> list[str]:
    return _spoken(place.question.id, place.question.ask)


def _spoken(*texts: str) -> list[str]:
    return [folded(text.replace("_", " ")) for text in texts]
