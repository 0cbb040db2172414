"""A framework as somebody wrote it: its own questions, and those of which its other parts speak by their ids."""

from collections.abc import Iterator

from coachcli.domain.framework.conditions import read_condition
from coachcli.domain.framework.model import Framework, Place
from coachcli.domain.framework.settings import names_where
from coachcli.domain.session.answers import PLACEHOLDER

_NAMING = names_where(lambda setting: setting.names_question)


def written(framework: Framework) -> tuple[Place, ...]:
    """Every question that stands in the file, without those that are asked besides."""
    return tuple(
        place
        for place in framework.places
        if place.question in (place.step.ask if place.step is not None else place.stage.ask or ())
    )


def mentioned(framework: Framework) -> frozenset[str]:
    """The ids of questions that conditions, loops, lists to choose from, checks and quotes speak of."""
    told = framework.model_dump(mode="json", exclude_none=True)
    return frozenset(_ids(told)) & frozenset(framework.by_id)


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
