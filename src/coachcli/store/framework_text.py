"""From the text of a framework to a framework, or to everything that is wrong with it and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from coachcli.domain.expansion import expand
from coachcli.domain.framework import Framework
from coachcli.domain.problems import Problem, Where
from coachcli.domain.sense import flaws
from coachcli.store import schema_words, strict_yaml
from coachcli.store.located import node_at, span
from coachcli.store.nodes import Entry, Mapping, Node, Scalar, Sequence, plain

# What people write for a number of something; a comment of theirs has a blank behind its #.
_COMMENT = re.compile(r"\s+(#[^\s#].*)")
# Lists in which every item is a text, or may be one.
_TEXT_LISTS = {"ask", "probes", "choices"}


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


def check(data: bytes, file_id: str, limits: strict_yaml.Limits = strict_yaml.FRAMEWORK) -> Checked:
    """Read and check a framework; `file_id` is its file's name, which serves where it has no id."""
    lines = tuple(data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").split("\n"))
    try:
        tree = strict_yaml.read(data, limits)
    except strict_yaml.YamlProblemError as error:
        return Checked(lines, None, (error.problem,))
    if not isinstance(tree, Mapping):
        return Checked(lines, None, (Problem("E207", 1, 1, "a framework is a list of settings such as  title: GROW"),))
    warnings: list[Problem] = []
    tree = _read_back(tree, warnings, in_texts=False)
    warnings += _cut_short(tree, lines)
    framework, errors = _validated(tree, file_id)
    problems = sorted([*warnings, *errors], key=lambda problem: (problem.line, problem.column))
    return Checked(lines, framework, tuple(problems))


def _validated(tree: Node, file_id: str) -> tuple[Framework | None, list[Problem]]:
    data = plain(tree)
    try:
        framework = Framework.model_validate(expand(data if isinstance(data, dict) else {}, file_id))
    except ValidationError as error:
        found = [schema_words.problem(details, tree) for details in schema_words.roots(error.errors(include_url=False))]
        return None, list({(problem.line, problem.column): problem for problem in reversed(found)}.values())
    found = [_place(Problem(f.code, 1, 1, f.text, hint=f.hint), tree, f.where) for f in flaws(framework)]
    return (None if found else framework), found


def _place(problem: Problem, tree: Node, where: Where) -> Problem:
    line, column, width = span(node_at(tree, where)[0])
    return replace(problem, line=line, column=column, width=width)


def _read_back(node: Node, warnings: list[Problem], *, in_texts: bool) -> Node:
    """The tree with questions that a colon made into mappings read as the texts they are."""
    if isinstance(node, Sequence):
        return replace(node, items=tuple(_item(item, warnings, in_texts=in_texts) for item in node.items))
    if isinstance(node, Mapping):
        entries = {
            key: Entry(entry.key, _read_back(entry.value, warnings, in_texts=key in _TEXT_LISTS))
            for key, entry in node.entries.items()
        }
        return replace(node, entries=entries)
    return node


def _cut_short(node: Node, lines: tuple[str, ...]) -> Iterator[Problem]:
    """Texts that YAML ends at a sign such as #1, and takes the rest for a comment."""
    if isinstance(node, Sequence | Mapping):
        inner = node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries.values()]
        for child in inner:
            yield from _cut_short(child, lines)
    elif node.plain and node.line == node.end_line <= len(lines):
        rest = _COMMENT.match(lines[node.line - 1], node.end_column - 1)
        if rest:
            hint = f'write it as  "{node.text}{rest[0].rstrip()}"'
            said = "everything after ' #' is a comment and was left out"
            width = len(rest[1].rstrip())
            yield Problem("W112", node.line, rest.start(1) + 1, said, width=width, hint=hint, level="warning")


def _item(node: Node, warnings: list[Problem], *, in_texts: bool) -> Node:
    if not in_texts or not isinstance(node, Mapping) or len(node.entries) != 1:
        return _read_back(node, warnings, in_texts=False)
    ((key, entry),) = node.entries.items()
    if schema_words.is_meant_as_setting(key) or not isinstance(entry.value, Scalar):
        return _read_back(node, warnings, in_texts=False)
    text = f"{key}: {entry.value.text}".rstrip()
    where = entry.key
    hint = f"to be certain, write  - {_quoted(text)}"
    said = "read as one text, although it contains a colon"
    warnings.append(Problem("W115", where.line, where.column, said, width=len(text), hint=hint, level="warning"))
    return replace(entry.value, text=text, line=where.line, column=where.column)


def _quoted(text: str) -> str:
    return f'"{text}"' if not set(text) & {'"', "\\"} else "'{}'".format(text.replace("'", "''"))


def named(checked: Checked, name: str) -> Checked:
    """The same, refused where the framework calls itself otherwise than its file: nobody could tell which it is."""
    framework = checked.framework
    if framework is None or framework.id == name.casefold():
        return checked
    line = next((n for n, text in enumerate(checked.lines, 1) if text.startswith("id:")), 1)
    hint = f"write  id: {name}  or name the file {framework.id}.yaml"
    problem = Problem("E303", line, 1, f"the id is '{framework.id}', but the file is called '{name}'", hint=hint)
    return Checked(checked.lines, None, (*checked.problems, problem))


def source_of(framework: Framework) -> dict[str, Any]:
    """A framework in its canonical form: nothing left to guess, nothing that says nothing."""
    return framework.model_dump(mode="json", by_alias=True, exclude_none=True)
