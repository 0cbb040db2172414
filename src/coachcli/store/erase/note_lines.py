"""The lines of a session's file that have somebody's words in them; all others say what a framework asked, and when."""

from collections.abc import Iterator

from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Mapping, Node, Scalar, Sequence

_WORDS = frozenset({"notes", "item", "next", "who"})


def note_lines(data: bytes) -> frozenset[int] | None:
    """The numbers of those lines; None where the file cannot be read as a session."""
    try:
        tree = strict_reader.read(data, strict_reader.RECORD)
    except strict_reader.YamlProblemError:
        return None
    if not isinstance(tree, Mapping) or "turns" not in tree.entries:
        return None
    return frozenset(_within(tree))


def _within(node: Node, *, is_words: bool = False) -> Iterator[int]:
    if isinstance(node, Scalar):
        yield from range(node.line, node.end_line + 1) if is_words else ()
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _within(item, is_words=is_words)
    else:
        for name, entry in node.entries.items():
            yield from _within(entry.value, is_words=is_words or name in _WORDS)
