"""Which settings there are at which place of a framework's file."""

from collections.abc import Collection
from functools import cache
from typing import get_args

from coachcli.domain.framework.checks import CHECKS
from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.parts import Part
from coachcli.domain.framework.questions import Asked, Question
from coachcli.domain.near_names import nearest
from coachcli.domain.problems import Where

QUESTIONS: dict[str, type[Part]] = {
    get_args(model.model_fields["type"].annotation)[0]: model for model in get_args(get_args(Question)[0])
}
_LISTS = {"stages", "steps", "ask", "checks"}
# Only a file that extends another has these; the schema never sees them.
_EXTENDING = {"extends", "remove"}
_PLACING = {"before", "after"}


def keys(model: type[Part]) -> set[str]:
    """The settings of a part, as they are written."""
    return {setting.alias or name for name, setting in model.model_fields.items()}


BASE_KEYS = keys(Asked) | {"type"}
QUESTION_KEYS = set[str]().union(*(keys(model) for model in QUESTIONS.values()))
CHECK_KEYS = set[str]().union(*(keys(model) for model in CHECKS.values()))


def is_meant_as_setting(name: str) -> bool:
    """Whether a name is a setting of a question, or a slip of one; `What matters` is the beginning of a text."""
    return name in QUESTION_KEYS | _PLACING or (" " not in name and alike(name, QUESTION_KEYS) is not None)


def alike(word: str, known: Collection[str]) -> str | None:
    """What was most likely meant by a word, if anything."""
    return nearest(word.casefold(), known)


def split(where: Where) -> tuple[Where, str]:
    """A place as pydantic names it as a place of the file, and the last of its own names that was left out of it."""
    path: list[str | int] = []
    tag = ""
    for step in where:
        if len(path) > 1 and isinstance(path[-1], int) and path[-2] in {"ask", "checks"} and isinstance(step, str):
            names = QUESTIONS if path[-2] == "ask" else CHECKS
            if not tag and step in names:
                tag = step
                continue
        path.append(step)
    return tuple(path), tag


def settings_at(where: Where, kind: str = "") -> frozenset[str]:
    """The settings that the part at a place of the file may have; `kind` is the type of a question or a check."""
    return _settings(_level(where), kind)


def known_at(where: Where, kind: str = "") -> frozenset[str]:
    """The same with what only a file that extends another may have."""
    return _known(_level(where), kind)


def _level(where: Where) -> str:
    """The innermost list around a place."""
    return next((str(step) for step in reversed(where) if step in _LISTS), "")


@cache
def _settings(level: str, kind: str) -> frozenset[str]:
    match level:
        case "checks":
            return frozenset(keys(CHECKS[kind]) if kind in CHECKS else CHECK_KEYS)
        case "ask":
            return frozenset(keys(QUESTIONS[kind]) if kind in QUESTIONS else QUESTION_KEYS)
        case _:
            parts: dict[str, type[Part]] = {"steps": Step, "stages": Stage}
            return frozenset(keys(parts.get(level, Framework)))


@cache
def _known(level: str, kind: str) -> frozenset[str]:
    more = {"checks": set[str](), "": _EXTENDING}.get(level, _PLACING)
    return _settings(level, kind) | more
