"""Where a client's name stands in other texts: as whole words, case and accents aside. It may mean somebody else."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from coachcli.domain.spellings import spellings
from coachcli.patterns import pattern

_PARTS = pattern(r"[^\W\d_]+")
# What stands in many names, and in many notes that are about nobody of that name.
_NOBODYS = frozenset(
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "von",
        "van",
        "der",
        "den",
        "de",
        "la",
        "le",
        "di",
        "da",
        "al",
        "el",
        "and",
        "the",
        "of",
        "team",
        "group",
    ]
)


class Sought(NamedTuple):
    """A name to look for: as it is told, and the words of which each may be spelled in several ways."""

    told: str
    words: tuple[str, ...]


class Place(NamedTuple):
    """A line in which a name stands, and the name."""

    line: int
    told: str


def sought(name: str) -> tuple[Sought, ...]:
    """What to look for: the whole name, and each part of it that can stand for somebody."""
    words = tuple(_PARTS.findall(name))
    parts = [word for word in words if len(word) > 1 and word.casefold() not in _NOBODYS]
    whole = [Sought(name, words)] if len(words) > 1 else []
    return (*whole, *(Sought(word, (word,)) for word in dict.fromkeys(parts)))


def places_in(text: str, names: Iterable[Sought]) -> list[Place]:
    """The lines in which a name stands; where the whole name does, its parts are not told besides."""
    found: dict[int, str] = {}
    forms = list(_forms(text))
    for name in names:
        for form in forms:
            for match in pattern(_shape(name.words)).finditer(form):
                found.setdefault(form.count("\n", 0, match.start()) + 1, name.told)
    return [Place(line, found[line]) for line in sorted(found)]


def stands_in(text: str, names: Iterable[Sought]) -> bool:
    """Whether a name stands in a text, which may be a file's name."""
    return bool(places_in(text.replace("_", " "), names))


@cache
def _shape(words: tuple[str, ...]) -> str:
    spelled = ("(?:" + "|".join(sorted(spellings(word))) + ")" for word in words)
    return r"(?<!\w)" + r"(?:[\W_]{1,3}|\s+)".join(spelled) + r"(?!\w)"


def _forms(text: str) -> Iterator[str]:
    """The text in small letters; where it has others than those of ASCII, in each of its spellings, line by line."""
    if text.isascii():
        yield text.lower()
        return
    rows = [(row, row.lower()) if row.isascii() else (row, None) for row in text.split("\n")]
    for choice in range(3):
        yield "\n".join(plain if plain is not None else _spelled(row, choice) for row, plain in rows)


def _spelled(row: str, choice: int) -> str:
    ways = sorted(spellings(row))
    return ways[min(choice, len(ways) - 1)]
