"""Letters by which words are found: case, accents, ligatures and the form of an apostrophe make no difference."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from coachcli.domain.text import one_line

# Keyboards have one apostrophe, and telephones another.
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"))


def plain_letters(text: str) -> str:
    """The text in plain letters, on one line: `Grüße, Café` is `grusse, cafe`."""
    return one_line(text).lower() if text.isascii() and "`" not in text else one_line(_plain(text))


@lru_cache(maxsize=4096)
def plain_letter(sign: str) -> str:
    """One sign in plain letters: none for an accent, two for a ligature."""
    return _plain(sign)


def spots(text: str, letters: str) -> Iterator[tuple[int, int]]:
    """From where to where these plain letters stand in a text."""
    plain, origins = _traced(text)
    at = plain.find(letters) if letters else -1
    while at >= 0:
        yield origins[at], _end(text, origins[at + len(letters) - 1])
        at = plain.find(letters, at + len(letters))


def _plain(text: str) -> str:
    whole = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).casefold()
    return "".join(sign for sign in unicodedata.normalize("NFKD", whole) if not unicodedata.combining(sign))


def _traced(text: str) -> tuple[str, list[int]]:
    """The plain letters of a text, each with the place of the sign that it comes from; a run of blanks is one."""
    letters: list[str] = []
    origins: list[int] = []
    for place, sign in enumerate(text):
        for letter in plain_letter(sign):
            is_blank = letter.isspace()
            if not is_blank or (letters and letters[-1] != " "):
                letters.append(" " if is_blank else letter)
                origins.append(place)
    return "".join(letters), origins


def _end(text: str, last: int) -> int:
    """Where a sign ends, with the accents that follow it."""
    end = last + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
