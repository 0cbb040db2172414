"""A condition as a sentence: `confidence below 8`, `values has "Play" or values has "Mastery"`, `goal answered`.

    condition = test { " and " test } | test { " or " test }
    test      = id ( "answered" | "empty" | op value )
    op        = below | above | at least | at most | is | is not | has | has not

A condition has only one joiner and no brackets: which comes first, "and" or "or", is the one thing that people get
wrong without noticing.
"""

import re
from functools import lru_cache
from typing import Literal, cast

from coachcli.domain.value import Value
from coachcli.patterns import pattern

Op = Literal["answered", "empty", "below", "above", "at least", "at most", "is", "is not", "has", "has not"]
Joiner = Literal["and", "or"]

EXAMPLES = 'confidence below 8,  mood is yes,  values has "Play",  goal answered'
_VALUE = r'"[^"]*"|\'[^\']*\'|[^"\'\s][^"\']*?'
_TEST = pattern(
    r"(?P<id>[a-z][a-z0-9_]*)\s+(?:(?P<alone>answered|empty)"
    rf"|(?P<op>below|above|at\s+least|at\s+most|is\s+not|is|has\s+not|has)\s+(?P<value>{_VALUE}))"
)
_JOINER = pattern(r"\s+(and|or)\s+")
_QUOTED = pattern(r'"[^"]*"|\'[^\']*\'')
# The signs and words of people who know another notation, each with the word that is read here.
_SIGNS = {
    **dict.fromkeys(("<=", "=<", "≤"), "at most"),
    **dict.fromkeys((">=", "=>", "≥"), "at least"),
    **dict.fromkeys(("!=", "<>", "≠"), "is not"),
    **dict.fromkeys(("==", "="), "is"),
    "<": "below",
    ">": "above",
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
}
_SIGN = pattern("|".join(map(re.escape, sorted(_SIGNS, key=len, reverse=True))))
_PHRASES = {
    r"is\s+below(?=\s+\d)|(is\s+)?(less|lower|fewer|smaller)\s+than|(is\s+)?under(?=\s+\d)": "below",
    r"is\s+above(?=\s+\d)|(is\s+)?(more|higher|greater|larger)\s+than|(is\s+)?over(?=\s+\d)": "above",
    r"is\s+at\s+least(?=\s+\d)": "at least",
    r"is\s+at\s+most(?=\s+\d)": "at most",
    r"(is\s+)?unanswered|not\s+answered": "empty",
    r"not\s+empty": "answered",
    r"equals|is\s+equal\s+to": "is",
    r"isn't|isn’t|is\s+not\s+equal\s+to": "is not",
    r"contains|includes": "has",
    r"does(\s+not|n't|n’t)\s+(have|contain|include)|hasn't|hasn’t": "has not",
}
_PHRASE = [(pattern(rf"\w+\s+(?P<phrase>{phrase})(?!\w)"), word) for phrase, word in _PHRASES.items()]
_SHOUTED = pattern(r"\s(AND|OR|And|Or)\s")


class Test(Value, frozen=True):
    """One test of the answers to one question; `answered` and `empty` have no value."""

    __test__ = False

    id: str
    op: Op
    value: str = ""

    @property
    def number(self) -> float | None:
        """The value as a number; None where it is none."""
        return float(self.value) if re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", self.value) else None


class Condition(Value, frozen=True):
    """Several tests: all of them must hold, or with the joiner "or" one of them."""

    tests: tuple[Test, ...]
    joiner: Joiner = "and"


class UnreadableConditionError(ValueError):
    """A sentence that is no condition; the message says why, and what one looks like."""


@lru_cache(maxsize=1024)
def read_condition(sentence: str) -> Condition:
    """The condition in a sentence; raises UnreadableConditionError."""
    parts, joiners = _split(sentence.strip())
    if len(set(joiners)) > 1:
        raise UnreadableConditionError(
            "'and' and 'or' cannot be mixed in one condition; split it into two questions or stages"
        )
    tests = tuple(_test(part, sentence) for part in parts)
    return Condition(tests, cast("Joiner", joiners[0]) if joiners else "and")


def _split(sentence: str) -> tuple[list[str], list[str]]:
    """The tests of a sentence, and the joiners between them; a joiner inside quotes joins nothing."""
    bare = _QUOTED.sub(lambda quoted: "\0" * len(quoted[0]), sentence)
    matches = list(_JOINER.finditer(bare))
    starts = [0, *(match.end() for match in matches)]
    ends = [*(match.start() for match in matches), len(sentence)]
    return [sentence[a:b] for a, b in zip(starts, ends, strict=True)], [match[1] for match in matches]


def _test(part: str, sentence: str) -> Test:
    slip = _slip(part)
    match = _TEST.fullmatch(part.strip())
    if slip or match is None:
        raise UnreadableConditionError(slip or f"cannot read '{sentence.strip()[:80]}'; write for example  {EXAMPLES}")
    if match["alone"]:
        return Test(match["id"], cast("Op", match["alone"]))
    return Test(match["id"], cast("Op", " ".join(match["op"].split())), _unquoted(match["value"].strip()))


def _unquoted(value: str) -> str:
    return value[1:-1] if _QUOTED.fullmatch(value) else value


def _slip(part: str) -> str:
    """What to write in place of a sign or a word that is not read here; empty where there is none."""
    bare = _QUOTED.sub(lambda quoted: "\0" * len(quoted[0]), part.strip())
    for phrase, word in _PHRASE:
        match = phrase.match(bare)
        if match:
            return _instead(word, match["phrase"])
    capitals, sign = _SHOUTED.search(bare), _SIGN.search(bare)
    if capitals:
        return _instead(capitals[1].lower(), capitals[1])
    return _instead(_SIGNS[sign[0]], sign[0]) if sign else ""


def _instead(word: str, phrase: str) -> str:
    return f"write '{word}' in place of '{' '.join(phrase.split())}', for example  {EXAMPLES}"
