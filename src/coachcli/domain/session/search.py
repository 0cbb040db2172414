"""Notes that hold a word."""

import unicodedata

from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.session.wording import in_words
from coachcli.domain.text import folded, one_line

# As much of a long note as is shown around what was found.
_AROUND = 60


def notes_with(session: Session, word: str) -> list[tuple[Turn, Note]]:
    """The notes that hold a word or a part of one, oldest first; case and accents make no difference."""
    wanted = _bare(word)
    return [(turn, note) for turn, note in session.notes if wanted and wanted in _bare(in_words(note))]


def around(text: str, word: str) -> str:
    """The words around what was found in a text, on one line; the whole where it is short."""
    line = one_line(text)
    at = _bare(line).find(_bare(word))
    # What has no accents may have another length; a few letters more or less are no matter here.
    start, end = max(0, at - _AROUND), at + len(word) + _AROUND
    first = "… " if start > _AROUND // 4 else ""
    last = " …" if end < len(line) - _AROUND // 4 else ""
    return f"{first}{line[start if first else 0 : end if last else None].strip()}{last}"


def _bare(text: str) -> str:
    parts = unicodedata.normalize("NFKD", folded(text))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
