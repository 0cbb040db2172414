"""Tags: a word with # before it, in any note, by which a coach finds things again."""

import re
from collections.abc import Iterator

# No part of an address or a number, and a word only: #delegation, not #3 nor https://example.org/#top.
_A_TAG = r"(?<![\w/&#?=.-])#(?=[\w-]*[^\W\d])(\w[\w-]*)"
_TAG = re.compile(_A_TAG)
BEGUN_TAG = re.compile(r"(?<!\S)#[\w-]+\Z")

# Several in a row are one gap, or the commas between them would be left; #one#two is one tag only to look at.
_TAGS = re.compile(rf"{_A_TAG}(?:#\w[\w-]*|[^\S\n]?[,;/]?[^\S\n]?{_A_TAG})*")
_PAIRS = {"()", "[]", "“”", "„“", "‘’", "«»", '""', "''"}
_OPENS, _CLOSES, _ENDS = "([{“„‘«", ")]}”’»,;:.!?…", ".!?…"
_JOINTS = ",;:·|–—-"


def tags_in(text: str) -> list[str]:
    """The tags in a text as they were written, each once."""
    return list(dict.fromkeys(f"#{match[1].rstrip('-')}" for match in _TAG.finditer(text)))


def without_tags(text: str) -> str:
    """The text for others than the coach; one with no tag in it stays as it is to the letter."""
    return "\n".join(_rows_without(text)).strip() if _TAG.search(text) else text


def _rows_without(text: str) -> Iterator[str]:
    """A row of nothing but tags goes altogether, and of the empty rows around it one stays."""
    after, gone = "", False
    for row in text.split("\n"):
        left = _row_without(row)
        if row.strip() and not left.strip():
            gone = True
        elif left.strip() or after.strip() or not gone:
            yield left
            after, gone = left, False


def _row_without(row: str) -> str:
    said, until = "", 0
    matches = list(_TAGS.finditer(row))
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        before = row[until : match.start()] if not said else ""
        until = match.end()
        said = _joined(said or before, row[until : following.start() if following else None], last=following is None)
        until = following.start() if following else until
    return said if matches else row
