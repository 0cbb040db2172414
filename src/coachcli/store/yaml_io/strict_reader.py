"""Reads YAML strictly: one document, no tricks, every scalar a text, and a line and a column for all that is wrong.

It uses only the parser's events: PyYAML's composer and constructors crash, explode or change types on files that anyone
can write.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, NoReturn

import yaml

from coachcli.domain.problems import Problem
from coachcli.patterns import pattern
from coachcli.store.yaml_io.nodes import Entry, Mapping, Node, Plain, Scalar, Sequence
from coachcli.store.yaml_io.parser_errors import ANCHOR, ODD_BLANK, QUOTE, TAG, explained, place


class Limits(NamedTuple):
    """The most that one file may hold, and whether a message may repeat the names in it."""

    bytes: int
    nodes: int
    depth: int
    names_are_public: bool = False


FRAMEWORK = Limits(bytes=256 * 1024, nodes=5_000, depth=14, names_are_public=True)
# Any command is done with any file within these limits in 2 s and 200 MB. A session of an hour has some 60 KiB and
# 3,000 names and values.
RECORD = Limits(bytes=4 * 1024 * 1024, nodes=50_000, depth=20)


EMPTY = "E107"
"""The code of the problem of a file that is empty, or has only comments."""


class YamlProblemError(Exception):
    """The file is not YAML of the strict kind; `problem` says what is wrong and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"line {problem.line}, column {problem.column}: {problem.text}")
        self.problem = problem


class OddError(Exception):
    """The file is not written as the program writes. It may still be right: only the thorough reader knows."""


def read(data: bytes, limits: Limits, twice: list[Problem] | None = None) -> Node:
    """The one document in `data`; raises YamlProblemError, and nothing else, whatever the bytes are.

    With a list `twice` a name that is given twice only adds a problem to it, and the rest is read.
    """
    data = data.removeprefix(_BOM)
    _check_bytes(data, limits)
    try:
        return _Walk(_PARSER(data).get_event, limits, twice).document()
    except (yaml.YAMLError, ValueError, OverflowError) as caught:  # PyYAML without libyaml raises the last two
        error = caught.with_traceback(None)  # which would keep the parser's copy of the text alive
    raise YamlProblemError(explained(data, error))


def read_plain(data: bytes, limits: Limits) -> Plain:
    """The plain data in `data`, in half the time of `read` and `plain`; raises OddError on anything not quite ordinary.

    It knows no places: `read` says what is wrong, and where.
    """
    try:
        data = data.removeprefix(_BOM)
        _check_bytes(data, limits)
        return _PlainWalk(_PARSER(data).get_event, limits).document()
    except (YamlProblemError, yaml.YAMLError, ValueError, OverflowError):
        raise OddError from None


_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# PyYAML without libyaml takes "\ud83d" in a file for a character, although it is half of one.
_HALVES_PASS = not hasattr(yaml, "CSafeLoader")
_ScalarEvent = yaml.ScalarEvent
_SequenceEnd = yaml.SequenceEndEvent
_MappingEnd = yaml.MappingEndEvent

_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# libyaml ends a line at each of these, and no editor does: every later line number would be wrong.
_HIDDEN_BREAKS = {b"\xc2\x85": "U+0085", b"\xe2\x80\xa8": "U+2028", b"\xe2\x80\xa9": "U+2029"}
# libyaml compares each directive with all those before it: a megabyte of them takes it a minute.
_DIRECTIVE = pattern(rb"(?:\A|(?<=[\r\n]))%")
# It also wipes its whole buffer of blanks after every word: the longest gap times the size of the file is its work.
_GAP_WORK = 40_000_000_000
_BLANKS = bytes.maketrans(b"\t\r\n", b"   ")


def _fail(code: str, place: tuple[int, int], text: str, hint: str = "", width: int = 1) -> NoReturn:
    raise YamlProblemError(Problem(code, *place, text, width=width, hint=hint))


def _check_bytes(data: bytes, limits: Limits) -> None:
    """Refuse bytes that libyaml would read wrongly, or too slowly."""
    if len(data) > limits.bytes:
        _fail("E108", (1, 1), f"the file is larger than {limits.bytes // 1024} KiB, the most it may be")
    if data.startswith(_UTF_16):
        _fail("E105", (1, 1), "the file is saved as UTF-16", "save it as UTF-8")
    for separator, name in _HIDDEN_BREAKS.items():
        if separator in data:
            here = place(data, data.index(separator))
            _fail("E106", here, f"a hidden line separator ({name}) is here", "put a blank or a new line in its place")
    if b"%" in data and (match := _DIRECTIVE.search(data)):
        _fail("E113", place(data, match.start()), "a line cannot begin with '%'", QUOTE)
    longest = _GAP_WORK // max(len(data), 1)
    if longest < len(data) and (at := data.translate(_BLANKS).find(b" " * longest)) >= 0:
        _fail("E108", place(data, at), f"more than {longest} blanks or empty lines on end, the most there may be here")


