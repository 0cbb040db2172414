"""The ids by which engagements go, which are the names of their files."""

from coachcli.domain.spellings import plain_letters
from coachcli.patterns import pattern

_WORD = pattern(r"[a-z0-9]+")
_MOST_WORDS, _LONGEST = 6, 40


def engagement_id(words: str) -> str:
    """An id in the words of a title: `Leading the new division` is leading-the-new-division."""
    return "-".join(_WORD.findall(plain_letters(words))[:_MOST_WORDS])[:_LONGEST].strip("-") or "engagement"
