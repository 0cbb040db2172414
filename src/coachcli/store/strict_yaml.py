"""YAML read strictly: one document, no tricks, every scalar text, and a line and a column for all that is wrong.

Only the parser's events are used: PyYAML's composer and constructors crash, explode or change types on files that
anyone can write.
"""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple, NoReturn, TypeAlias

import yaml

from coachcli.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; `plain` when it stands without quotes. Places count from 1, in characters; the end is exclusive."""

    text: str
    plain: bool
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, and where it begins."""

    items: "tuple[Node, ...]"
    line: int
    column: int


class Entry(NamedTuple):
    """One name of a mapping and what is said about it."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Names with their values in the order of the file, and where it begins."""

    entries: dict[str, Entry]
    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping
Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | None"


class Limits(NamedTuple):
    """How much one file may hold, and whether a message may repeat the names in it."""

    bytes: int
    nodes: int
    depth: int
    names_are_public: bool = False


FRAMEWORK = Limits(bytes=256 * 1024, nodes=5_000, depth=14, names_are_public=True)
# As large as a file may be while any such file is answered within 2 s and 200 MB: tests/store/test_strict_yaml.py.
RECORD = Limits(bytes=16 * 1024 * 1024, nodes=200_000, depth=20)


class YamlProblemError(Exception):
    """The file is not YAML as it is taken here; `problem` says what is wrong and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"line {problem.line}, column {problem.column}: {problem.text}")
        self.problem = problem


def read(data: bytes, limits: Limits) -> Node:
    """The one document in `data`; whatever the bytes are, nothing but `YamlProblemError` is raised."""
    data = data.removeprefix(_BOM)
    _check_bytes(data, limits)
    try:
        return _Walk(_PARSER(data).get_event, limits).document()
    except (yaml.YAMLError, ValueError, OverflowError) as caught:  # the last two come from PyYAML without libyaml
        error = caught.with_traceback(None)  # which would keep the parser's copy of the text alive
    raise YamlProblemError(_explained(data, error))


def plain(node: Node) -> Plain:
    """`node` as dicts, lists and texts; None where nothing was written."""
    if isinstance(node, Scalar):
        return node.text if node.text or not node.plain else None
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(entry.value) for name, entry in node.entries.items()}


_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Without libyaml, "\ud83d" in a file is taken for a character: half of one.
_HALVES_PASS = not hasattr(yaml, "CSafeLoader")
_ScalarEvent = yaml.ScalarEvent
_SequenceEnd = yaml.SequenceEndEvent
_MappingEnd = yaml.MappingEndEvent

_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# libyaml ends a line at each of these, and no editor does: every later line number would be wrong.
_HIDDEN_BREAKS = {b"\xc2\x85": "U+0085", b"\xe2\x80\xa8": "U+2028", b"\xe2\x80\xa9": "U+2029"}
_UNPRINTABLE = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x84\x86-\x9f]|\xef\xbf[\xbe\xbf]")
# libyaml compares each directive with all those before it: a megabyte of them takes it a minute.
_DIRECTIVE = re.compile(rb"(?:\A|(?<=[\r\n]))%")
# It also wipes its whole buffer of blanks after every word: the longest gap times the size of the file is its work.
_GAP_WORK = 40_000_000_000
_BLANKS = bytes.maketrans(b"\t\r\n", b"   ")

_QUOTE = "put the whole text in quotes"
_TAG = "a text cannot begin with '!'"
_ANCHOR = "a text cannot begin with '&' or '*'"
_ODD_BLANK = ("a no-break space, or another odd blank, is in the way here", "put ordinary blanks in its place")
_ESCAPE = (r"'\' has a special meaning in double quotes", "use single quotes")
_COLON = "a text that holds ': ' needs quotes; or else the line above lacks its ':'"
_TAB = ("a tab is used to indent; YAML takes only blanks", "put blanks in its place; most editors can do that at once")


def _fail(code: str, place: tuple[int, int], text: str, hint: str = "", width: int = 1) -> NoReturn:
    raise YamlProblemError(Problem(code, *place, text, width=width, hint=hint))


def _check_bytes(data: bytes, limits: Limits) -> None:
    """Refuse what libyaml would take the wrong way, or take too long over."""
    if len(data) > limits.bytes:
        _fail("E108", (1, 1), f"the file is larger than {limits.bytes // 1024} KiB, the most it may be")
    if data.startswith(_UTF_16):
        _fail("E105", (1, 1), "the file is saved as UTF-16", "save it as UTF-8")
    for hidden, name in _HIDDEN_BREAKS.items():
        if hidden in data:
            place = _place(data, data.index(hidden))
            _fail("E106", place, f"a hidden line separator ({name}) is here", "put a blank or a new line in its place")
    if b"%" in data and (found := _DIRECTIVE.search(data)):
        _fail("E113", _place(data, found.start()), "a line cannot begin with '%'", _QUOTE)
    longest = _GAP_WORK // max(len(data), 1)
    if longest < len(data) and (at := data.translate(_BLANKS).find(b" " * longest)) >= 0:
        _fail("E108", _place(data, at), f"more than {longest} blanks or empty lines on end, the most there may be here")


def _place(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column of a byte."""
    before = _one_line_end(data[:offset])
    return before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1