class _Walk:
    """Makes nodes of events, within the limits."""

    def __init__(self, next_event: Callable[[], Any], limits: Limits, twice: list[Problem] | None) -> None:
        self._next = next_event
        self._limits = limits
        self._twice = twice
        self._left = limits.nodes

    def document(self) -> Node:
        self._next()  # the stream begins
        if type(self._next()) is yaml.StreamEndEvent:
            _fail(EMPTY, (1, 1), "the file is empty")
        root = self._node(self._next(), 1)
        if isinstance(root, Scalar) and root.plain and not root.text:
            _fail(EMPTY, (1, 1), "the file is empty")
        self._next()  # the document ends
        after = self._next()
        if type(after) is not yaml.StreamEndEvent:
            _fail("E110", _start(after), "a second document begins here; one file holds one", "remove the line '---'")
        return root

    def _node(self, event: Any, depth: int) -> Node:
        if type(event) is _ScalarEvent:
            return self._scalar(event)
        if type(event) is yaml.AliasEvent:
            _fail("E111", _start(event), ANCHOR, QUOTE)
        if event.tag is not None or event.anchor is not None or not self._left:
            self._refuse(event)
        self._left -= 1
        if depth > self._limits.depth:
            _fail("E109", _start(event), f"more than {self._limits.depth} levels deep, the most there may be")
        if type(event) is yaml.SequenceStartEvent:
            return Sequence(self._items(depth + 1), *_start(event))
        return Mapping(self._entries(depth + 1), *_start(event))

    def _scalar(self, event: Any) -> Scalar:
        if event.tag is not None or event.anchor is not None or not self._left:
            self._refuse(event)
        self._left -= 1
        if _HALVES_PASS and re.search("[\ud800-\udfff]", event.value):
            _fail("E106", _start(event), "this text holds half a character")
        start, end = event.start_mark, event.end_mark
        return Scalar(event.value, not event.style, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _items(self, depth: int) -> tuple[Node, ...]:
        items: list[Node] = []
        while type(event := self._next()) is not _SequenceEnd:
            items.append(self._node(event, depth))
        return tuple(items)

    def _entries(self, depth: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        while type(event := self._next()) is not _MappingEnd:
            key = self._key(event)
            first = entries.get(key.text)
            if first:
                self._tell_twice(key, first.key.line)
            value = self._node(self._next(), depth)
            entries[key.text] = Entry(first.key, _both(first.value, value)) if first else Entry(key, value)
        return entries

    def _key(self, event: Any) -> Scalar:
        if type(event) is yaml.AliasEvent:
            _fail("E111", _start(event), ANCHOR, QUOTE)
        if type(event) is not _ScalarEvent:
            _fail("E117", _start(event), "a text that begins with '{' or '[' needs quotes", QUOTE)
        key = self._scalar(event)
        if key.plain:
            _check_name(key)
        return key

    def _refuse(self, event: Any) -> NoReturn:
        """Refuse a node with a tag or an anchor, or one too many."""
        if event.tag is not None:
            _fail("E113", _start(event), TAG, QUOTE)
        if event.anchor is not None:
            _fail("E111", _start(event), ANCHOR, QUOTE)
        _fail("E108", _start(event), f"more than {self._limits.nodes} names and values, the most there may be")

    def _tell_twice(self, key: Scalar, first: int) -> None:
        name = f"'{_short(key.text)}'" if self._limits.names_are_public else "a name"
        text = f"{name} is given twice (first on line {first}); YAML would silently keep only the last"
        width = key.end_column - key.column if key.end_line == key.line else 1
        problem = Problem("E114", key.line, key.column, text, width, "delete or rename one of them")
        if self._twice is None:
            raise YamlProblemError(problem)
        self._twice.append(problem)


class _PlainWalk:
    """Makes plain data of the same events. Whatever `_Walk` would refuse, or examine further, is odd here."""

    def __init__(self, next_event: Callable[[], Any], limits: Limits) -> None:
        self._next = next_event
        self._left = limits.nodes
        self._deepest = limits.depth

    def document(self) -> Plain:
        self._next()  # the stream begins
        if _HALVES_PASS or type(self._next()) is yaml.StreamEndEvent:
            raise OddError
        root = self._value(self._next(), 1)
        self._left -= 1
        self._next()  # the document ends
        if root is None or self._left < 0 or type(self._next()) is not yaml.StreamEndEvent:
            raise OddError
        return root

    def _value(self, event: Any, depth: int) -> Plain:
        kind = type(event)
        # An alias is asked for first, as it has no tag.
        if kind is yaml.AliasEvent or event.tag is not None or event.anchor is not None:
            raise OddError
        if kind is _ScalarEvent:
            return event.value if event.value or event.style else None
        if depth > self._deepest:
            raise OddError
        return self._items(depth + 1) if kind is yaml.SequenceStartEvent else self._entries(depth + 1)

    def _items(self, depth: int) -> list[Plain]:
        items: list[Plain] = []
        while type(event := self._next()) is not _SequenceEnd:
            items.append(self._value(event, depth))
        self._left -= len(items)
        return items

    def _entries(self, depth: int) -> dict[str, Plain]:
        entries: dict[str, Plain] = {}
        take = self._next
        while type(event := take()) is not _MappingEnd:
            if type(event) is not _ScalarEvent or event.tag is not None or event.anchor is not None:
                raise OddError
            name = event.value
            if not name or name in entries or name == "<<" or not name.isascii():
                raise OddError
            entries[name] = self._value(take(), depth)
        self._left -= 2 * len(entries)
        return entries


def _both(first: Node, second: Node) -> Node:
    """The value of a name that is given twice. Two lists become one, so that no other slip follows from this one."""
    if isinstance(first, Sequence) and isinstance(second, Sequence):
        return Sequence(first.items + second.items, first.line, first.column)
    return second if isinstance(first, Scalar) and not first.text else first


def _start(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:39]}…"


def _check_name(key: Scalar) -> None:
    """Refuse a name before a colon that nobody means as one."""
    here = key.line, key.column
    if not key.text:
        _fail("E117", here, "there is no name before this ':'", QUOTE)
    if key.text == "<<":
        _fail("E116", here, "'<<' (merging) is not supported", "write the settings out", 2)
    if not key.text.isascii() and key.text != key.text.strip():
        _fail("E102", here, *ODD_BLANK)
