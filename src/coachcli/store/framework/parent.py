"""A framework that is there already as a tree of nodes, so that a file can be laid over it.

Its nodes stand on line 0, which no file has; the column says of which part they are.
"""

from dataclasses import dataclass
from typing import Any

from coachcli.store.yaml_io.nodes import Entry, Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Inherited:
    """The tree of a framework that another file builds on."""

    name: str
    tree: Mapping
    parts: tuple[str, ...]

    def part(self, column: int) -> str:
        """The id of the question, step or stage whose node bears that column; nothing for the framework's own."""
        return self.parts[column]


def inherited(name: str, data: dict[str, Any]) -> Inherited:
    """The tree of a framework's canonical form."""
    parts = [""]
    tree = Mapping({key: _entry(key, value, 0, parts) for key, value in data.items()}, 0, 0)
    return Inherited(name, tree, tuple(parts))


def _entry(key: str, value: Any, part: int, parts: list[str]) -> Entry:
    return Entry(_scalar(key, part), _node(value, part, parts))


def _node(value: Any, part: int, parts: list[str]) -> Node:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            parts.append(value["id"])
            part = len(parts) - 1
        return Mapping({key: _entry(key, inner, part, parts) for key, inner in value.items()}, 0, part)
    if isinstance(value, list):
        return Sequence(tuple(_node(item, part, parts) for item in value), 0, part)
    return _scalar(str(value), part)


def _scalar(text: str, part: int) -> Scalar:
    return Scalar(text, plain=False, line=0, column=part, end_line=0, end_column=part)
