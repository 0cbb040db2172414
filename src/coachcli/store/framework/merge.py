"""Lays a framework that `extends` another over it, part by part, before anything of it is checked."""

from collections.abc import Collection

from coachcli.domain.framework.fields import names_of
from coachcli.domain.framework.questions import Asked
from coachcli.domain.framework.settings import SETTINGS, extending_in
from coachcli.domain.near_names import nearest
from coachcli.domain.problems import Problem
from coachcli.domain.value import Value, changed
from coachcli.store.framework.merge_rules import SIDES, Beside, Item, Key, arranged, removed
from coachcli.store.framework.parent import Inherited, ParentError, References
from coachcli.store.framework.parts import INNER, WORDS, Container, Kind, id_of, is_empty, items, short, text_of, walk
from coachcli.store.yaml_io.nodes import Entry, Mapping, Node, Scalar, Sequence, problem_at


class Extended(Value, frozen=True):
    """The tree with all that it inherits, None where that cannot be had, and the problems in this."""

    tree: Mapping | None
    problems: tuple[Problem, ...] = ()
    extends: Scalar | None = None
    parent: Inherited | None = None

    def told(self, found: list[Problem]) -> list[Problem]:
        """These problems and those of the whole tree. One in an inherited part is told at `extends:`."""
        return [*self.problems, *map(self._in_file, found)]

    def _in_file(self, problem: Problem) -> Problem:
        if problem.line or self.extends is None or self.parent is None:
            return problem
        part = self.parent.part(problem.column)
        where = f"'{part}' of {self.parent.name}" if part else self.parent.name
        hint = f"change '{part}' here as well, or remove it" if part else problem.hint
        return changed(problem_at(self.extends, problem.code, f"in {where}: {problem.text}", hint), level=problem.level)


def extended(tree: Mapping, references: References) -> Extended:
    """A file's tree, laid over that of the framework it extends, if it extends one."""
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
    """A part of a file that extends nothing, without the settings that only make sense in one that does."""
    entries: dict[str, Entry] = {}
    for name, entry in part.entries.items():
        if name == "extends" and name in only_derived:
            continue  # nothing is written behind it
        if name in only_derived:
            text = f"'{name}' is only for a framework that extends another"
            misplaced.append(problem_at(entry.key, "E210", text, "add  extends: grow  (or another), or leave this out"))
        elif name in WORDS and isinstance(entry.value, Sequence):
            inner = tuple(_inner(item, misplaced) for item in entry.value.items)
            entries[name] = Entry(entry.key, changed(entry.value, items=inner))
        else:
            entries[name] = entry
    return changed(part, entries=entries)


def _inner(item: Node, misplaced: list[Problem]) -> Node:
    return _alone(item, SIDES, misplaced) if isinstance(item, Mapping) else item


# Names that a message lists.
_MOST = 12
_OTHER: dict[Kind, Kind] = {"ask": "steps", "steps": "ask"}


def laid_over(tree: Mapping, parent: Inherited) -> tuple[Mapping | None, list[Problem]]:
    """The whole framework, None where nothing is left, and the problems in how the file changes its parent."""
    merge = _Merge(tree, parent)
    return merge.whole(), merge.problems


