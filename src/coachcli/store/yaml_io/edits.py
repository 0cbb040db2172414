"""Changes single values in the text of a file; every other letter of it stays, comments too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from coachcli.patterns import pattern
from coachcli.store.yaml_io import writer
from coachcli.store.yaml_io.nodes import Entry, Node, Plain, Scalar, plain
from coachcli.store.yaml_io.nodes import Mapping as MappingNode
from coachcli.store.yaml_io.quoting import quoted
from coachcli.store.yaml_io.strict_reader import Limits, YamlProblemError, read

_BARE = pattern(r"[1-9]\d{0,3}|\d{4}-\d\d-\d\d")


class NotEditableError(Exception):
    """The file is not written so that a single value of it could be changed."""


class Splice(NamedTuple):
    """A text in the place of what stands in a file between two offsets."""

    start: int
    end: int
    text: str


def with_values(raw: bytes, changes: Mapping[str, str | None], order: Sequence[str], limits: Limits) -> bytes:
    """The file with these values of its outermost names; a name with None is taken out with its line.

    `order` has every name that may be new. Raises NotEditableError, or YamlProblemError.
    """
    tree = read(raw, limits)
    if not isinstance(tree, MappingNode):
        raise NotEditableError
    text = _text_of(raw)
    entries = dict(tree.entries)
    splices = [_changed(text, name, entries.get(name), value) for name, value in changes.items() if name in entries]
    new = {name: value for name, value in changes.items() if name not in entries and value is not None}
    splices += _added(text, new, entries, order)
    return _verified(spliced(text, splices), {**_data(tree), **changes}, limits)


def with_texts(raw: bytes, texts: Mapping[Scalar, str], limits: Limits) -> bytes:
    """The file with other texts in the place of these scalars of its tree. Raises as `with_values` does."""
    text = _text_of(raw)
    starts = _starts(text)
    after = spliced(text, [Splice(*_span(starts, scalar), _written(new)) for scalar, new in texts.items()])
    wanted = [texts.get(scalar, scalar.text) for scalar in _scalars(read(raw, limits))]
    if wanted != [scalar.text for scalar in _scalars(_read_again(after, limits))]:
        raise NotEditableError
    return after


def _scalars(node: Node) -> Iterator[Scalar]:
    """Every name and every value in a tree, in the order of the file."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, MappingNode):
        for entry in node.entries.values():
            yield entry.key
            yield from _scalars(entry.value)
    else:
        for item in node.items:
            yield from _scalars(item)


def _read_again(raw: bytes, limits: Limits) -> Node:
    try:
        return read(raw, limits)
    except YamlProblemError:
        raise NotEditableError from None


def spliced(text: str, splices: Iterable[Splice]) -> bytes:
    """A text with all of these in their places."""
    for splice in sorted(splices, key=lambda one: (one.start, one.end), reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text.encode()


def _text_of(raw: bytes) -> str:
    text = raw.decode()
    if "\r" in text.replace("\r\n", ""):
        raise NotEditableError  # lines that only YAML counts: places would be wrong
    return text


def _data(tree: MappingNode) -> dict[str, Plain]:
    return {name: plain(entry.value) for name, entry in tree.entries.items()}


def _verified(raw: bytes, wanted: Mapping[str, Plain], limits: Limits) -> bytes:
    """The file, if it says what it is to say; raises NotEditableError where it was written in an unusual way."""
    tree = _read_again(raw, limits)
    if not isinstance(tree, MappingNode) or _given(_data(tree)) != _given(wanted):
        raise NotEditableError
    return raw


def _given(data: Mapping[str, Plain]) -> dict[str, Plain]:
    return {name: value for name, value in data.items() if value is not None}


def _changed(text: str, name: str, entry: Entry | None, value: str | None) -> Splice:
    if entry is None or not isinstance(entry.value, Scalar):
        raise NotEditableError
    starts = _starts(text)
    key_start = starts[entry.key.line - 1] + entry.key.column - 1
    if value is None:
        return Splice(starts[entry.key.line - 1], _line_end(text, starts, _last_line(entry.value)), "")
    start, end = _span(starts, entry.value)
    if not entry.value.text and entry.value.plain:
        colon = text.index(":", key_start + len(name)) + 1
        return Splice(colon, colon, f" {_written(value)}")
    return Splice(start, end, _written(value) + ("\n" if text[start:end].endswith("\n") else ""))


def _added(text: str, new: Mapping[str, str], entries: Mapping[str, Entry], order: Sequence[str]) -> list[Splice]:
    """A line for each new name, behind the nearest of those that come before it in `order`, or else before all."""
    starts, ending = _starts(text), "\r\n" if "\r\n" in text else "\n"
    lines: dict[int, str] = {}
    for name in sorted(new, key=order.index):
        before = [entries[other].value for other in order[: order.index(name)] if other in entries]
        at = _behind(before[-1], text, starts) if before else starts[next(iter(entries.values())).key.line - 1]
        lines.setdefault(at, "" if not before or text[:at].endswith("\n") else ending)
        lines[at] += f"{name}: {_written(new[name])}{ending}"
    return [Splice(at, at, line) for at, line in lines.items()]


def _behind(value: Node, text: str, starts: Sequence[int]) -> int:
    if not isinstance(value, Scalar):
        raise NotEditableError
    return _line_end(text, starts, _last_line(value))


def _last_line(scalar: Scalar) -> int:
    """The last line on which a value stands; the end of a block is at the beginning of the line behind it."""
    is_block = scalar.end_line > scalar.line and scalar.end_column == 1
    return scalar.end_line - 1 if is_block else scalar.end_line


def _starts(text: str) -> list[int]:
    """The offset at which each line begins."""
    starts = [1 if text.startswith("\ufeff") else 0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _line_end(text: str, starts: Sequence[int], line: int) -> int:
    """The offset behind a line and its end."""
    return starts[line] if line < len(starts) else len(text)


def _span(starts: Sequence[int], scalar: Scalar) -> tuple[int, int]:
    begin, end = scalar.line - 1, scalar.end_line - 1
    stop = starts[end] + scalar.end_column - 1 if end < len(starts) else starts[-1]
    return starts[begin] + scalar.column - 1, stop


def _written(value: str) -> str:
    """A value on one line, in the quotes it needs: a number and a day need none, as every value is read as a text."""
    if _BARE.fullmatch(value):
        return value
    line = writer.write({"x": value}).removeprefix("x:").strip()
    return quoted(value) if "\n" in line else line
