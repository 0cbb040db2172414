"""Words as they may be stored, and words as they may be shown."""

import re
import unicodedata

from coachcli.patterns import pattern

PLACEHOLDER = pattern(r"\{([a-z][a-z0-9_]*)\}")
"""What stands in a text for the client's name, or for the answer to an earlier question."""

# C0 but tab and newline, DEL, and C1 but NEL: no person types these, and a terminal obeys many of them.
_CONTROL = pattern("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = pattern("[\ud800-\udfff]")
# These would reorder, hide or fake text on a screen: NEL, line and paragraph separators, bidi overrides and isolates,
# the invisible tag characters.
_DECEPTIVE = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)


def _spell(match: re.Match[str]) -> str:
    """The number of a byte that was no UTF-8, so that nothing of what came in is lost."""
    code = ord(match[0])
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def clean(text: str) -> str:
    """`text` as it is stored: one kind of line end, no control characters, no half characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    return _SURROGATE.sub(_spell, _CONTROL.sub("", text))


def visible(text: str) -> str:
    """`text` as it may reach a terminal or a file: what could act on either is spelled out."""
    return _DECEPTIVE.sub(lambda match: f"‹U+{ord(match[0]):04X}›", text)


def one_line(text: str) -> str:
    """`text` on one line, each run of white space one blank."""
    return " ".join(text.split())


def folded(text: str) -> str:
    """`text` for comparing names: case, accents written two ways, and spacing make no difference."""
    return one_line(unicodedata.normalize("NFKC", text)).casefold()
