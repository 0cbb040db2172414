"""A goal or an action on one line, its details behind its words: ` · in the way: Sam is away`."""

import re
from collections.abc import Mapping
from typing import get_args

from coachcli.domain.line.signs import line_of
from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.session.model import Note
from coachcli.domain.session.voice import who_said
from coachcli.domain.session.wording import FIELD_NAMES
from coachcli.domain.terms import Field
from coachcli.domain.text import clean, folded
from coachcli.patterns import pattern

_BETWEEN = " · "
_IN_THE_WORDS: frozenset[Field] = frozenset({"what", "by_when"})
_NAMES: dict[str, Field] = {
    folded(FIELD_NAMES[field]): field for field in get_args(Field) if field not in _IN_THE_WORDS
}
# Who does it, typed at the end with what is on a keyboard.
_WHO_AT_END = pattern(
    r"(?<!\s)(?:\s*[,;.]|\s+[-–—])?\s+who:\s*((?:the\s+)?(?:client|coach|sponsor|others?)|me|myself|i)\s*[.]?\s*$",
    re.IGNORECASE,
)


def whole_line(note: Note) -> str:
    """The line that would be read as this note with its details, to be put back for rewriting."""
    line = line_of(note)
    if not _is_one_line(note):
        return line
    return _BETWEEN.join([line, *(f"{FIELD_NAMES[field]}: {words}" for field, words in note.details.items())])


def parted(line: str, note: Note) -> tuple[str, Mapping[Field, str]]:
    """A line that was put back for `note` and rewritten: its words, and the details behind them.

    Details that could not be put back stay as they were; so do all where the line has no words.
    """
    words, details = told_behind(line)
    if not _is_one_line(note) or "\n" in clean(line).strip() or not words.strip():
        return line, note.details
    return words, details


def _is_one_line(note: Note) -> bool:
    """Whether a note can have details, and all of it fits on one line."""
    takes_details = NOTE_KINDS[note.kind].has_terms or bool(note.details)
    return takes_details and not any("\n" in text for text in (note.text, *note.details.values()))


def told_behind(line: str) -> tuple[str, dict[Field, str]]:
    """The words of a goal or an action on one line, and the details behind them."""
    words, *parts = line.split(_BETWEEN)
    details: dict[Field, str] = {}
    last: Field | None = None
    for part in parts:
        name, colon, text = part.partition(":")
        field = _NAMES.get(folded(name.strip())) if colon else None
        if field is not None:
            last, details[field] = field, text.strip()
        elif last is not None:
            details[last] = f"{details[last]}{_BETWEEN}{part}"
        else:
            words = f"{words}{_BETWEEN}{part}"
    if (who := _WHO_AT_END.search(words)) and words[: who.start()].strip():
        words, details = words[: who.start()], {"who": who[1], **details}
    return words, {field: _as_meant(field, text) for field, text in details.items() if text.strip()}


def _as_meant(field: Field, text: str) -> str:
    return who_said(text) if field == "who" else text
