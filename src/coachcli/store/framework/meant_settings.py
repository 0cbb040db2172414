"""The settings of a file that has only a few; one that is almost right is told, and taken for what it almost is."""

from collections.abc import Collection
from dataclasses import replace

from coachcli.domain.problems import Problem
from coachcli.store.framework.schema import alike
from coachcli.store.yaml_io.located import problem_at
from coachcli.store.yaml_io.nodes import Entry, Mapping


def as_meant(tree: Mapping, names: Collection[str]) -> tuple[Mapping, list[Problem]]:
    """The tree with the settings there are, and an error for each that is none of them."""
    entries: dict[str, Entry] = {name: entry for name, entry in tree.entries.items() if name in names}
    problems: list[Problem] = []
    for name, entry in tree.entries.items():
        if name not in names:
            meant = alike(name, [right for right in names if right not in entries])
            hint = f"did you mean '{meant}'?" if meant else f"settings here: {', '.join(names)}"
            problems.append(problem_at(entry.key, "E201", f"'{name[:40]}' is not a setting here", hint))
            if meant is not None:
                entries[meant] = entry
    return replace(tree, entries=entries), problems
