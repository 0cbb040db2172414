"""The names by which a framework goes in a command and on disk."""

from coachcli.domain.spellings import plain_letters
from coachcli.patterns import pattern

_ID = pattern(r"[a-z][a-z0-9_-]{0,59}")
_WORD = pattern(r"[a-z0-9]+")
_MOST_WORDS, _LONGEST = 6, 40


def is_framework_name(name: str) -> bool:
    """Whether a framework can have this name."""
    return _ID.fullmatch(name) is not None


def framework_name(words: str, between: str = "-") -> str:
    """A name in the words of a title: `My GROW` is my-grow, `Größe` is groesse. The same words, the same name."""
    name = between.join(_WORD.findall(plain_letters(words))[:_MOST_WORDS])[:_LONGEST].strip("-_")
    return name if name[:1].isalpha() else f"my{between}{name}".strip("-_")
