"""Texts that YAML took for something else: read back as they were meant, and told of."""

import re
from collections.abc import Iterator
from dataclasses import replace

from coachcli.domain.framework.settings import lists, words_of
from coachcli.domain.problems import Problem
from coachcli.store.framework.schema import is_meant_as_setting
from coachcli.store.yaml_io.nodes import Entry, Mapping, Node, Scalar, Sequence
from coachcli.store.yaml_io.quoting import quoted

# What people write for a number of something; a comment of theirs has a blank behind its #.
_COMMENT = re.compile(r"\s+(#[^\s#].*)")
# Lists in which every item is a text for people, or may be one; in a translation  now.probes  is one.
_TEXT_LISTS = lists() & {"ask", *words_of("Question")}


def read_back(tree: Node, lines: tuple[str, ...]) -> tuple[Node, list[Problem]]:
    """The tree as it was meant, and a warning for each text that was not written as one."""
    warnings: list[Problem] = []
    meant = _meant(tree, warnings, in_texts=False)
    return meant, [*warnings, *_cut_short(meant, lines)]


def _meant(node: Node, warnings: list[Problem], *, in_texts: bool) -> Node:
    """The tree with questions that a colon made into mappings read as the texts they are."""
    if isinstance(node, Sequence):
        return replace(node, items=tuple(_item(item, warnings, in_texts=in_texts) for item in node.items))
    if isinstance(node, Mapping):
        meant = {
            key: Entry(entry.key, _meant(entry.value, warnings, in_texts=key.rpartition(".")[2] in _TEXT_LISTS))
            for key, entry in node.entries.items()
            if not isinstance(entry.value, Scalar)
        }
        return replace(node, entries=node.entries | meant) if meant else node
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
    said = "read as one text, although it contains a colon"
    warnings.append(Problem("W115", where.line, where.column, said, width=len(text), hint=hint, level="warning"))
    return replace(entry.value, text=text, line=where.line, column=where.column)


def _cut_short(node: Node, lines: tuple[str, ...]) -> Iterator[Problem]:
    """Texts that YAML ends at a sign such as #1, and takes the rest for a comment."""
    if isinstance(node, Sequence | Mapping):
        inner = node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries.values()]
        for child in inner:
            yield from _cut_short(child, lines)
    elif node.plain and node.line == node.end_line <= len(lines):
        rest = _COMMENT.match(lines[node.line - 1], node.end_column - 1)
        if rest:
            hint = f"write it as  {quoted(f'{node.text}{rest[0].rstrip()}')}"
            said = "everything after ' #' is a comment and was left out"
            width = len(rest[1].rstrip())
            yield Problem("W112", node.line, rest.start(1) + 1, said, width=width, hint=hint, level="warning")
