"""Notes that hold a word."""

from coachcli.domain.plain_letters import plain_letters
from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.session.wording import in_words
from coachcli.domain.text import one_line

# So many letters of a long note are shown before and behind the word.
_AROUND = 60


def notes_with(session: Session, word: str) -> list[tuple[Turn, Note]]:
    """The notes that hold a word or a part of one, oldest first; case and accents make no difference."""
    letters = plain_letters(word)
    return [(turn, note) for turn, note in session.notes if letters and letters in plain_letters(in_words(note))]


def around(text: str, word: str) -> str:
    """The part of a text around a word, on one line; the whole text where it is short."""
    line = one_line(text)
    at = plain_letters(line).find(plain_letters(word))
    # A text without its accents may have another length; a few letters more or less do not matter here.
    start, end = max(0, at - _AROUND), at + len(word) + _AROUND
    first = "… " if start > _AROUND // 4 else ""
    last = " …" if end < len(line) - _AROUND // 4 else ""
    return f"{first}{line[start if first else 0 : end if last else None].strip()}{last}"
