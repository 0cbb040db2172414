"""Yes and no: the words for both, as an answer with a comment, and as a whole answer to the program itself."""

import re
from typing import NamedTuple

from coachcli.domain.text import folded
from coachcli.patterns import pattern

YES = frozenset({"yes", "y", "yeah", "yep", "ja", "j", "oui"})
NO = frozenset({"no", "n", "nope", "nein", "non"})
# At the beginning of a longer answer these could be anything.
_WHOLE_YES = YES | {"o", "ok", "okay", "yup", "jep"}
_WHOLE_NO = NO | {"nö", "nee"}
_POLITE = frozenset({"", "please", "thanks", "thank you", "bitte", "danke", "merci"})
_AROUND = " .,;:!?-–—…()\"'"

# Behind "no" these make it part of something else: no idea is no answer.
_NO_OF_OTHER_THINGS = frozenset(
    {"idea", "one", "clue", "way", "time", "doubt", "wonder", "more", "longer", "matter", "problem", "reason", "need"}
)
# An initial, a name or a part of a word is no answer: N. told me, J's husband, no-one, no. 1.
_WORD = pattern(r"(\w+)(?![\w'’-])(?!\.\s*\d)(?:\s+-\s+|[\s,;:.!–—])*(.*)", re.DOTALL)


class YesOrNo(NamedTuple):
    """Yes or no, and what was said behind it."""

    is_yes: bool
    comment: str


def read_consent(text: str) -> YesOrNo | None:
    """What a text that begins with yes or no says; None where those words belong to something else."""
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
    """Whether a text is a whole yes or a whole no; None for anything else, whatever it begins with."""
    word, _, rest = folded(text).strip(_AROUND).replace(",", " ").partition(" ")
    word = word.rstrip(_AROUND)
    if rest.strip(_AROUND) not in _POLITE or word not in _WHOLE_YES | _WHOLE_NO:
        return None
    return word in _WHOLE_YES
