"""The step of a check in which a framework comes to what it inherits."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from coachcli.domain.framework.settings import extending_in
from coachcli.domain.problems import Problem
from coachcli.store.framework.merge import laid_over
from coachcli.store.framework.order import SIDES
from coachcli.store.framework.parent import Inherited
from coachcli.store.framework.parts import WORDS, is_empty, text_of
from coachcli.store.framework.references import ParentError, References
from coachcli.store.yaml_io.located import problem_at
from coachcli.store.yaml_io.nodes import Entry, Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Extended:
    """The tree with what it inherits, None where it cannot be had, and what there is to say of that."""

    tree: Mapping | None
    problems: tuple[Problem, ...] = ()
    extends: Scalar | None = None
    parent: Inherited | None = None

    def told(self, found: list[Problem]) -> list[Problem]:
        """The same and the problems of the whole tree; one in what is inherited is told where it says `extends:`."""
        return [*self.problems, *map(self._in_file, found)]

    def _in_file(self, problem: Problem) -> Problem:
        if problem.line or self.extends is None or self.parent is None:
            return problem
        part = self.parent.part(problem.column)
        where = f"'{part}' of {self.parent.name}" if part else self.parent.name
        hint = f"change '{part}' here as well, or remove it" if part else problem.hint
        return replace(problem_at(self.extends, problem.code, f"in {where}: {problem.text}", hint), level=problem.level)


def extended(tree: Mapping, references: References) -> Extended:
    """A file's tree over that of the framework it extends, if it extends one."""
    extends = tree.entries["extends"].value if "extends" in tree.entries else None
    if extends is None or is_empty(extends):
        misplaced: list[Problem] = []
        return Extended(_alone(tree, extending_in("Framework"), misplaced), tuple(misplaced))
    if not isinstance(extends, Scalar):
        return Extended(
            None, (problem_at(extends, "E207", "extends takes the id of one framework", "write  extends: grow"),)
        )
    try:
        parent = references.parent(extends.text.strip(), text_of(tree, "language") or None)
    except ParentError as error:
        return Extended(None, (problem_at(extends, error.code, error.text, error.hint),))
    whole, problems = laid_over(tree, parent)
    return Extended(whole, tuple(problems), extends, parent)


def _alone(part: Mapping, only_derived: Collection[str], misplaced: list[Problem]) -> Mapping:
    """A part of a file that extends nothing, without what only makes sense in one that does."""
    entries: dict[str, Entry] = {}
    for name, entry in part.entries.items():
        if name == "extends" and name in only_derived:
            continue  # nothing is written behind it
        if name in only_derived:
            text = f"'{name}' is only for a framework that extends another"
            misplaced.append(problem_at(entry.key, "E210", text, "add  extends: grow  (or another), or leave this out"))
        elif name in WORDS and isinstance(entry.value, Sequence):
            inner = tuple(_inner(item, misplaced) for item in entry.value.items)
            entries[name] = Entry(entry.key, replace(entry.value, items=inner))
        else:
            entries[name] = entry
    return replace(part, entries=entries)


def _inner(item: Node, misplaced: list[Problem]) -> Node:
    return _alone(item, SIDES, misplaced) if isinstance(item, Mapping) else item
