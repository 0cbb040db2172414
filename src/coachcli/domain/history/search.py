"""Notes that hold a word."""

import unicodedata

from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.session.wording import in_words
from coachcli.domain.text import folded, one_line

# So many letters of a long note are shown before and behind the word.
_AROUND = 60


def notes_with(session: Session, word: str) -> list[tuple[Turn, Note]]:
    """The notes that hold a word or a part of one, oldest first; case and accents make no difference."""
    letters = _bare(word)
    return [(turn, note) for turn, note in session.notes if letters and letters in _bare(in_words(note))]


def around(text: str, word: str) -> str:
    """The part of a text around a word, on one line; the whole text where it is short."""
    line = one_line(text)
    at = _bare(line).find(_bare(word))
    # A text without its accents may have another length; a few letters more or less do not matter here.
    start, end = max(0, at - _AROUND), at + len(word) + _AROUND
    first = "… " if start > _AROUND // 4 else ""
    last = " …" if end < len(line) - _AROUND // 4 else ""
    return f"{first}{line[start if first else 0 : end if last else None].strip()}{last}"


def _bare(text: str) -> str:
    parts = unicodedata.normalize("NFKD", folded(text))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
