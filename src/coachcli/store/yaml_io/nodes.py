"""A YAML document as a tree of texts, each with its place: the line and the columns it takes in the file."""

import re
from collections.abc import Sequence as List
from typing import NamedTuple, TypeAlias

from coachcli.domain.problems import Problem, Where
from coachcli.domain.value import Value
from coachcli.patterns import pattern


class Scalar(Value, frozen=True):
    """A text; `plain` means without quotes. Lines and columns count from 1, in characters; the end is exclusive."""

    text: str
    plain: bool
    line: int
    column: int
    end_line: int
    end_column: int


class Sequence(Value, frozen=True):
    """A list, and where it begins."""

    items: "tuple[Node, ...]"
    line: int
    column: int


class Entry(NamedTuple):
    """One name of a mapping, and its value."""

    key: Scalar
    value: "Node"


class Mapping(Value, frozen=True):
    """Names with their values in the order of the file, and where they begin."""

    entries: dict[str, Entry]
    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping
Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | None"


def plain(node: Node) -> Plain:
    """`node` as dicts, lists and texts; None where nothing was written."""
    if isinstance(node, Scalar):
        return node.text if node.text or not node.plain else None
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(entry.value) for name, entry in node.entries.items()}


def span(node: Node) -> tuple[int, int, int]:
    """The line and column where a node begins, and its width in characters on that line."""
    return node.line, node.column, max(1, _end(node, node.line) - node.column)


def _end(node: Node, line: int) -> int:
    """The column behind the part of a node that stands on a line."""
    if isinstance(node, Scalar):
        return node.end_column if node.end_line == line else node.column + 1
    if isinstance(node, Sequence):
        first = node.items[0] if node.items and node.items[0].line == line else None
        return _end(first, line) if first else node.column + 1
    entry = next(iter(node.entries.values()), None)
    if entry is None or entry.key.line != line:
        return node.column + 1
    value = entry.value
    return _end(value, line) if value.line == line else entry.key.end_column


def marked(node: Node, mark: str, near: str, lines: List[str]) -> tuple[int, int, int]:
    """The line, column and width of the words `mark` in a node, at or behind the words `near` where it has these.

    Those of the whole node where it has not the words `mark`.
    """
    if isinstance(node, Scalar) and mark and node.line > 0:
        for number in range(node.line, min(node.end_line, len(lines)) + 1):
            line, start = lines[number - 1], node.column - 1 if number == node.line else 0
            match = _words(mark).search(line, max(start, line.find(near, start) if near else 0))
            if match:
                return number, match.start() + 1, len(mark)
    return span(node)


def _words(words: str) -> re.Pattern[str]:
    return pattern(rf"(?<!\w){re.escape(words)}(?!\w)")


def node_at(tree: Node, where: Where) -> tuple[Node, Scalar | None]:
    """The node at a place, as deep as the file goes, and the key it stands under."""
    node, key = tree, None
    for step in where:
        if isinstance(node, Mapping) and step in node.entries:
            entry = node.entries[str(step)]
            node, key = entry.value, entry.key
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node, key = node.items[step], None
        # Any other step is the schema's own, or a setting that is missing: then the node around it is the place.
    return node, key


def problem_at(node: Node, code: str, text: str, hint: str = "") -> Problem:
    """An error about a node, where it stands."""
    line, column, width = span(node)
    return Problem(code, line, column, text, width=width, hint=hint)
