"""From the text of a framework to a framework, or to everything that is wrong with it and where."""

from dataclasses import dataclass
from typing import Any

from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.names import is_framework_name
from coachcli.domain.problems import Problem
from coachcli.store.framework import corrections, meant_texts
from coachcli.store.framework.extension import extended
from coachcli.store.framework.references import NOWHERE, References, unknown_packs
from coachcli.store.framework.text import Reading, readings
from coachcli.store.framework.tree import examined
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Mapping

_NO_SETTINGS = Problem("E207", 1, 1, "a framework is a list of settings such as  title: GROW")


@dataclass(frozen=True, slots=True)
class Checked:
    """A framework's text as checked: the framework if it can be used, and what there is to say about it."""

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
    found = (_check(reading, file_id, references) for reading in readings(data, limits))
    return min(found, key=lambda checked: len(checked.problems))


def _check(reading: Reading, file_id: str, references: References) -> Checked:
    """Texts read back, names put right, the parent laid under it, the schema, sense, advice."""
    if reading.tree is None:
        return _checked(reading, None, [])
    tree, problems = meant_texts.read_back(reading.tree, reading.meant)
    if not isinstance(tree, Mapping):
        return _checked(reading, None, [*problems, _NO_SETTINGS])
    tree, misspelt = corrections.as_meant(tree)
    problems += misspelt
    whole = extended(tree, references)
    if whole.tree is None:
        return _checked(reading, None, [*problems, *whole.problems])
    framework, found = examined(whole.tree, reading.meant, file_id)
    told = {(problem.line, problem.column) for problem in found}
    packs = unknown_packs(whole.tree, references)
    found += [problem for problem in packs if (problem.line, problem.column) not in told]
    return _checked(reading, framework, problems + whole.told(found))


def _checked(reading: Reading, framework: Framework | None, found: list[Problem]) -> Checked:
    """In the order of the file; with an error in it there is no framework."""
    problems = [*reading.problems, *map(reading.in_file, found)]
    broken = any(problem.level == "error" for problem in problems)
    problems.sort(key=lambda problem: (problem.line, problem.column))
    return Checked(reading.lines, None if broken else framework, tuple(problems))


def named(checked: Checked, name: str) -> Checked:
    """The same, refused where the framework calls itself otherwise than its file: nobody could tell which it is."""
    framework = checked.framework
    if framework is None or framework.id == name.casefold():
        return checked
    line = next((n for n, text in enumerate(checked.lines, 1) if text.startswith("id:")), 1)
    write_it = f"write  id: {name}  or " if is_framework_name(name) else ""
    hint = f"{write_it}name the file {framework.id}.yaml"
    problem = Problem("E303", line, 1, f"the id is '{framework.id}', but the file is called '{name}'", hint=hint)
    return Checked(checked.lines, None, (*checked.problems, problem))


def source_of(framework: Framework) -> dict[str, Any]:
    """A framework in its canonical form: nothing left to guess, nothing that says nothing."""
    return framework.model_dump(mode="json", by_alias=True, exclude_none=True)