class _Merge:
    """The merge of one file with its parent."""

    def __init__(self, tree: Mapping, parent: Inherited) -> None:
        self.problems: list[Problem] = []
        self._tree, self._parent = tree, parent
        parts = list(walk(parent.tree))
        self._gone: set[Key] = set()
        if "remove" in tree.entries and not is_empty(tree.entries["remove"].value):
            self._gone, self.problems = removed(tree.entries["remove"].value, parts, parent.name)
        self._known = {(part.kind, part.id): part for part in parts if (part.kind, part.id) not in self._gone}
        own = [part for part in walk(tree) if self._patched(part.kind, part.node)]
        # Where a part is written twice, the first counts; the second becomes a problem of its id.
        self._places = {(part.kind, part.id): part.container for part in reversed(own)}

    def whole(self) -> Mapping | None:
        """The framework with all that it inherits."""
        above = _without(self._parent.tree, {"id", "title"})
        whole = self._part(None, above, _without(self._tree, extending_in("Framework")), ())
        return self._with_renamed(whole) if whole is not None else None

    def _patched(self, kind: Kind, item: Node) -> Mapping | None:
        """The inherited part that a part of the file changes. A question without a written id is always a new one."""
        if not isinstance(item, Mapping) or (kind == "ask" and not text_of(item, "id")):
            return None
        part = self._known.get((kind, id_of(kind, item)))
        return part.node if part is not None else None

    def _part(self, kind: Kind | None, above: Mapping | None, own: Mapping | None, inside: Container) -> Mapping | None:
        """An inherited part with what the file says of it; None where nothing is left to ask."""
        if kind == "ask" and above is not None and own is not None and text_of(own, "type"):
            is_another = text_of(own, "type") != text_of(above, "type")
            above = _without(above, set(above.entries) - set(names_of(Asked).values())) if is_another else above
        entries = _settings(kind, above, own)
        for inner in INNER[kind]:
            entry = self._list(inner, above, own, inside)
            if entry is not None:
                entries[inner] = entry
        if above is not None and INNER[kind] and not set(INNER[kind]) & set(entries):
            self._tell_emptied(inside)
            return None
        self._refuse_other_list(entries, own)
        return changed(own or above or self._tree, entries=entries)

    def _list(self, kind: Kind, above: Mapping | None, own: Mapping | None, inside: Container) -> Entry | None:
        """A list of the inherited parts, each changed in its place, and of the parts that the file adds."""
        written = own.entries.get(kind) if own is not None else None
        written = None if written is not None and is_empty(written.value) else written
        if written is not None and not isinstance(written.value, Sequence):
            return written
        nodes = tuple(item.node for item in self._in_order(kind, self._items(kind, above, own, inside)))
        entry = written or (above.entries.get(kind) if above is not None else None)
        if entry is None or not isinstance(entry.value, Sequence) or not (nodes or written):
            return None
        return Entry(entry.key, changed(entry.value, items=nodes))

    def _items(self, kind: Kind, above: Mapping | None, own: Mapping | None, inside: Container) -> list[Item]:
        written = [(id_of(kind, item), item) for item in items(own, kind)]
        patches = {name: item for name, item in reversed(written) if self._patched(kind, item) is not None}
        result, in_place = [], set()
        for node in items(above, kind):
            name = text_of(node, "id")
            if (kind, name) in self._known and self._places.get((kind, name), inside) == inside:
                result += self._item(kind, name, node, patches.get(name), inside)
                in_place.add(id(patches.get(name)))
        for name, item in written:
            if id(item) not in in_place:
                result += self._item(kind, name, self._patched(kind, item), item, inside)
        return result

    def _item(self, kind: Kind, name: str, above: Node | None, own: Node | None, inside: Container) -> list[Item]:
        """A part of a list as the only item; empty where nothing is left of it."""
        if own is not None and not isinstance(own, Mapping):
            return [Item(name, own)]
        if above is None and own is not None and text_of(own, "id") and not {"ask", "steps"} & set(own.entries):
            self._tell_no_patch(kind, own)
            return []
        part = self._part(kind, above if isinstance(above, Mapping) else None, own, (*inside, name))
        return [Item(name, part, self._beside(own))] if part is not None else []

    def _beside(self, own: Mapping | None) -> Beside | None:
        sides = [(side, own.entries[side]) for side in SIDES if own is not None and side in own.entries]
        if len(sides) > 1:
            text = "a part stands before another or after one, not both"
            self.problems.append(problem_at(sides[1][1].key, "E326", text, "leave one of the two out"))
        for side, entry in sides[:1]:
            if isinstance(entry.value, Scalar):
                return Beside(side, entry.value.text.strip(), entry.value)
            self.problems.append(problem_at(entry.value, "E207", f"{side} takes one id", f"write  {side}: now"))
        return None

    def _in_order(self, kind: Kind, parts: list[Item]) -> list[Item]:
        there = [item.id for item in parts]
        placed = []
        for item in parts:
            if item.beside is not None and item.beside.id not in there:
                self._tell_unknown(kind, item.beside, there)
                item = changed(item, beside=None)  # noqa: PLW2901 the same item without its wish
            placed.append(item)
        order, circling = arranged(placed)
        for item in circling:
            if item.beside is not None:
                text = f"'{item.id}' cannot stand {item.beside.side} '{item.beside.id}', which waits for it in turn"
                self.problems.append(problem_at(item.beside.place, "E327", text, "let one of them stay where it is"))
        return order + circling

    def _tell_unknown(self, kind: Kind, beside: Beside, there: list[str]) -> None:
        what = WORDS[kind]
        elsewhere = self._known.get((kind, beside.id))
        close = nearest(beside.id, there, len(self.problems))
        if elsewhere is not None and elsewhere.container:
            hint = f"'{beside.id}' stands in '{elsewhere.container[-1]}'; write this {what} there"
        else:
            hint = f"did you mean '{close}'?" if close else f"there are: {', '.join(there[:_MOST])}"
        text = f"there is no {what} '{short(beside.id)}' here to stand {beside.side}"
        self.problems.append(problem_at(beside.place, "E325", text, hint))

    def _tell_no_patch(self, kind: Kind, own: Mapping) -> None:
        name = text_of(own, "id")
        close = nearest(name, [part_id for of, part_id in self._known if of == kind], len(self.problems))
        hint = f"did you mean '{close}'?" if close else "one of your own has an  ask:"
        text = f"there is no {WORDS[kind]} '{short(name)}' in {self._parent.name} to change"
        self.problems.append(problem_at(own.entries["id"].value, "E325", text, hint))

    def _tell_emptied(self, inside: Container) -> None:
        what = f"'{inside[-1]}'" if inside else self._parent.name
        hint = "remove it as well, or ask something of your own there"
        text = f"nothing is left to ask in {what}"
        self.problems.append(problem_at(self._tree.entries["extends"].value, "E202", text, hint))

    def _refuse_other_list(self, entries: dict[str, Entry], own: Mapping | None) -> None:
        """Take out questions for a stage that has steps, or steps for one that has questions: they stand nowhere."""
        kinds: list[Kind] = [kind for kind in _OTHER if own is not None and kind in own.entries and kind in entries]
        if own is None or len(kinds) != 1 or _OTHER[kinds[0]] not in entries:
            return
        inherited = entries[_OTHER[kinds[0]]].value
        names = ", ".join(text_of(item, "id") for item in (inherited.items if isinstance(inherited, Sequence) else ()))
        if kinds[0] == "ask":
            text, hint = (
                f"this stage has steps in {self._parent.name}",
                f"write  steps:  and ask in one of these: {names}",
            )
        else:
            text, hint = f"this stage has no steps in {self._parent.name}", f"to divide it, first remove: {names}"
        self.problems.append(problem_at(own.entries[kinds[0]].key, "E328", text, hint))
        del entries[kinds[0]]

    def _with_renamed(self, whole: Mapping) -> Mapping:
        """The whole with the renamings of the parent, but for questions that are not there any more."""
        above, own = (tree.entries.get("renamed") for tree in (self._parent.tree, self._tree))
        if above is None or not isinstance(above.value, Mapping):
            return whole
        ids = {part.id for part in walk(whole) if part.kind == "ask"}
        kept = {old: entry for old, entry in above.value.entries.items() if _text(entry.value) in ids}
        if own is not None and isinstance(own.value, Mapping):
            entry = Entry(own.key, changed(own.value, entries={**kept, **own.value.entries}))
        elif own is None or is_empty(own.value):
            entry = Entry(above.key, changed(above.value, entries=kept))
        else:
            return whole
        return changed(whole, entries={**whole.entries, "renamed": entry})