def _one_line_end(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


class _Walk:
    """Events into nodes, within the limits."""

    def __init__(self, next_event: Callable[[], Any], limits: Limits) -> None:
        self._next = next_event
        self._limits = limits
        self._left = limits.nodes

    def document(self) -> Node:
        self._next()  # the stream begins
        if type(self._next()) is yaml.StreamEndEvent:
            _fail("E107", (1, 1), "the file is empty")
        root = self._node(self._next(), 1)
        if isinstance(root, Scalar) and root.plain and not root.text:
            _fail("E107", (1, 1), "the file is empty")
        self._next()  # the document ends
        after = self._next()
        if type(after) is not yaml.StreamEndEvent:
            _fail("E110", _start(after), "a second document begins here; one file holds one", "remove the line '---'")
        return root

    def _node(self, event: Any, depth: int) -> Node:
        if type(event) is _ScalarEvent:
            return self._scalar(event)
        if type(event) is yaml.AliasEvent:
            _fail("E111", _start(event), _ANCHOR, _QUOTE)
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
            if key.text in entries:
                self._fail_twice(key, entries[key.text].key.line)
            entries[key.text] = Entry(key, self._node(self._next(), depth))
        return entries

    def _key(self, event: Any) -> Scalar:
        if type(event) is yaml.AliasEvent:
            _fail("E111", _start(event), _ANCHOR, _QUOTE)
        if type(event) is not _ScalarEvent:
            _fail("E117", _start(event), "a text that begins with '{' or '[' needs quotes", _QUOTE)
        key = self._scalar(event)
        if key.plain:
            _check_name(key)
        return key

    def _refuse(self, event: Any) -> NoReturn:
        """A node with a tag or an anchor, or one too many."""
        if event.tag is not None:
            _fail("E113", _start(event), _TAG, _QUOTE)
        if event.anchor is not None:
            _fail("E111", _start(event), _ANCHOR, _QUOTE)
        _fail("E108", _start(event), f"more than {self._limits.nodes} names and values, the most there may be")

    def _fail_twice(self, key: Scalar, first: int) -> NoReturn:
        name = f"'{_short(key.text)}'" if self._limits.names_are_public else "a name"
        text = f"{name} is given twice (first on line {first}); YAML would silently keep only the last"
        width = key.end_column - key.column if key.end_line == key.line else 1
        _fail("E114", (key.line, key.column), text, "delete or rename one of them", width)


def _start(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:39]}…"


def _check_name(key: Scalar) -> None:
    """What nobody means by a name before a colon."""
    place = key.line, key.column
    if not key.text:
        _fail("E117", place, "there is no name before this ':'", _QUOTE)
    if key.text == "<<":
        _fail("E116", place, "'<<' (merging) is not supported", "write the settings out", 2)
    if not key.text.isascii() and key.text != key.text.strip():
        _fail("E102", place, *_ODD_BLANK)


class _Slip(NamedTuple):
    """A piece of what the parser says, and the same for a coach."""

    said: str
    text: str
    hint: str = ""
    code: str = "E100"
    where_it_began: bool = False  # rather than where the parser gave up


