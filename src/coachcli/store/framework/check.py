"""From the text of a framework to a framework, or to everything that is wrong with it and where."""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coachcli.domain.framework.lint import flaws, missing_commitments, nameless_histories
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.names import is_framework_name
from coachcli.domain.framework.scope import Flaw, Spots
from coachcli.domain.framework.short_forms import expand
from coachcli.domain.problems import Problem, Where, has_error
from coachcli.domain.record_data import checked
from coachcli.domain.value import Value
from coachcli.store.framework import corrections, schema_errors
from coachcli.store.framework.before import dated, with_void_marks
from coachcli.store.framework.merge import extended
from coachcli.store.framework.parent import NOWHERE, References, unknown_packs
from coachcli.store.framework.schema import Repairs, part_at, split
from coachcli.store.framework.text import Reading, readings
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Mapping, marked, node_at, plain, span

_NO_SETTINGS = Problem("E207", 1, 1, "a framework is a list of settings such as  title: GROW")


class Checked(Value, frozen=True):
    """The outcome of a check: the lines of the text, the framework if it can be used, and all problems."""

    lines: tuple[str, ...]
    framework: Framework | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> list[Problem]:
        """The problems that keep it from being used."""
        return [problem for problem in self.problems if problem.level == "error"]


def check(
    data: bytes,
    file_id: str,
    limits: strict_reader.Limits = strict_reader.FRAMEWORK,
    references: References = NOWHERE,
) -> Checked:
    """Read and check a framework; `file_id` is its file's name, which serves where it has no id."""
    outcomes = (_check(reading, file_id, references) for reading in readings(data, limits))
    return min(outcomes, key=lambda checked: len(checked.problems))


def _check(reading: Reading, file_id: str, references: References) -> Checked:
    """Check one reading: mend texts and names, lay it over its parent, then check its schema and its sense."""
    if reading.tree is None:
        return outcome(reading, None, [])
    tree, problems = corrections.read_back(reading.tree, reading.meant)
    if not isinstance(tree, Mapping):
        return outcome(reading, None, [*problems, _NO_SETTINGS])
    tree, misspelt = corrections.as_meant(tree)
    problems += misspelt
    now, undated = dated(tree, file_id)
    whole = extended(now, references)
    if whole.tree is None:
        return outcome(reading, None, [*problems, *whole.problems])
    framework, found = examined(whole.tree, reading.meant, file_id)
    places = {(problem.line, problem.column) for problem in found}
    packs = unknown_packs(whole.tree, references)
    found += [problem for problem in packs if (problem.line, problem.column) not in places]
    problems += whole.told(with_void_marks(found, tree))
    # Advice waits until nothing is wrong.
    return outcome(reading, framework, problems or undated)


def outcome(reading: Reading, framework: Framework | None, found: list[Problem]) -> Checked:
    """The outcome of a check that `found` these problems; with an error among all problems there is no framework."""
    problems = reading.all_problems(found)
    return Checked(reading.lines, None if has_error(problems) else framework, problems)


def named(checked: Checked, name: str) -> Checked:
    """The outcome, with an error where the id is not the name of the file: nobody could tell which of them counts."""
    framework = checked.framework
    if framework is None or framework.id == name.casefold():
        return checked
    line = next((n for n, text in enumerate(checked.lines, 1) if text.startswith("id:")), 1)
    write_it = f"write  id: {name}  or " if is_framework_name(name) else ""
    hint = f"{write_it}name the file {framework.id}.yaml"
    problem = Problem("E303", line, 1, f"the id is '{framework.id}', but the file is called '{name}'", hint=hint)
    return Checked(checked.lines, None, (*checked.problems, problem))


_ROUNDS = 6
_MOST_TOLD = 300


class _Shape(Value, frozen=True):
    """What the schema says: the framework as far as it is right, errors, and ids of which nothing more can be said."""

    framework: Framework | None
    errors: tuple[ErrorDetails, ...]
    doubtful: frozenset[str]


def examined(tree: Mapping, lines: Sequence[str], file_id: str) -> tuple[Framework | None, list[Problem]]:
    """The framework in a tree, if it can be used, and all that is wrong with it."""
    data = plain(tree)
    shape = _shape(expand(data if isinstance(data, dict) else {}, file_id))
    found = [schema_errors.problem(details, tree) for details in shape.errors]
    problems = list({(problem.line, problem.column): problem for problem in reversed(found)}.values())
    if shape.framework is not None:
        advice = () if problems else missing_commitments(shape.framework)
        all_flaws = [
            *flaws(shape.framework),
            *nameless_histories(shape.framework, _unnamed(shape.framework, tree)),
            *advice,
        ]
        problems += [_placed(flaw, tree, lines) for flaw in all_flaws if flaw.about not in shape.doubtful]
    return (None if found else shape.framework), problems


def _shape(data: dict[str, Any]) -> _Shape:
    repairs, errors = Repairs(data), list[ErrorDetails]()
    for attempt in range(_ROUNDS):  # each round may bring to light what the last one hid
        try:
            return _Shape(checked(Framework, data), tuple(errors), frozenset(repairs.doubtful))
        except ValidationError as error:
            found = error.errors(include_url=False)
        new = [details for details in schema_errors.roots(found) if not attempt or _is_new(details, repairs)]
        errors += new[: _MOST_TOLD - len(errors)]
        for details in found:
            repairs.mend(split(details["loc"])[0])
    return _Shape(None, tuple(errors), frozenset())


def _is_new(details: ErrorDetails, repairs: Repairs) -> bool:
    """Whether an error was in the file from the start, and was not made by mending another one."""
    where, _ = split(details["loc"])
    return len(where) > len(part_at(where)) or part_at(where) not in repairs.mended


def _unnamed(framework: Framework, tree: Mapping) -> set[Where]:
    """The places of questions that have settings, and no id among them."""
    nodes = ((spot.where, node_at(tree, spot.where)[0]) for spot in Spots(framework).all)
    return {where for where, node in nodes if isinstance(node, Mapping) and "id" not in node.entries}


def _placed(flaw: Flaw, tree: Mapping, lines: Sequence[str]) -> Problem:
    node, key = node_at(tree, flaw.where)
    place = span(key) if key is not None and not flaw.where[1:] else marked(node, flaw.mark, flaw.near, lines)
    line, column, width = place
    return Problem(flaw.code, line, column, flaw.text, width=width, hint=flaw.hint, level=flaw.level)
