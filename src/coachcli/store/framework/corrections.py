"""Corrects slips whose meaning is clear: each becomes a problem, and is read as it was meant.

They are names that are almost right, single things where a list should be, and texts that YAML took for something else.
So a slip hides nothing that stands behind it, and nothing else seems wrong because of it.
"""

from collections.abc import Collection, Iterator

from coachcli.domain.framework.fields import lists
from coachcli.domain.framework.questions import TYPES
from coachcli.domain.framework.settings import PARTS, extending_in, words_of
from coachcli.domain.problems import Problem, Where
from coachcli.domain.value import changed
from coachcli.patterns import pattern
from coachcli.store.framework.parts import short, shown
from coachcli.store.framework.schema import alike, is_meant_as_setting, known_at, part_named_at, settings_at
from coachcli.store.yaml_io.nodes import Entry, Mapping, Node, Scalar, Sequence, problem_at, span
from coachcli.store.yaml_io.quoting import quoted

# A text such as #1, which people write for a number; a comment of theirs has a blank behind its #.
_COMMENT = pattern(r"\s+(#[^\s#].*)")
# Lists whose items are texts for people, or may be; in a translation  now.probes  is such a list.
_TEXT_LISTS = lists() & {"ask", *words_of("Question")}


def as_meant(tree: Mapping) -> tuple[Mapping, list[Problem]]:
    """The tree with the names that were meant, and an error for each that was written otherwise."""
    problems: list[Problem] = []
    # The framework that a file extends may say the type of a question, so any setting of a question may be meant there.
    root: Where = ("extends",) if "extends" in tree.entries else ()
    return _part(tree, root, problems), problems


def no_type(node: Scalar) -> Problem:
    """The problem of a type of question that does not exist."""
    close = alike(node.text, TYPES)
    guess = f"did you mean '{close}'? " if close else ""
    text = f"there is no question type '{short(node.text)}'"
    return Problem("E203", node.line, node.column, text, span(node)[2], f"{guess}types: {', '.join(TYPES)}")


def _part(part: Mapping, where: Where, problems: list[Problem]) -> Mapping:
    """A framework, a stage, a step, a question or a check, corrected."""
    kind = ""
    if "ask" in where:
        part, kind = _typed(part, where, problems)
    names = known_at(where)
    # The settings that only a file that extends another has are read in the merge with that one.
    of_lists = lists() - extending_in(part_named_at(where))
    entries: dict[str, Entry] = {}
    for name, entry in part.entries.items():
        right = name if name in names else _right(name, part, where, kind)
        if right != name:
            text, hint = f"'{short(name)}' is not a setting here", f"did you mean '{right}'?"
            problems.append(Problem("E201", entry.key.line, entry.key.column, text, span(entry.key)[2], hint))
        value = _inside(entry.value, (*where, right), problems) if right in of_lists else entry.value
        entries.setdefault(right, entry if value is entry.value else entry._replace(value=value))
    return changed(part, entries=entries)


def _right(name: str, part: Mapping, where: Where, kind: str) -> str:
    """The setting that is meant by a name."""
    if name in known_at(where) or not name:
        return name
    free = settings_at(where, kind) - part.entries.keys()
    return alike(name, free) or alike(name, known_at(where, kind) - part.entries.keys()) or name


def _typed(part: Mapping, where: Where, problems: list[Problem]) -> tuple[Mapping, str]:
    """A question with the type that was meant, and that type; empty where it is not known."""
    written = next((name for name in part.entries if _right(name, part, where, "") == "type"), None)
    entry = part.entries.get(written or "")
    if entry is None or not isinstance(entry.value, Scalar) or not entry.value.text:
        return part, "" if "extends" in where else "note"
    value = entry.value
    if value.text in TYPES:
        return part, value.text
    kind = alike(value.text, TYPES)
    if kind is None:
        return part, ""  # the schema says so
    problems.append(no_type(value))
    right = entry._replace(value=changed(value, text=kind))
    return changed(part, entries={**part.entries, written or "": right}), kind


