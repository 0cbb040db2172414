"""A framework as a tree of nodes, held against the schema, and what is right in it against sense."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coachcli.domain.framework.advice import missing_commitments, nameless_histories
from coachcli.domain.framework.lint import flaws
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.scope import Flaw, Spots
from coachcli.domain.framework.short_forms import expand
from coachcli.domain.problems import Problem, Where
from coachcli.store.framework import schema_errors
from coachcli.store.framework.repairs import Repairs, part_at
from coachcli.store.framework.schema import split
from coachcli.store.yaml_io.located import marked, node_at, span
from coachcli.store.yaml_io.nodes import Mapping, plain

_ROUNDS = 6
_MOST_TOLD = 300


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the schema says: the framework as far as it is right, what is wrong, and which ids depend on that."""

    framework: Framework | None
    errors: tuple[ErrorDetails, ...]
    doubtful: frozenset[str]


def examined(tree: Mapping, lines: Sequence[str], file_id: str) -> tuple[Framework | None, list[Problem]]:
    """The framework in the tree, if it can be used, and all that is wrong with it."""
    data = plain(tree)
    shape = _shape(expand(data if isinstance(data, dict) else {}, file_id))
    found = [schema_errors.problem(details, tree) for details in shape.errors]
    problems = list({(problem.line, problem.column): problem for problem in reversed(found)}.values())
    if shape.framework is not None:
        advice = () if problems else missing_commitments(shape.framework)
        said = [*flaws(shape.framework), *nameless_histories(shape.framework, _unnamed(shape.framework, tree)), *advice]
        problems += [_placed(flaw, tree, lines) for flaw in said if flaw.about not in shape.doubtful]
    return (None if found else shape.framework), problems


def _shape(data: dict[str, Any]) -> _Shape:
    repairs, told = Repairs(data), list[ErrorDetails]()
    for attempt in range(_ROUNDS):  # each may bring to light what the last one hid
        try:
            return _Shape(Framework.model_validate(data), tuple(told), frozenset(repairs.doubtful))
        except ValidationError as error:
            found = error.errors(include_url=False)
        new = [details for details in schema_errors.roots(found) if not attempt or _is_new(details, repairs)]
        told += new[: _MOST_TOLD - len(told)]
        for details in found:
            repairs.mend(split(details["loc"])[0])
    return _Shape(None, tuple(told), frozenset())


def _is_new(details: ErrorDetails, repairs: Repairs) -> bool:
    """Whether an error was there before anything was mended: what no longer fits together may not have been."""
    where, _ = split(details["loc"])
    return len(where) > len(part_at(where)) or part_at(where) not in repairs.mended


def _unnamed(framework: Framework, tree: Mapping) -> set[Where]:
    """The questions that have settings, and no id among them."""
    found = ((spot.where, node_at(tree, spot.where)[0]) for spot in Spots(framework).all)
    return {where for where, node in found if isinstance(node, Mapping) and "id" not in node.entries}


def _placed(flaw: Flaw, tree: Mapping, lines: Sequence[str]) -> Problem:
    node, key = node_at(tree, flaw.where)
    place = span(key) if key is not None and not flaw.where[1:] else marked(node, flaw.mark, flaw.near, lines)
    line, column, width = place
    return Problem(flaw.code, line, column, flaw.text, width=width, hint=flaw.hint, level=flaw.level)