def _settings(kind: Kind | None, above: Mapping | None, own: Mapping | None) -> dict[str, Entry]:
    """The settings of a part without its lists of parts: a written one replaces the inherited one."""
    entries = own.entries if own is not None else {}
    written = {name: entry for name, entry in entries.items() if not _is_for_us(kind, name, entry)}
    replaced = {*INNER[kind], *(_excluded_by(name) for name in written if kind == "ask")}
    inherited = above.entries if above is not None else {}
    # The written settings come first, as the place of a part is told by its first setting.
    return written | {name: entry for name, entry in inherited.items() if name not in {*replaced, *written}}


def _excluded_by(name: str) -> str:
    """The setting of a question that this one takes away; empty where it takes none."""
    return SETTINGS["Question"][name].excludes if name in SETTINGS["Question"] else ""


def _is_for_us(kind: Kind | None, name: str, entry: Entry) -> bool:
    """Whether a setting is for the merge alone. An empty `cue:` is not: it takes the inherited cue away."""
    if kind == "ask" and name == "type":
        return is_empty(entry.value)
    return name in INNER[kind] or (kind is not None and name in SIDES)


def _without(part: Mapping, names: Collection[str]) -> Mapping:
    return changed(part, entries={name: entry for name, entry in part.entries.items() if name not in names})


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""
