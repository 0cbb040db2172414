"""Yes and no: the words for both in an answer with a comment, and in an answer to the program itself."""

import re
from typing import NamedTuple

from coachcli.domain.text import folded
from coachcli.patterns import pattern

YES = frozenset({"yes", "y", "yeah", "yep", "ja", "j", "oui"})
NO = frozenset({"no", "n", "nope", "nein", "non"})
# These are a yes or a no only when they are the whole answer.
_WHOLE_YES = YES | {"o", "ok", "okay", "yup", "jep"}
_WHOLE_NO = NO | {"nö", "nee"}
_POLITE = frozenset({"", "please", "thanks", "thank you", "bitte", "danke", "merci"})
_AROUND = " .,;:!?-–—…()\"'"

# With one of these behind it "no" is part of something else: "no idea" is no answer.
_NO_OF_OTHER_THINGS = frozenset(
    {"idea", "one", "clue", "way", "time", "doubt", "wonder", "more", "longer", "matter", "problem", "reason", "need"}
)
# The word of an answer. An initial, a name or a part of a word is none: N. told me, J's husband, no-one, no. 1.
_WORD = pattern(r"(\w+)(?![\w'’-])(?!\.\s*\d)(?:\s+-\s+|[\s,;:.!–—])*(.*)", re.DOTALL)


class YesOrNo(NamedTuple):
    """Yes or no, and what was said behind it."""

    is_yes: bool
    comment: str


def read_consent(text: str) -> YesOrNo | None:
    """The yes or no at the beginning of a text; None where there is neither, or where the word means another thing."""
    match = _WORD.match(text)
    word = folded(match[1]) if match else ""
    if match is None or word not in YES | NO:
        return None
    comment = match[2].strip()
    if len(word) == 1 and comment:
        return None
    if word == "no" and set(folded(text).split()[1:2]) & _NO_OF_OTHER_THINGS:
        return None
    return YesOrNo(word in YES, comment)


def consent(text: str) -> bool | None:
    """True where a text is a yes and nothing else, False where it is a no, None for any other text."""
    word, _, rest = folded(text).strip(_AROUND).replace(",", " ").partition(" ")
    word = word.rstrip(_AROUND)
    if rest.strip(_AROUND) not in _POLITE or word not in _WHOLE_YES | _WHOLE_NO:
        return None
    return word in _WHOLE_YES
