"""Puts a line into a framework's text and leaves everything else as the coach wrote it."""

from collections.abc import Iterator

from coachcli.domain.text import clean, one_line
from coachcli.patterns import pattern
from coachcli.store.framework.parts import INNER, Kind, items, text_of
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Mapping, Node, Scalar
from coachcli.store.yaml_io.quoting import quoted

_BOM = "\ufeff"
_BREAK = pattern(r"\r\n|\r|\n")
# The words before an item of a list on its line, unless the list is in brackets.
_BEFORE = pattern(r"[ ]*(-[ ]+)*")


def setting_in(data: bytes, name: str) -> str:
    """The value of a setting at the top of a framework's text; empty where that cannot be read."""
    tree = _tree(data)
    return text_of(tree, name).strip() if tree is not None else ""


def with_id(data: bytes, words: str, name: str) -> bytes | None:
    """The text with an id for the one question that has these words and no id; None where that cannot be written."""
    tree = _tree(data)
    found = [node for node in _questions(tree) if tree is not None and _is_meant(node, words)]
    return _Text(data).with_id(found[0], name) if len(found) == 1 else None


def with_renamed(data: bytes, old: str, new: str) -> bytes | None:
    """The text with one more pair in `renamed:`; None where that cannot be written."""
    tree = _tree(data)
    if tree is None:
        return None
    if "renamed" not in tree.entries:
        at = tree.entries["stages"].key if "stages" in tree.entries else tree
        return _Text(data).with_line(at, f"renamed: {{{old}: {new}}}")
    node = tree.entries["renamed"].value
    return _Text(data).with_first(node, f"{old}: {new}") if isinstance(node, Mapping) else None


def _tree(data: bytes) -> Mapping | None:
    try:
        tree = strict_reader.read(data, strict_reader.FRAMEWORK)
    except strict_reader.YamlProblemError:
        return None
    return tree if isinstance(tree, Mapping) else None


def _questions(part: Mapping | None, kind: Kind | None = None) -> Iterator[Node]:
    for inner in INNER[kind]:
        for item in items(part, inner):
            if inner == "ask":
                yield item
            elif isinstance(item, Mapping):
                yield from _questions(item, inner)


def _is_meant(node: Node, words: str) -> bool:
    """Whether this is the question with these words, and has no id."""
    if isinstance(node, Mapping):
        texts = [text_of(node, "ask")] if "id" not in node.entries else []
        texts += [_of_pair(node)] if len(node.entries) == 1 else []
    else:
        texts = [node.text] if isinstance(node, Scalar) else []
    return any(one_line(clean(text)) == words for text in texts)


def _of_pair(node: Mapping) -> str:
    """The words of a question that YAML took for a name and a value, because of its colon."""
    ((name, entry),) = node.entries.items()
    return f"{name}: {entry.value.text}" if isinstance(entry.value, Scalar) and name != "ask" else ""


class _Text:
    """The text of a file, as lines with their ends."""

    def __init__(self, data: bytes) -> None:
        text = data.decode("utf-8-sig")
        self._mark = _BOM if data.startswith(_BOM.encode()) else ""
        ends = [match.end() for match in _BREAK.finditer(text)]
        self._starts = [0, *ends]
        self._text = text
        self._break = match[0] if (match := _BREAK.search(text)) else "\n"

    def with_id(self, node: Node, name: str) -> bytes | None:
        """The text with an id before the words of a question; a bare question becomes one with settings."""
        if isinstance(node, Mapping) and "ask" in node.entries:
            return self.with_first(node, f"id: {name}")
        if not self._stands_free(node):
            return None
        indent = " " * (node.column - 1)
        start = self._at(node.line, node.column)
        # libyaml ends a text below a > only where something else begins.
        source = self._text[start : self._end(node)].rstrip()
        end = start + len(source)
        if isinstance(node, Mapping):
            source = quoted(_of_pair(node))
        elif _BREAK.search(source) and isinstance(node, Scalar):
            source = quoted(one_line(clean(node.text)))
        return self._replaced(start, end, f"id: {name}{self._break}{indent}ask: {source}")

    def with_first(self, node: Mapping, pair: str) -> bytes | None:
        """The text with one more pair at the beginning of a mapping."""
        at = self._at(node.line, node.column)
        if self._text[at : at + 1] == "{":
            return self._replaced(at + 1, at + 1, f"{pair}, " if node.entries else pair)
        if not self._stands_free(node):
            return None
        return self._replaced(at, at, f"{pair}{self._break}{' ' * (node.column - 1)}")

    def with_line(self, before: Node, line: str) -> bytes:
        """The text with one more line before that of a node."""
        at = self._at(before.line, 1)
        return self._replaced(at, at, f"{line}{self._break}")

    def _stands_free(self, node: Node) -> bool:
        """Whether only dashes stand before a node on its line. In brackets nothing can be put on a new line."""
        before = self._text[self._at(node.line, 1) : self._at(node.line, node.column)]
        return _BEFORE.fullmatch(before) is not None

    def _end(self, node: Node) -> int:
        if isinstance(node, Mapping):
            ((_, entry),) = node.entries.items()
            return self._end(entry.value)
        return self._at(node.end_line, node.end_column) if isinstance(node, Scalar) else len(self._text)

    def _at(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column - 1

    def _replaced(self, start: int, end: int, text: str) -> bytes:
        return f"{self._mark}{self._text[:start]}{text}{self._text[end:]}".encode()