def _inside(node: Node, where: Where, problems: list[Problem]) -> Node:
    name, in_question = where[-1], where[-3:-2] == ("ask",)
    if name not in PARTS or not in_question:
        node = _listed(node, str(name), problems)
    if name not in PARTS or in_question or not isinstance(node, Sequence):
        return node
    items = enumerate(node.items)
    parts = (_part(i, (*where, n), problems) if isinstance(i, Mapping) else i for n, i in items)
    return changed(node, items=tuple(parts))


def _listed(node: Node, name: str, problems: list[Problem]) -> Node:
    """A list; a single thing becomes its only item."""
    if isinstance(node, Sequence) or (isinstance(node, Scalar) and not node.text):
        return node
    line, column, width = span(node)
    message = f"{name} should be a list ('- ' items), but it is {shown(node)}"
    problems.append(Problem("E207", line, column, message, width))
    return Sequence((node,), line, column)


def as_meant_among(tree: Mapping, names: Collection[str]) -> tuple[Mapping, list[Problem]]:
    """The tree with only the settings there are, and an error for each that is none of them."""
    entries: dict[str, Entry] = {name: entry for name, entry in tree.entries.items() if name in names}
    problems: list[Problem] = []
    for name, entry in tree.entries.items():
        if name not in names:
            close = alike(name, [right for right in names if right not in entries])
            hint = f"did you mean '{close}'?" if close else f"settings here: {', '.join(names)}"
            problems.append(problem_at(entry.key, "E201", f"'{name[:40]}' is not a setting here", hint))
            if close is not None:
                entries[close] = entry
    return changed(tree, entries=entries), problems


def read_back(tree: Node, lines: tuple[str, ...]) -> tuple[Node, list[Problem]]:
    """The tree with its texts as they were meant, and a warning for each that YAML took for something else."""
    warnings: list[Problem] = []
    mended = _meant(tree, warnings, in_texts=False)
    return mended, [*warnings, *_cut_short(mended, lines)]


def _meant(node: Node, warnings: list[Problem], *, in_texts: bool) -> Node:
    """The tree in which questions that a colon made into mappings are texts again."""
    if isinstance(node, Sequence):
        return changed(node, items=tuple(_item(item, warnings, in_texts=in_texts) for item in node.items))
    if isinstance(node, Mapping):
        entries = {
            key: Entry(entry.key, _meant(entry.value, warnings, in_texts=key.rpartition(".")[2] in _TEXT_LISTS))
            for key, entry in node.entries.items()
            if not isinstance(entry.value, Scalar)
        }
        return changed(node, entries=node.entries | entries) if entries else node
    return node


def _item(node: Node, warnings: list[Problem], *, in_texts: bool) -> Node:
    if not in_texts or not isinstance(node, Mapping) or len(node.entries) != 1:
        return _meant(node, warnings, in_texts=False)
    ((key, entry),) = node.entries.items()
    if is_meant_as_setting(key) or not isinstance(entry.value, Scalar):
        return _meant(node, warnings, in_texts=False)
    text = f"{key}: {entry.value.text}".rstrip()
    where = entry.key
    hint = f"to be certain, write  - {quoted(text)}"
    message = "read as one text, although it contains a colon"
    warnings.append(Problem("W115", where.line, where.column, message, width=len(text), hint=hint, level="warning"))
    return changed(entry.value, text=text, line=where.line, column=where.column)


def _cut_short(node: Node, lines: tuple[str, ...]) -> Iterator[Problem]:
    """The problems of texts that YAML ends at a sign such as #1, whose rest it takes for a comment."""
    if isinstance(node, Sequence | Mapping):
        inner = node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries.values()]
        for child in inner:
            yield from _cut_short(child, lines)
    elif node.plain and node.line == node.end_line <= len(lines):
        comment = _COMMENT.match(lines[node.line - 1], node.end_column - 1)
        if comment:
            hint = f"write it as  {quoted(f'{node.text}{comment[0].rstrip()}')}"
            message = "everything after ' #' is a comment and was left out"
            width = len(comment[1].rstrip())
            yield Problem("W112", node.line, comment.start(1) + 1, message, width=width, hint=hint, level="warning")
