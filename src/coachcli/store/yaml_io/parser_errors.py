"""The complaints of a YAML parser, in plain words."""

import io
import re
from itertools import islice
from typing import Any, NamedTuple

from coachcli.domain.problems import Problem
from coachcli.patterns import pattern

_UNPRINTABLE = pattern(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x84\x86-\x9f]|\xef\xbf[\xbe\xbf]")

QUOTE = "put the whole text in quotes"
TAG = "a text cannot begin with '!'"
ANCHOR = "a text cannot begin with '&' or '*'"
ODD_BLANK = ("a no-break space, or another odd blank, is in the way here", "put ordinary blanks in its place")
_ESCAPE = (r"'\' has a special meaning in double quotes", "use single quotes")
_COLON = "a text that holds ': ' needs quotes; or else the line above lacks its ':'"
TAB = ("a tab is used to indent; YAML takes only blanks", "put blanks in its place; most editors can do that at once")
TAB_BEHIND = ("a tab stands behind the '-'; YAML takes only blanks there", "put a blank in its place")
ODD_BLANKS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
"""The blanks that YAML does not take for blanks, as they stand between brackets in a pattern."""
CONFLICT = (
    "two versions of this file were merged here, and nobody has chosen yet",
    "keep one of them, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
)


MERGED = "E118"
_MERGED = pattern(rb"^<{7}(?=\s)", re.MULTILINE)


def way_out(problem: Problem, otherwise: str) -> str:
    """The hint for a file that cannot be read: how to end a merge that was left open, else `otherwise`."""
    return f"{problem.hint[0].upper()}{problem.hint[1:]}." if problem.code == MERGED else otherwise


class _Slip(NamedTuple):
    """Words of the parser's complaint, and the same in words for a coach."""

    said: str
    text: str
    hint: str = ""
    code: str = "E100"
    where_it_began: bool = False  # rather than where the parser gave up


# The first slip that fits counts. PyYAML without libyaml words some complaints differently.
_SLIPS = (
    _Slip(" a tag", TAG, QUOTE, "E113", where_it_began=True),
    _Slip("tag handle", TAG, QUOTE, "E113"),
    _Slip("scanning an a", ANCHOR, QUOTE, "E111", where_it_began=True),  # an alias, an anchor
    _Slip("end of stream", "the quotes that open here are never closed", where_it_began=True),
    _Slip("unexpected document", "a line of a quoted text cannot begin with '---' or '...'"),
    _Slip("quoted scalar", *_ESCAPE, where_it_began=True),
    _Slip("scanning a block scalar", "nothing may follow '|' or '>'", "begin the text on the next line"),
    _Slip("expected ':'", "this line has no ': ' and no '- '", where_it_began=True),
    _Slip("mapping values are not allowed", "this ': ' has no place here", _COLON),
    _Slip("mapping keys are not allowed", "a text cannot begin with '? '", QUOTE),
    _Slip("entries are not allowed", "a list cannot begin here", "give each '- ' a line of its own"),
    _Slip("start any token", "a text cannot begin with this sign", QUOTE),
    _Slip("node content", "a text is missing before this sign", "a text that holds brackets or commas needs quotes"),
    _Slip("',' or", "a bracket that opens here is not closed as it should be", QUOTE, where_it_began=True),
)
_MISFIT = _Slip("", "this line does not fit those above it", "see how far it is indented, and to its '- ' and ': '")
_BEHIND = (
    (('"', "'"), _Slip("", "there is text behind the closing quote", "put the whole text in the other kind of quotes")),
    (("}", "]"), _Slip("", "a text that begins with '{' or '[' needs quotes", QUOTE)),
)


def explained(data: bytes, error: Exception) -> Problem:
    """The parser's complaint in plain words."""
    if match := _MERGED.search(data):
        text, hint = CONFLICT
        return Problem(MERGED, data.count(b"\n", 0, match.start()) + 1, 1, text, width=7, hint=hint)
    if getattr(error, "problem_mark", None) is None:
        return _unreadable(data)
    complaint = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    slip = next((slip for slip in _SLIPS if slip.said in complaint), None)
    mark: Any = getattr(error, "context_mark" if slip and slip.where_it_began else "problem_mark")
    number, line = _line(data, mark.line)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent and ("tab" in complaint or "any token" in complaint):
        return Problem("E101", number, indent.index("\t") + 1, TAB[0], hint=TAB[1])
    if not indent.isascii():
        return Problem("E102", number, 1, ODD_BLANK[0], hint=ODD_BLANK[1], width=len(indent))
    column = mark.column + 1 if number == mark.line + 1 else len(line) + 1
    slip = slip or _misfit(line[: column - 1].rstrip())
    return Problem(slip.code, number, column, slip.text, hint=slip.hint)


def _misfit(before: str) -> _Slip:
    """The slip that is most likely, where the parser only says that it expected something else."""
    return next((slip for signs, slip in _BEHIND if before.endswith(signs)), _MISFIT)


def _line(data: bytes, index: int) -> tuple[int, str]:
    """The number and the words of a line; where the last line has no end, libyaml counts one line too many."""
    data = _one_line_end(data)
    index = min(index, data.count(b"\n"))
    line = next(islice(io.BytesIO(data), index, None), b"")
    return index + 1, line.decode(errors="replace").removesuffix("\n")


def _unreadable(data: bytes) -> Problem:
    """The problem of the first byte that is no text, for which the parser names no place."""
    match = _UNPRINTABLE.search(data)
    unprintable = match.start() if match else len(data)
    try:
        data[:unprintable].decode()
    except UnicodeDecodeError as error:
        hint = "save the file as UTF-8"
        return Problem("E105", *place(data, error.start), "this is not UTF-8, the way text is saved", hint=hint)
    if not match:  # PyYAML without libyaml: a number too large for a character
        return Problem("E100", *place(data, max(data.find(b"\\U"), 0)), _ESCAPE[0], hint=_ESCAPE[1])
    if match[0] == b"\0":
        return Problem("E105", *place(data, unprintable), "a NUL byte is here: the file is damaged, or is not UTF-8")
    return Problem("E106", *place(data, unprintable), "a character that no text holds is here", hint="delete it")


def place(data: bytes, offset: int) -> tuple[int, int]:
    """The line and column of a byte, counted from 1."""
    before = _one_line_end(data[:offset])
    return before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1


def _one_line_end(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data
