"""Where a file that extends another puts its parts (`before:`, `after:`), and which parts it takes out (`remove:`)."""

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Sequence as List
from typing import Literal

from coachcli.command_line import command
from coachcli.domain.near_names import nearest
from coachcli.domain.problems import Problem
from coachcli.domain.value import Value
from coachcli.store.framework.parts import WORDS, Found, Kind, short
from coachcli.store.yaml_io.nodes import Node, Scalar, Sequence, problem_at

Side = Literal["before", "after"]
SIDES: tuple[Side, Side] = ("before", "after")


class Beside(Value, frozen=True):
    """Before or after which part something stands; `place` is where that is written."""

    side: Side
    id: str
    place: Scalar


class Item(Value, frozen=True):
    """A part of a list, by its id; with `beside`, one that stands where that says."""

    id: str
    node: Node
    beside: Beside | None = None


def arranged(items: List[Item]) -> tuple[list[Item], list[Item]]:
    """The items in their order, and those that only stand beside each other and so nowhere.

    Items beside the same part keep the order of the list, and take along the items beside themselves.
    """
    around: defaultdict[tuple[Side, str], list[Item]] = defaultdict(list)
    for item in items:
        if item.beside is not None:
            around[item.beside.side, item.beside.id].append(item)
    order: list[Item] = []
    opened: set[int] = set()
    waiting = [item for item in reversed(items) if item.beside is None]
    while waiting:
        item = waiting.pop()
        if id(item) in opened:
            order.append(item)
            continue
        opened.add(id(item))
        neighbours = [*around.pop(("before", item.id), []), item, *around.pop(("after", item.id), [])]
        waiting += reversed(neighbours)
    return order, [item for group in around.values() for item in group]


Key = tuple[Kind, str]


def removed(remove: Node, parts: list[Found], parent: str) -> tuple[set[Key], list[Problem]]:
    """The keys of the parts named in `remove:`, and a problem for each name that means none, or more than one."""
    if not isinstance(remove, Sequence):
        shown = f"it is '{remove.text}'" if isinstance(remove, Scalar) else "it is a group of settings"
        return set(), [problem_at(remove, "E207", f"remove should be a list ('- ' items), but {shown}")]
    gone: set[Key] = set()
    problems: list[Problem] = []
    for item in remove.items:
        meant = list(_meant(item.text.strip(), parts)) if isinstance(item, Scalar) else []
        if len(meant) == 1:
            gone.add((meant[0].kind, meant[0].id))
        elif isinstance(item, Scalar):
            count = len(problems)
            problems.append(_too_many(item, meant, parent) if meant else _unknown(item, parts, parent, count))
        else:
            problems.append(problem_at(item, "E207", "remove names one id an item", "for example  - reality.now"))
    return gone, problems


def _meant(name: str, parts: list[Found]) -> Iterator[Found]:
    *around, last = name.split(".")
    for part in parts:
        if part.id == last and (set(around) <= set(part.container) or around == [part.kind]):
            yield part


def _named(part: Found) -> str:
    """The shortest name that means this part only."""
    return f"{part.container[-1] if part.kind == 'ask' else part.kind}.{part.id}"


def _too_many(item: Scalar, meant: list[Found], parent: str) -> Problem:
    what = " and ".join(f"a {WORDS[part.kind]}" for part in meant)
    hint = ", ".join(f"{_named(part)} for the {WORDS[part.kind]}" for part in meant)
    return problem_at(item, "E325", f"'{item.text}' is {what} in {parent}", f"write {hint}")


def _unknown(item: Scalar, parts: list[Found], parent: str, count: int) -> Problem:
    close = nearest(item.text, [name for part in parts for name in (part.id, _named(part))], count)
    hint = f"did you mean '{close}'?" if close else f"{command('framework', 'show', parent)} shows what there is"
    return problem_at(item, "E325", f"there is nothing called '{short(item.text)}' in {parent} to remove", hint)
