"""Texts with a line more: all else in them, comments too, stays to the byte as it was written.

Each function gives several texts, of which the first is to be taken that says just what it should. So a file of a shape
that nobody thought of is refused, and never broken.
"""

from collections.abc import Iterator
from collections.abc import Sequence as List

from coachcli.domain.text import clean, one_line
from coachcli.patterns import pattern
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Entry, Mapping, Scalar, Sequence
from coachcli.store.yaml_io.strict_reader import Limits

_BARE = pattern(r"[A-Za-z][\w .-]*[\w.]")
_ONES_OWN_MEANING = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
_END = pattern(rb"^\.\.\.[ \t]*\r?$")


class UnchangedError(Exception):
    """There is no place in this text for the line."""


def with_setting(data: bytes, limits: Limits, name: str, value: str) -> Iterator[bytes]:
    """The texts with a setting more: behind its name, if that stands there with nothing, or else as the last line."""
    tree = _tree(data, limits)
    entry = tree.entries.get(name)
    if entry is None:
        yield _with_last_lines(data, tree, [f"{name}: {value}"])
    else:
        yield from _behind_colon(data, entry, f" {value}")


def with_items(data: bytes, limits: Limits, name: str, items: List[str]) -> Iterator[bytes]:
    """The texts with these items more at the end of a list, which is made where there is none."""
    tree = _tree(data, limits)
    entry = tree.entries.get(name)
    if entry is None:
        yield _with_last_lines(data, tree, [f"{name}:", *(f"  - {item}" for item in items)])
    elif isinstance(entry.value, Sequence) and entry.value.items:
        yield from _behind_last(data, entry.value, items)
        yield from _before_bracket(data, entry.value, f", {', '.join(items)}")
    elif isinstance(entry.value, Sequence):
        yield from _before_bracket(data, entry.value, ", ".join(items))
    else:
        yield _with_lines(data, entry.key.line, [f"{' ' * (entry.key.column + 1)}- {item}" for item in items])


def flow(words: str) -> str:
    """Words as a value between braces."""
    text = one_line(clean(words))
    if _BARE.fullmatch(text) and text.casefold() not in _ONES_OWN_MEANING:
        return text
    return "'{}'".format(text.replace("'", "''"))


def _behind_last(data: bytes, there: Sequence, items: List[str]) -> Iterator[bytes]:
    """With lines more behind the last item, wherever that ends."""
    lines = [f"{' ' * (there.column - 1)}- {item}" for item in items]
    last = there.items[-1].line
    yield from (_with_lines(data, number, lines) for number in range(last, len(_lines(data)) + 1))


def _before_bracket(data: bytes, there: Sequence, text: str) -> Iterator[bytes]:
    """With a text more before each bracket that may be the one that closes the list."""
    start = sum(map(len, _lines(data)[: there.line - 1]))
    at = data.find(b"]", start)
    while at >= 0:
        yield data[:at] + text.encode() + data[at:]
        at = data.find(b"]", at + 1)


def _behind_colon(data: bytes, entry: Entry, text: str) -> Iterator[bytes]:
    if isinstance(entry.value, Scalar) and entry.value.plain and not entry.value.text:
        lines = _lines(data)
        at = sum(map(len, lines[: entry.key.line - 1])) + lines[entry.key.line - 1].find(b":") + 1
        yield data[:at] + text.encode() + data[at:]


def _with_last_lines(data: bytes, tree: Mapping, new: List[str]) -> bytes:
    """With lines more at the end, before a mark that ends the document."""
    lines = _lines(data)
    end = next((number for number, one in enumerate(lines) if _END.match(one)), len(lines))
    return _with_lines(data, end, [f"{' ' * (tree.column - 1)}{line}" for line in new])


def _with_lines(data: bytes, number: int, new: List[str]) -> bytes:
    """With lines more behind so many lines."""
    lines, ending = _lines(data), _break(data)
    before = b"".join(lines[:number])
    if before and not before.endswith(b"\n"):
        before += ending.encode()
    return before + "".join(f"{line}{ending}" for line in new).encode() + b"".join(lines[number:])


def _break(data: bytes) -> str:
    """How the lines of this file end."""
    return "\r\n" if b"\r\n" in data else "\n"


def _lines(data: bytes) -> list[bytes]:
    """The lines with their ends; a file that has no end of a last line has none here."""
    return [line + b"\n" for line in data.split(b"\n")[:-1]] + ([rest] if (rest := data.split(b"\n")[-1]) else [])


def _tree(data: bytes, limits: Limits) -> Mapping:
    try:
        tree = strict_reader.read(data, limits)
    except strict_reader.YamlProblemError:
        raise UnchangedError from None
    if not isinstance(tree, Mapping):
        raise UnchangedError
    return tree
