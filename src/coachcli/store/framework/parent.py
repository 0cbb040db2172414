"""The tree of nodes of a framework that exists already, so that a file can be laid over it.

Its nodes stand on line 0, which no file has; their column says to which part they belong.
"""

from collections.abc import Collection
from typing import Any, Protocol

from coachcli.domain.near_names import nearest
from coachcli.domain.problems import Problem
from coachcli.domain.value import Value
from coachcli.store.framework.parts import items, short
from coachcli.store.yaml_io.nodes import Entry, Mapping, Node, Scalar, Sequence, problem_at

UNKNOWN_PARENT, CIRCLE, TOO_DEEP, BROKEN_PARENT = "E321", "E322", "E323", "E324"


class ParentError(Exception):
    """Why a framework cannot be built upon."""

    def __init__(self, code: str, text: str, hint: str) -> None:
        super().__init__(text)
        self.code, self.text, self.hint = code, text, hint


class Inherited(Value, frozen=True):
    """The tree of a framework that another file builds on."""

    name: str
    tree: Mapping
    parts: tuple[str, ...]

    def part(self, column: int) -> str:
        """The id of the question, step or stage whose nodes have that column; empty for the framework itself."""
        return self.parts[column]


class References(Protocol):
    """Where the names in a file are looked up."""

    def parent(self, name: str, language: str | None) -> Inherited:
        """The framework of that name, in that language where it has it; raises ParentError."""

    def packs(self) -> Collection[str]:
        """The ids of the packs there are."""


class Nowhere:
    """For a text that stands alone, as a snapshot does: the names in it are not looked up."""

    def parent(self, name: str, language: str | None) -> Inherited:  # noqa: ARG002 nothing is looked up
        """Always raises ParentError: there is no parent."""
        text = f"'{name}' cannot be looked up from here"
        raise ParentError(UNKNOWN_PARENT, text, "put the file into the frameworks folder of your practice")

    def packs(self) -> Collection[str]:
        """None: names of packs are taken as they are."""
        return ()


def unknown_packs(tree: Mapping, references: References) -> list[Problem]:
    """The problems of packs that a file names and that do not exist."""
    parts = [tree, *(stage for stage in items(tree, "stages") if isinstance(stage, Mapping))]
    lists = [part.entries["packs"].value for part in parts if "packs" in part.entries]
    names = [item for node in lists if isinstance(node, Sequence) for item in node.items if isinstance(item, Scalar)]
    if not names or isinstance(references, Nowhere):
        return []
    there = references.packs()
    unknown = [item for item in names if item.text not in there]
    return [_unknown(item, there, told) for told, item in enumerate(unknown)]


def _unknown(item: Scalar, packs: Collection[str], count: int) -> Problem:
    close = nearest(item.text, packs, count)
    hint = f"did you mean '{close}'?" if close else f"there are: {', '.join(sorted(packs)) or 'none yet'}"
    return problem_at(item, "E331", f"there is no topic pack '{short(item.text)}'", hint)


NOWHERE = Nowhere()


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
