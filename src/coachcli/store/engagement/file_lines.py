"""Lines that a command puts into an engagement's file: all else, comments too, stays to the byte as it was written.

A new text is read again before it counts. So a file of a shape that nobody thought of is refused, and never broken.
"""

from collections.abc import Iterator
from datetime import date

from coachcli.domain.engagement.model import Ended, Engagement, Left
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import changed
from coachcli.patterns import pattern
from coachcli.store.engagement.engagement_text import check
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Entry, Mapping, Scalar, Sequence

_BARE = pattern(r"[A-Za-z][\w .-]*[\w.]")
_ONES_OWN_MEANING = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
_END = pattern(rb"^\.\.\.[ \t]*\r?$")


class UnchangedError(Exception):
    """There is no place in this text for the line."""


def with_ended(data: bytes, engagement: Engagement, ended: Ended) -> bytes:
    """The text with the day and the reason of the end; raises UnchangedError."""
    why = f", why: {_flow(ended.why)}" if ended.why else ""
    line = f"{{on: {ended.on}{why}}}"
    return _inserted(changed(engagement, ended=ended), _ways(data, "ended", line, f"ended: {line}"))


def with_left(data: bytes, engagement: Engagement, left: Left) -> bytes:
    """The text with one thing more that left the house; raises UnchangedError."""
    item = f"{{on: {left.on}, for: {left.audience}, what: {_flow(left.what)}, lines: {left.lines}}}"
    after = changed(engagement, left=(*engagement.left, left))
    return _inserted(after, _ways_into_list(data, item))


def _inserted(after: Engagement, ways: Iterator[bytes]) -> bytes:
    """The first of several texts that says just what it should."""
    for text in ways:
        if check(text, after.id).record == after:
            return text
    raise UnchangedError


def _ways(data: bytes, name: str, value: str, line: str) -> Iterator[bytes]:
    """The texts with a setting more: behind its name, if that stands there with nothing, or else as the last line."""
    tree = _tree(data)
    entry = tree.entries.get(name)
    if entry is None:
        yield _with_last_line(data, tree, line)
    else:
        yield from _behind_colon(data, entry, f" {value}")


def _ways_into_list(data: bytes, item: str) -> Iterator[bytes]:
    tree = _tree(data)
    entry = tree.entries.get("left")
    if entry is None:
        yield _with_last_line(data, tree, f"left:{_break(data)}{' ' * (tree.column - 1)}  - {item}")
    elif isinstance(entry.value, Sequence) and entry.value.items:
        yield from _behind_last(data, entry.value, item)
        yield from _before_bracket(data, entry.value, f", {item}")
    elif isinstance(entry.value, Sequence):
        yield from _before_bracket(data, entry.value, item)
    else:
        yield _with_line(data, entry.key.line, f"{' ' * (entry.key.column + 1)}- {item}")


def _behind_last(data: bytes, there: Sequence, item: str) -> Iterator[bytes]:
    """With a line more behind the last item, wherever that ends."""
    line = f"{' ' * (there.column - 1)}- {item}"
    last = there.items[-1].line
    yield from (_with_line(data, number, line) for number in range(last, len(_lines(data)) + 1))


def _before_bracket(data: bytes, there: Sequence, item: str) -> Iterator[bytes]:
    """With a text more before each bracket that may be the one that closes the list."""
    start = sum(map(len, _lines(data)[: there.line - 1]))
    at = data.find(b"]", start)
    while at >= 0:
        yield data[:at] + item.encode() + data[at:]
        at = data.find(b"]", at + 1)


def _behind_colon(data: bytes, entry: Entry, text: str) -> Iterator[bytes]:
    if isinstance(entry.value, Scalar) and entry.value.plain and not entry.value.text:
        lines = _lines(data)
        at = sum(map(len, lines[: entry.key.line - 1])) + lines[entry.key.line - 1].find(b":") + 1
        yield data[:at] + text.encode() + data[at:]


def _with_last_line(data: bytes, tree: Mapping, line: str) -> bytes:
    """With a line more at the end, before a mark that ends the document."""
    lines = _lines(data)
    end = next((number for number, one in enumerate(lines) if _END.match(one)), len(lines))
    return _with_line(data, end, f"{' ' * (tree.column - 1)}{line}")


def _with_line(data: bytes, number: int, line: str) -> bytes:
    """With a line more behind so many lines."""
    lines, ending = _lines(data), _break(data)
    before = b"".join(lines[:number])
    if before and not before.endswith(b"\n"):
        before += ending.encode()
    return before + f"{line}{ending}".encode() + b"".join(lines[number:])


def _break(data: bytes) -> str:
    """How the lines of this file end."""
    return "\r\n" if b"\r\n" in data else "\n"


def _lines(data: bytes) -> list[bytes]:
    """The lines with their ends; a file that has no end of a last line has none here."""
    return [line + b"\n" for line in data.split(b"\n")[:-1]] + ([rest] if (rest := data.split(b"\n")[-1]) else [])


def _tree(data: bytes) -> Mapping:
    try:
        tree = strict_reader.read(data, strict_reader.FRAMEWORK)
    except strict_reader.YamlProblemError:
        raise UnchangedError from None
    if not isinstance(tree, Mapping):
        raise UnchangedError
    return tree


def _flow(words: str) -> str:
    """Words as a value between braces."""
    text = one_line(clean(words))
    if _BARE.fullmatch(text) and text.casefold() not in _ONES_OWN_MEANING:
        return text
    return "'{}'".format(text.replace("'", "''"))


def ended_on(day: date, why: str) -> Ended:
    """The end, with its reason on one line."""
    return Ended(on=day, why=one_line(clean(why)))
