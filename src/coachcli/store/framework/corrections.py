"""Names in a framework that are almost right, and single things where a list should be: told, and read as meant.

So such a slip hides nothing of what stands behind it, and nothing else seems wrong because of it.
"""

from dataclasses import replace

from coachcli.domain.framework.questions import TYPES
from coachcli.domain.framework.settings import PARTS, extending_in, lists
from coachcli.domain.problems import Problem, Where
from coachcli.store.framework.schema import alike, known_at, part_named_at, settings_at
from coachcli.store.framework.shown import short, shown
from coachcli.store.yaml_io.located import span
from coachcli.store.yaml_io.nodes import Entry, Mapping, Node, Scalar, Sequence


def as_meant(tree: Mapping) -> tuple[Mapping, list[Problem]]:
    """The tree with the names that were meant, and an error for each that was another."""
    problems: list[Problem] = []
    # What a file extends may say of which type a question is, so any setting of a question may be meant there.
    root: Where = ("extends",) if "extends" in tree.entries else ()
    return _part(tree, root, problems), problems


def no_type(node: Scalar) -> Problem:
    """A type of question that there is not."""
    close = alike(node.text, TYPES)
    said = f"did you mean '{close}'? " if close else ""
    text = f"there is no question type '{short(node.text)}'"
    return Problem("E203", node.line, node.column, text, span(node)[2], f"{said}types: {', '.join(TYPES)}")


def _part(part: Mapping, where: Where, problems: list[Problem]) -> Mapping:
    """A framework, a stage, a step, a question or a check."""
    kind = ""
    if "ask" in where:
        part, kind = _typed(part, where, problems)
    known = known_at(where)
    # What only a file that extends another has is read where it is laid over that one.
    of_lists = lists() - extending_in(part_named_at(where))
    entries: dict[str, Entry] = {}
    for name, entry in part.entries.items():
        right = name if name in known else _right(name, part, where, kind)
        if right != name:
            text, hint = f"'{short(name)}' is not a setting here", f"did you mean '{right}'?"
            problems.append(Problem("E201", entry.key.line, entry.key.column, text, span(entry.key)[2], hint))
        value = _inside(entry.value, (*where, right), problems) if right in of_lists else entry.value
        entries.setdefault(right, entry if value is entry.value else entry._replace(value=value))
    return replace(part, entries=entries)


def _right(name: str, part: Mapping, where: Where, kind: str) -> str:
    """The setting that is meant by a name."""
    if name in known_at(where) or not name:
        return name
    free = settings_at(where, kind) - part.entries.keys()
    return alike(name, free) or alike(name, known_at(where, kind) - part.entries.keys()) or name


def _typed(part: Mapping, where: Where, problems: list[Problem]) -> tuple[Mapping, str]:
    """A question of the type that was meant."""
    written = next((name for name in part.entries if _right(name, part, where, "") == "type"), None)
    entry = part.entries.get(written or "")
    if entry is None or not isinstance(entry.value, Scalar) or not entry.value.text:
        return part, "" if "extends" in where else "note"
    found = entry.value
    if found.text in TYPES:
        return part, found.text
    meant = alike(found.text, TYPES)
    if meant is None:
        return part, ""  # the schema says so
    problems.append(no_type(found))
    right = entry._replace(value=replace(found, text=meant))
    return replace(part, entries={**part.entries, written or "": right}), meant


def _inside(node: Node, where: Where, problems: list[Problem]) -> Node:
    name, in_question = where[-1], where[-3:-2] == ("ask",)
    if name not in PARTS or not in_question:
        node = _listed(node, str(name), problems)
    if name not in PARTS or in_question or not isinstance(node, Sequence):
        return node
    items = enumerate(node.items)
    found = (_part(i, (*where, n), problems) if isinstance(i, Mapping) else i for n, i in items)
    return replace(node, items=tuple(found))


def _listed(node: Node, name: str, problems: list[Problem]) -> Node:
    """A list, or what should be one as its only item."""
    if isinstance(node, Sequence) or (isinstance(node, Scalar) and not node.text):
        return node
    line, column, width = span(node)
    said = f"{name} should be a list ('- ' items), but it is {shown(node)}"
    problems.append(Problem("E207", line, column, said, width))
    return Sequence((node,), line, column)
