"""Values as YAML that people and other tools can read, and that `strict_reader` reads back letter for letter."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias

import yaml

from coachcli.patterns import pattern

Value: TypeAlias = "dict[str, Any] | list[Any] | tuple[Any, ...] | str | bool | float | date | None"

_ONE_LINE = 78  # the most that stands in braces or brackets
_LONG = 72  # a text beyond this is a block of its own
_NO_WRAPPING = 1_000_000_000

_EMITTER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_RESOLVER: Any = yaml.resolver.Resolver()
_STR = "tag:yaml.org,2002:str"
# PyYAML knows what YAML 1.1 takes for a number or a yes. These are what YAML 1.2, or a thorough 1.1, would.
_NO_TEXT_ELSEWHERE = pattern(r"[ynYN]|0o[0-7]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)[eE][-+]?[0-9]+")

# Signs that YAML takes for a line's end, or refuses.
_TO_ESCAPE = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# How no block can begin: with nothing but blanks, or with such as would be taken for its indentation.
_NO_BLOCK = pattern(r"\s+\Z| *\t| +\n")
# So many blanks and empty lines on end that libyaml is slow to read them unescaped; see strict_reader.
_GAP = pattern(r"(?<![ \t\n])[ \t\n]{1000}")

# libyaml writes an emoji as \U0001F600. It writes a whole text as one line of escapes if it has an emoji, a tab, or a
# blank at the end of a line in it. So these pass through it as five noncharacters each, which it takes for letters.
_DIGITS = "\ufdd0-\ufdef"
_SPELT = pattern(f"[{_DIGITS}]{{5}}")
_TO_SPELL = pattern(f"[{_DIGITS}\U00010000-\U0010ffff\ud800-\udfff]")
_TRAILING = pattern(r"(?<! ) ++(?=\n|\Z)")
_ESCAPED_BLANK = 0x110020  # beyond Unicode


def write(value: Value) -> str:
    """`value` as one YAML document, with the outermost mapping or list in block style."""
    events = [yaml.StreamStartEvent(), yaml.DocumentStartEvent(explicit=False)]
    _add(value, events, may_flow=False)
    events += yaml.DocumentEndEvent(explicit=False), yaml.StreamEndEvent()
    text: str = yaml.emit(events, Dumper=_EMITTER, width=_NO_WRAPPING, allow_unicode=True)
    return _SPELT.sub(_unspell, text)


def _add(value: Value, events: list[yaml.Event], *, may_flow: bool = True) -> None:
    if isinstance(value, dict):
        flow = may_flow and _is_short(value.values(), sum(map(len, value)))
        events.append(yaml.MappingStartEvent(None, None, True, flow_style=flow))
        for name, item in value.items():
            events.append(_name(name))
            _add(item, events)
        events.append(yaml.MappingEndEvent())
    elif isinstance(value, list | tuple):
        flow = may_flow and _is_short(value)
        events.append(yaml.SequenceStartEvent(None, None, True, flow_style=flow))
        for item in value:
            _add(item, events)
        events.append(yaml.SequenceEndEvent())
    else:
        events.append(_leaf(value))


def _is_short(values: Iterable[Value], width: int = 0) -> bool:
    """Whether the values are only words and numbers, and can all stand on one line."""
    for value in values:
        # A time would need quotes there, and None could not be told from an empty text.
        if not isinstance(value, str | float | int) or (isinstance(value, str) and _style(value)):
            return False
        width += len(str(value)) + 4
    return width <= _ONE_LINE


def _leaf(value: str | bool | float | date | None) -> yaml.ScalarEvent:
    if isinstance(value, str):
        return _text(value, _style(value))
    if isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, date):
        text = value.isoformat()
    else:
        text = "" if value is None else str(value)
    return yaml.ScalarEvent(None, None, (True, True), text, style="")


@lru_cache(maxsize=256)
def _name(name: str) -> yaml.ScalarEvent:
    must_quote = "\n" in name or name != name.strip() or _TO_ESCAPE.search(name)
    return _text(name, '"' if must_quote else "")


def _text(text: str, style: str) -> yaml.ScalarEvent:
    """The event of a text, quoted where some tool would take it for something else."""
    is_plain = not style and _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) == _STR
    is_plain = is_plain and not _NO_TEXT_ELSEWHERE.fullmatch(text)
    return yaml.ScalarEvent(None, None, (is_plain, True), _spelled(text, style), style=style)


def _style(text: str) -> str:
    """The style of a text: double quotes, a block, or empty for what libyaml finds best."""
    if _TO_ESCAPE.search(text):
        return '"'
    if len(text) > _LONG or "\n" in text:
        return '"' if _NO_BLOCK.match(text) or _GAP.search(text) else "|"
    return ""


def _spelled(text: str, style: str) -> str:
    if not text.isascii() and _TO_SPELL.search(text):
        text = _TO_SPELL.sub(lambda match: _digits(ord(match[0])), text)
    if style == "|":
        text = text.replace("\t", _digits(ord("\t")))
        is_trailing = " \n" in text or text.endswith(" ")
        return _TRAILING.sub(lambda match: _digits(ord(" ")) * len(match[0]), text) if is_trailing else text
    if style == '"' and " " * 500 in text:
        return text.replace(" " * 500, " " * 499 + _digits(_ESCAPED_BLANK))
    return text


@lru_cache(maxsize=4096)
def _digits(code: int) -> str:
    if 0xD800 <= code <= 0xDFFF:  # half a character
        return "\ufffd"
    return "".join(chr(0xFDD0 + (code >> shift & 31)) for shift in (20, 15, 10, 5, 0))


def _unspell(match: re.Match[str]) -> str:
    return _character(match[0])


@lru_cache(maxsize=4096)
def _character(digits: str) -> str:
    code = 0
    for digit in digits:
        code = code << 5 | ord(digit) - 0xFDD0
    return r"\x20" if code == _ESCAPED_BLANK else chr(code)