# The first that fits. PyYAML without libyaml words some of them differently.
_SLIPS = (
    _Slip(" a tag", _TAG, _QUOTE, "E113", where_it_began=True),
    _Slip("tag handle", _TAG, _QUOTE, "E113"),
    _Slip("scanning an a", _ANCHOR, _QUOTE, "E111", where_it_began=True),  # an alias, an anchor
    _Slip("end of stream", "the quotes that open here are never closed", where_it_began=True),
    _Slip("unexpected document", "a line of a quoted text cannot begin with '---' or '...'"),
    _Slip("quoted scalar", *_ESCAPE, where_it_began=True),
    _Slip("scanning a block scalar", "nothing may follow '|' or '>'", "begin the text on the next line"),
    _Slip("expected ':'", "this line has no ': ' and no '- '", where_it_began=True),
    _Slip("mapping values are not allowed", "this ': ' has no place here", _COLON),
    _Slip("mapping keys are not allowed", "a text cannot begin with '? '", _QUOTE),
    _Slip("entries are not allowed", "a list cannot begin here", "give each '- ' a line of its own"),
    _Slip("start any token", "a text cannot begin with this sign", _QUOTE),
    _Slip("node content", "a text is missing before this sign", "a text that holds brackets or commas needs quotes"),
    _Slip("',' or", "a bracket that opens here is not closed as it should be", _QUOTE, where_it_began=True),
)
_MISFIT = _Slip("", "this line does not fit those above it", "see how far it is indented, and to its '- ' and ': '")
_BEHIND = (
    (('"', "'"), _Slip("", "there is text behind the closing quote", "put the whole text in the other kind of quotes")),
    (("}", "]"), _Slip("", "a text that begins with '{' or '[' needs quotes", _QUOTE)),
)


def _explained(data: bytes, error: Exception) -> Problem:
    """The parser's complaint in plain words."""
    if getattr(error, "problem_mark", None) is None:
        return _unreadable(data)
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    slip = next((slip for slip in _SLIPS if slip.said in said), None)
    mark: Any = getattr(error, "context_mark" if slip and slip.where_it_began else "problem_mark")
    number, line = _line(data, mark.line)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent and ("tab" in said or "any token" in said):
        return Problem("E101", number, indent.index("\t") + 1, _TAB[0], hint=_TAB[1])
    if not indent.isascii():
        return Problem("E102", number, 1, _ODD_BLANK[0], hint=_ODD_BLANK[1], width=len(indent))
    column = mark.column + 1 if number == mark.line + 1 else len(line) + 1
    slip = slip or _misfit(line[: column - 1].rstrip())
    return Problem(slip.code, number, column, slip.text, hint=slip.hint)


def _misfit(before: str) -> _Slip:
    """What is most likely wrong where the parser only says that something else should come."""
    return next((slip for signs, slip in _BEHIND if before.endswith(signs)), _MISFIT)


def _line(data: bytes, index: int) -> tuple[int, str]:
    """The number and the words of a line; libyaml counts one more than there are where the last has no end."""
    data = _one_line_end(data)
    index = min(index, data.count(b"\n"))
    line = next(islice(io.BytesIO(data), index, None), b"")
    return index + 1, line.decode(errors="replace").removesuffix("\n")


def _unreadable(data: bytes) -> Problem:
    """The first byte that is no text, where the parser names no place."""
    found = _UNPRINTABLE.search(data)
    unprintable = found.start() if found else len(data)
    try:
        data[:unprintable].decode()
    except UnicodeDecodeError as error:
        hint = "save the file as UTF-8"
        return Problem("E105", *_place(data, error.start), "this is not UTF-8, the way text is saved", hint=hint)
    if not found:  # PyYAML without libyaml: a number too large for a character
        return Problem("E100", *_place(data, max(data.find(b"\\U"), 0)), _ESCAPE[0], hint=_ESCAPE[1])
    if found[0] == b"\0":
        return Problem("E105", *_place(data, unprintable), "a NUL byte is here: the file is damaged, or is not UTF-8")
    return Problem("E106", *_place(data, unprintable), "a character that no text holds is here", hint="delete it")
