"""Reads how sure somebody is, from 0 to 10, as people say it."""

import re

from coachcli.domain.day_names import NUMBERS
from coachcli.domain.session.model import whole
from coachcli.patterns import pattern

_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_TENTHS = rf"(?P<tenths>{_NUMBER})\s*(?:/\s*10|out\s+of\s+(?:10|ten))(?!\d|[,./]\d)|(?P<percent>{_NUMBER})\s*%"
_AT_END = (
    pattern(rf"\(\s*(?:{_TENTHS})\s*\)\.?\s*$", re.IGNORECASE),
    pattern(rf"(?<![\w/.,+(–-])(?:{_TENTHS})\.?\s*$", re.IGNORECASE),
)
_HEDGE = (
    r"(?:at least|at most|more than|less than|or|about|around|roughly|approximately|almost|nearly|hardly|barely|only"
    r"|just|not|maybe|perhaps|over|under|above|below|like)"
)
_HEDGED = pattern(rf"(?<!\w){_HEDGE}\s+(?:{_HEDGE}\s+)*(?:{_TENTHS})\.?\s*$", re.IGNORECASE)
# Behind these a number is a part of the words, and no score: `to 8/10`, `about 8/10`.
_PART_OF_WORDS = pattern(rf"\b(?:from|to|of|by|until|before|due|on|at|in|than|and|{_HEDGE})\s*$", re.IGNORECASE)
_ALONE = pattern(
    rf"(?:(?:{_TENTHS})|(?P<bare>\d+(?:[.,]\d+)?))(?=$|\s|[,;:.!?)](?!\d))[\s,;:.)]*"
    rf"|(?P<word>{'|'.join(NUMBERS)})(?:\s+out\s+of\s+ten)?[.!]?$",
    re.IGNORECASE,
)
_COUNTED = pattern(
    r"\s*(?:of (?!10\b|ten\b)|(?:more |other |different )?"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times?|people|persons?|men|women|colleagues|children|kids|clients?|others|things?|meetings?|sessions?|calls?|mails?)\b)",
    re.IGNORECASE,
)
_MEANT_AS_ONE = pattern(
    rf"(?:{_HEDGE}|between|very|quite|pretty|fairly|rather|really|so|absolutely|completely|totally|(?:un)?sure|certain"
    r"|confident|\d+|" + "|".join(NUMBERS[2:]) + r")(?!\w)",
    re.IGNORECASE,
)


def number_in(words: str) -> float:
    """A number, from its digits or its word."""
    name = words.casefold()
    return float(NUMBERS.index(name)) if name in NUMBERS else float(name.replace(",", "."))


def score_at_end(text: str) -> tuple[float | None, int]:
    """The score at the end of a text and where it begins; None and the text's end where there is none."""
    for form in _AT_END:
        match = form.search(text)
        score = _score(match) if match and not is_part_of_words(text[: match.start()]) else None
        if match and score is not None:
            return score, match.start()
    return None, len(text)


def hedged_score_at_end(text: str) -> int | None:
    """Where a score at the end of a text begins that is only about right: `about 8/10`; None where there is none."""
    match = _HEDGED.search(text)
    return match.start() if match else None


def is_part_of_words(text: str) -> bool:
    """Whether a text ends in a word that makes a number behind it a part of the words."""
    return _PART_OF_WORDS.search(text) is not None


def score_alone(text: str) -> tuple[float, str] | None:
    """The score in an answer to that question alone, and the comment behind it; None where there is no score.

    Raises ValueError for a number above 10 that has no comment.
    """
    match = _ALONE.match(text)
    if match is None or counts_something(text[match.end() :]):
        return None
    bare = match["bare"] or match["word"]
    score, comment = number_in(bare) if bare else _score(match), text[match.end() :].strip()
    if score is not None and score <= 10:
        return whole(score), comment
    if not comment:
        raise ValueError("no such score")
    return None


def counts_something(behind: str) -> bool:
    """Whether what follows a number makes it a number of things: `3 people know`, `2 years ago`, `3 of his people`."""
    return _COUNTED.match(behind) is not None


def is_meant_as_score(text: str) -> bool:
    """Whether words begin as those of a score do."""
    return _MEANT_AS_ONE.match(text) is not None


def _score(match: re.Match[str]) -> float | None:
    score = number_in(match["tenths"]) if match["tenths"] else number_in(match["percent"]) / 10
    return whole(score) if score <= 10 else None
