"""From the text of a topic pack to a pack, or to everything that is wrong with it and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from coachcli.domain.framework.names import is_framework_name
from coachcli.domain.framework.pack import Pack
from coachcli.domain.framework.settings import names_of
from coachcli.domain.framework.short_forms import expand
from coachcli.domain.problems import Problem
from coachcli.domain.session.answers import PLACEHOLDER
from coachcli.store.framework import meant_settings, meant_texts, schema_errors
from coachcli.store.framework.text import Reading, readings
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.located import node_at, problem_at
from coachcli.store.yaml_io.nodes import Mapping, Node, plain

_NO_SETTINGS = Problem("E207", 1, 1, "a topic pack is a list of settings such as  title: Delegation, and its  probes:")


@dataclass(frozen=True, slots=True)
class CheckedPack:
    """A pack's text as checked: the pack if it can be used, and what there is to say about it."""

    lines: tuple[str, ...]
    pack: Pack | None
    problems: tuple[Problem, ...]


def check(data: bytes, file_id: str) -> CheckedPack:
    """Read and check a pack, which goes by the name of its file."""
    found = (_check(reading, file_id) for reading in readings(data, strict_reader.FRAMEWORK))
    return min(found, key=lambda checked: len(checked.problems))


def _check(reading: Reading, file_id: str) -> CheckedPack:
    if reading.tree is None:
        return CheckedPack(reading.lines, None, reading.problems)
    pack, found = None, [_NO_SETTINGS]
    if isinstance(reading.tree, Mapping):
        right, misspelt = meant_settings.as_meant(reading.tree, tuple(names_of(Pack).values()))
        tree, told = meant_texts.read_back(right, reading.meant)
        pack, found = _examined(tree, file_id)
        found += misspelt + told
    problems = [*reading.problems, *map(reading.in_file, found)]
    broken = any(problem.level == "error" for problem in problems)
    in_order = tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))
    return CheckedPack(reading.lines, None if broken else pack, in_order)


def _examined(tree: Node, file_id: str) -> tuple[Pack | None, list[Problem]]:
    data = plain(tree)
    try:
        pack = Pack.model_validate(expand(data if isinstance(data, dict) else {}, file_id))
    except ValidationError as error:
        found = schema_errors.roots(error.errors(include_url=False))
        return None, [schema_errors.problem(details, tree) for details in found]
    return pack, [*_quotes(pack, tree), *_another_id(pack, tree, file_id)]


def _quotes(pack: Pack, tree: Node) -> Iterator[Problem]:
    """A pack is drawn on anywhere, so it can quote no question."""
    for number, probe in enumerate(pack.probes):
        for name in PLACEHOLDER.findall(probe):
            if name != "client":
                text = f"a topic pack cannot quote the answer to '{name}'"
                node, _ = node_at(tree, ("probes", number))
                yield problem_at(node, "E311", text, "only {client} has a meaning here")


def _another_id(pack: Pack, tree: Node, file_id: str) -> Iterator[Problem]:
    if pack.id != file_id.casefold():
        node, _ = node_at(tree, ("id",))
        write_it = f"write  id: {file_id}  or " if is_framework_name(file_id) else ""
        hint = f"{write_it}name the file {pack.id}.yaml"
        yield problem_at(node, "E303", f"the id is '{pack.id}', but the file is called '{file_id}'", hint)
