"""What the beginning of a text says: a sign, or what only looks like one; and how to write either as plain text."""

import re
import unicodedata
from typing import NamedTuple

from coachcli.domain.line.sharing import PRIVATE_SIGN, is_private
from coachcli.domain.note_kinds import signed
from coachcli.domain.session.model import Note
from coachcli.domain.session.wording import KIND_SIGNS, as_typed
from coachcli.domain.terms import Kind
from coachcli.domain.text import clean
from coachcli.patterns import pattern

SIGNS: dict[str, Kind] = {
    character: kind for kind, sign in signed().items() for character in f"{sign.typed}{sign.also}"
}
CLOSING_QUOTES = '"”“»'
_SIGN = f"[{re.escape(''.join(SIGNS))}]"
# Markup: a doubled sign, `**Hunch**`, `> > so`, or a first star that the next one closes: `*maybe* later`.
_MARKUP = pattern(rf"({_SIGN})\s*\1|\*(?!\s*\\)[^*]*[^*\s]\*(?!\w)")
# The sign for the coach alone, by itself or behind others.
_PRIVATE = rf"(?:{_SIGN}[^\S\n]*)*{PRIVATE_SIGN}"
_PRIVATE_LINE = pattern(rf"^[^\S\n]*{_PRIVATE}", re.MULTILINE)
# The places in a block that say what kind it is, with the backslashes before them.
_FIRST_ROW = pattern(rf"(\s*)(\\*)(?={_SIGN}|/)")
_LATER_ROW = pattern(rf"(\s*)(\\*)(?={_PRIVATE})")


_LINE_ENDS = pattern("[\x85\u2028\u2029]")


class HeldBack(NamedTuple):
    """A text that is kept for the coach alone, although no single sign says so: as a note or an observation."""

    kind: Kind
    text: str


def held_back(text: str) -> HeldBack | None:
    """What a text is kept as that only seems to begin with a sign: doubled, a closed pair, or before several lines.

    With the sign for the coach alone behind such a beginning, or before a line of a block, it is an observation.
    None for any other text.
    """
    on_screen = _as_seen(text)
    if "\n" in on_screen:
        if _PRIVATE_LINE.search(on_screen):
            return HeldBack("observation", text)
        begins = on_screen.lstrip()
        is_command = begins.startswith("/") and not begins.startswith("//")
        return HeldBack("note", unescaped(text)) if begins[:1] in SIGNS or is_command else None
    if on_screen != text and is_private(on_screen.lstrip()):
        return HeldBack("observation", text)
    text = text.strip()
    if text[:1] not in SIGNS or is_private(text) or is_private(text[1:].lstrip()):
        return None
    if _PRIVATE_LINE.match(text):
        return HeldBack("observation", text)
    return HeldBack("note", text) if _MARKUP.match(text) else None


def _as_seen(text: str) -> str:
    """A text as it stands on a screen: without invisible signs, and with each kind of line end as a newline."""
    in_lines = _LINE_ENDS.sub("\n", text)
    return "".join(sign for sign in in_lines if unicodedata.category(sign) != "Cf")


def is_signed(text: str) -> bool:
    """Whether the beginning of a text says its kind, or that it is for the coach alone."""
    text = clean(text).strip()
    return text[:1] in SIGNS or held_back(text) is not None


def unescaped(text: str) -> str:
    """A line that begins like a command or a sign, without the slash or backslash that makes it text."""
    if "\n" in text:
        return _in_block(text, -1)
    if text.startswith("//"):
        return text[1:]
    if len(text) > 1 and text[0] == "\\" and (text[1] in SIGNS or text[1] in "/\\"):
        return text[1:]
    return text


def escaped(text: str) -> str:
    """The line that would be read as just this text; it undoes `unescaped`."""
    if "\n" in text:
        return _in_block(text, 1)
    if text.startswith("/"):
        return f"/{text}"
    special = text[:1] in SIGNS or (text[:1] == "\\" and len(text) > 1 and (text[1] in SIGNS or text[1] in "/\\"))
    return f"\\{text}" if special else text


def words_behind(sign: str, text: str) -> str:
    """The words behind a sign, without the backslash that makes them text and nothing else."""
    words = text.strip()
    return words[1:] if words.startswith("\\") and _is_other_behind(sign, words) else words


def line_of(note: Note) -> str:
    """The line that would be read as this note, to be put back for rewriting."""
    words = as_typed(note)
    # Words that were held back for how they begin stay as they are, so that the line is held back again.
    for line in dict.fromkeys((words, _in_block(words, 1, first=0))):
        if held_back(line) == (note.kind, words):
            return line
    sign = KIND_SIGNS.get(note.kind)
    # Before several lines a sign would become part of the words.
    if sign is None or "\n" in words:
        return escaped(words)
    return f"{sign}\\{words}" if _is_other_behind(sign, words) else f"{sign}{words}"


def _is_other_behind(sign: str, words: str) -> bool:
    """Whether words behind a sign would be read as something else without the backslashes before them."""
    bare = words.lstrip("\\")
    return bare == bare.lstrip() and (is_private(bare) or held_back(f"{sign}{bare}") is not None)


def _in_block(text: str, more: int, *, first: int | None = None) -> str:
    """A block with `more` backslashes added at the places that say what it is; with `first` at its beginning."""
    rows = text.split("\n")
    begins = next((number for number, row in enumerate(rows) if row.strip()), 0)
    new_rows = [_with_backslashes(row, _LATER_ROW, more) for row in rows]
    new_rows[begins] = _with_backslashes(rows[begins], _FIRST_ROW, more if first is None else first)
    return "\n".join(new_rows)


def _with_backslashes(row: str, place: re.Pattern[str], more: int) -> str:
    match = place.match(row)
    if match is None:
        return row
    blanks, backslashes = match.groups()
    return blanks + "\\" * max(0, len(backslashes) + more) + row[match.end() :]
