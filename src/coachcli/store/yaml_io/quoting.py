"""Quotes in a file: where they end, which texts need them, and how to write them."""

import re
from typing import NamedTuple

from coachcli.patterns import pattern
from coachcli.store.yaml_io.parser_errors import ANCHOR, TAG

_APOSTROPHE = pattern(r"(?<=\w)'(?=\w)")
_COLON = pattern(r":(?=\s|$)")
_COMMENT = pattern(r"\s+#(\s.*)?$")
_ASKED_IN_BRACES = pattern(r"(?<=[:,\[{])(\s*)([^\s\"'{}\[\],:][^\"'{}\[\],:]*\?)(?=\s*[,}\]])")
_CLOSED = {
    '"': pattern(r'"(?:[^"\\]|\\.)*+"', re.DOTALL),
    "'": pattern(r"'(?:[^']|'')*+'(?!')", re.DOTALL),
}
_SIGNS = {
    "!": ("E113", TAG),
    "&": ("E111", ANCHOR),
    "*": ("E111", ANCHOR),
    **dict.fromkeys("@`%", ("E100", "a text cannot begin with this sign")),
    **dict.fromkeys("|>", ("E100", "a text cannot begin with '|' or '>'")),
}


class Unquoted(NamedTuple):
    """A value that YAML does not read as the text it is: why, at which character, and `meant`, how to write it."""

    code: str
    text: str
    at: int
    meant: str
    silent: bool = False


def quoted(text: str) -> str:
    """`text` in the quotes that it needs in a file."""
    return f'"{text}"' if not set(text) & {'"', "\\"} else "'{}'".format(text.replace("'", "''"))


def closing(text: str) -> int | None:
    """The place in `text` of the quote that closes the one it begins with; None where none does."""
    match = _CLOSED[text[0]].match(text)
    return match.end() - 1 if match else None


def unquoted(value: str, colons: int) -> Unquoted | None:
    """What is wrong with a value on one line, which needs quotes if it has more than so many colons."""
    value = _COMMENT.sub("", value)
    if value[0] in "\"'":
        return _behind_quotes(value)
    if value[0] in "{[":
        return _behind_brackets(value) or _asked_in_braces(value)
    if value[0] in _SIGNS:
        return Unquoted(*_SIGNS[value[0]], 0, quoted(value))
    if value.startswith("? "):
        return Unquoted("E100", "a text cannot begin with '? '", 0, quoted(value), silent=True)
    places = [match.start() for match in _COLON.finditer(value)]
    if len(places) > colons:
        return Unquoted("E100", "this ': ' has no place here", places[colons], quoted(value))
    return None


def _behind_quotes(value: str) -> Unquoted | None:
    end = closing(value)
    if end is None:
        return Unquoted("E100", "the quotes that open here are never closed", 0, _requoted(value + value[0]))
    behind = value[end + 1 :].lstrip()
    if not behind or behind[0] == ":":
        return None
    at = len(value) - len(behind)
    return Unquoted("E100", "there is text behind the closing quote", at, _requoted(value))


def _behind_brackets(value: str) -> Unquoted | None:
    depth = 0
    for index, sign in enumerate(value):
        depth += (sign in "{[") - (sign in "}]")
        if not depth:
            behind = value[index + 1 :].lstrip()
            message = "a text that begins with '{' or '[' needs quotes"
            return Unquoted("E100", message, len(value) - len(behind), quoted(value)) if behind else None
    return None


def _asked_in_braces(value: str) -> Unquoted | None:
    match = _ASKED_IN_BRACES.search(value)
    if not match:
        return None
    message = "a text with a '?' needs quotes between '{' and '}'"
    mended = _ASKED_IN_BRACES.sub(lambda question: f"{question[1]}{quoted(question[2])}", value)
    return Unquoted("E100", message, match.start(2), mended)


def _requoted(value: str) -> str:
    """A text in the right quotes that has the wrong ones, or that only begins with a quotation."""
    inner = value[1:-1]
    signs = _APOSTROPHE.sub(" ", inner) if value[0] == "'" else inner
    first = signs.find(value[0])
    whole = value.endswith(value[0]) and (first < 0 or not signs[:first].strip() or signs[first - 1].isspace())
    return quoted(inner if whole else value)
