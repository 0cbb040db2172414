"""A YAML document as a tree of texts, each with its place."""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; `plain` when it stands without quotes. Places count from 1, in characters; the end is exclusive."""

    text: str
    plain: bool
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, and where it begins."""

    items: "tuple[Node, ...]"
    line: int
    column: int


class Entry(NamedTuple):
    """One name of a mapping and what is said about it."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Names with their values in the order of the file, and where it begins."""

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
