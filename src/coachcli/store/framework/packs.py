"""Finds topic packs by their names, the coach's own before the shipped ones, and reads and checks them."""

from collections.abc import Iterator
from pathlib import Path

from coachcli.command_line import command
from coachcli.domain.framework.fields import names_of
from coachcli.domain.framework.model import Pack
from coachcli.domain.framework.names import is_framework_name
from coachcli.domain.framework.short_forms import expand
from coachcli.domain.namesakes import meant, which_of
from coachcli.domain.near_names import near
from coachcli.domain.problems import Problem, has_error
from coachcli.domain.record_data import checked
from coachcli.domain.text import PLACEHOLDER
from coachcli.domain.value import Value
from coachcli.errors import NotFoundError, Saying, UnreadableError
from coachcli.store.framework import corrections, schema_errors
from coachcli.store.framework.files import PACKS, shipped_folder, yaml_files
from coachcli.store.framework.text import Reading, file_bytes, readings
from coachcli.store.index.other_names import other_names
from coachcli.store.paths import Practice
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Mapping, Node, node_at, plain, problem_at


class PackSource(Value, frozen=True):
    """A pack's file."""

    id: str
    path: Path
    shipped: bool


class CheckedPack(Value, frozen=True):
    """The outcome of a check: the lines of the text, the pack if it can be used, and all problems."""

    lines: tuple[str, ...]
    pack: Pack | None
    problems: tuple[Problem, ...]


def sources(practice: Practice) -> list[PackSource]:
    """Every pack there is, in the order of their ids."""
    return _sources(practice.frameworks)


def names(own: Path | None) -> list[str]:
    """The ids of all packs that a framework can name, with the coach's own if their folder of frameworks is known."""
    return [source.id for source in _sources(own)]


def find(practice: Practice, name: str) -> PackSource:
    """The one pack that is meant by a name: its id, another name of it, or a part of one."""
    by_id = {source.id: source for source in sources(practice)}
    matches = meant(name, by_id, lambda one: other_names(by_id[one].path))
    if len(matches) == 1:
        return by_id[matches[0]]
    if matches:
        message = f"{name.strip()[:60]} can mean more than one topic pack."
        raise NotFoundError(Saying(message, discreet="That can mean more than one topic pack."), which_of(matches))
    close = near("-".join(name.split()).casefold(), by_id)
    hint = f"Did you mean {' or '.join(close)}?" if close else f"There are: {', '.join(by_id) or 'none yet'}."
    raise NotFoundError(f"There is no topic pack {name.strip()[:60]}.", hint)


def load(source: PackSource) -> "Pack":
    """The pack of a source; raises UnreadableError with the first problem if it cannot be used."""
    outcome = check_file(source.path)
    if outcome.pack is None:
        first = next(problem for problem in outcome.problems if problem.level == "error")
        raise UnreadableError(
            f"{source.path}:{first.line}:{first.column}: {first.text}",
            f"Mend the file, then: {command('framework', 'check', str(source.path))}",
        )
    return outcome.pack


def check_file(path: Path) -> "CheckedPack":
    """A file checked as a pack, whose id is the file's name."""
    return check(file_bytes(path), path.stem)


def _sources(own: Path | None) -> list[PackSource]:
    shipped = {name: PackSource(name, path, True) for name, path in yaml_files(shipped_folder() / PACKS).items()}
    mine = {name: PackSource(name, path, False) for name, path in (yaml_files(own / PACKS) if own else {}).items()}
    replaced = {name.casefold() for name in mine}
    sources = [source for name, source in shipped.items() if name not in replaced]
    return sorted([*sources, *mine.values()], key=lambda source: source.id)


_NO_SETTINGS = Problem("E207", 1, 1, "a topic pack is a list of settings such as  title: Delegation, and its  probes:")


def check(data: bytes, file_id: str) -> CheckedPack:
    """Read and check a pack, which goes by the name of its file."""
    outcomes = (_check(reading, file_id) for reading in readings(data, strict_reader.FRAMEWORK))
    return min(outcomes, key=lambda checked: len(checked.problems))


def _check(reading: Reading, file_id: str) -> CheckedPack:
    if reading.tree is None:
        return CheckedPack(reading.lines, None, reading.problems)
    pack, found = None, [_NO_SETTINGS]
    if isinstance(reading.tree, Mapping):
        right, misspelt = corrections.as_meant_among(reading.tree, tuple(names_of(Pack).values()))
        tree, warnings = corrections.read_back(right, reading.meant)
        pack, found = _examined(tree, file_id)
        found += misspelt + warnings
    problems = reading.all_problems(found)
    return CheckedPack(reading.lines, None if has_error(problems) else pack, problems)


def _examined(tree: Node, file_id: str) -> tuple[Pack | None, list[Problem]]:
    from pydantic import ValidationError  # noqa: PLC0415 most calls ask for no pack

    data = plain(tree)
    try:
        pack = checked(Pack, expand(data if isinstance(data, dict) else {}, file_id))
    except ValidationError as error:
        errors = schema_errors.roots(error.errors(include_url=False))
        return None, [schema_errors.problem(details, tree) for details in errors]
    return pack, [*_quotes(pack, tree), *_another_id(pack, tree, file_id)]


def _quotes(pack: Pack, tree: Node) -> Iterator[Problem]:
    """The problems of quotes: a pack is drawn on anywhere, so it can quote no question."""
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
