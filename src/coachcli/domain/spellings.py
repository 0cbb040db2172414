"""The ways in which one name is spelled: `Jörg` also as `Jorg` and `Joerg`, `Łukasz` as `Lukasz`."""

import unicodedata
from collections.abc import Iterable

from coachcli.domain.text import folded

# Letters that Unicode does not take apart into a plain one and an accent.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"}
)
_WITH_E = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
# Apostrophes, of which people type one or another; and the signs that join two names.
_PUNCTUATION = str.maketrans(dict.fromkeys("'’‘`´ʼ.") | {"-": " ", "‐": " ", "‑": " ", "–": " "})


def spellings(word: str) -> frozenset[str]:
    """The spellings of a word: as it is, without accents, and with an e in place of an umlaut."""
    bare = folded(word)
    return frozenset({bare, _without_accents(bare), _without_accents(bare.translate(_WITH_E))})


def plain_letters(text: str) -> str:
    """A text in the letters that every keyboard has, an e in place of an umlaut: `Größe` is groesse."""
    return _without_accents(folded(text).translate(_WITH_E))


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for accents, umlauts and punctuation."""
    words, others = _words(one), _words(other)
    return bool(words) and len(words) == len(others) and all(_alike(*pair) for pair in zip(words, others, strict=True))


def is_part_of(words: str, name: str) -> bool:
    """Whether each of the words is one of the name's, in some spelling, and the name has more words."""
    parts, theirs = _words(words), _words(name)
    return 0 < len(parts) < len(theirs) and all(any(_alike(word, own) for own in theirs) for word in parts)


def begins_in(typed: str, name: str) -> bool:
    """Whether a word of the name, with all that follows it, begins as typed, in some spelling."""
    return any(_goes_on(spelled, begun) for spelled in spellings(typed) for begun in _from_each_word(name))


def is_within(typed: str, name: str) -> bool:
    """Whether the typed letters stand somewhere in a name, in some spelling."""
    return any(letters in own for letters in spellings(typed) for own in spellings(name))


def _goes_on(typed: str, name: Iterable[str]) -> bool:
    return any(spelling.startswith(typed) for spelling in name)


def _from_each_word(name: str) -> list[frozenset[str]]:
    """The rest of a name from each of its words on."""
    words = folded(name).split()
    return [spellings(" ".join(words[at:])) for at in range(len(words))]


def _words(name: str) -> list[str]:
    return folded(name).translate(_PUNCTUATION).split()


def _alike(one: str, other: str) -> bool:
    return not spellings(one).isdisjoint(spellings(other))


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
