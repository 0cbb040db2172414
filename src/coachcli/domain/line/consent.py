"""Yes and no: the words for both, and a whole answer to a question of the program's own."""

from coachcli.domain.text import folded

YES = frozenset({"yes", "y", "yeah", "yep", "ja", "j", "oui"})
NO = frozenset({"no", "n", "nope", "nein", "non"})
# At the beginning of a longer answer these could be anything.
_WHOLE_YES = YES | {"o", "ok", "okay", "yup", "jep"}
_WHOLE_NO = NO | {"nö", "nee"}
_POLITE = frozenset({"", "please", "thanks", "thank you", "bitte", "danke", "merci"})
_AROUND = " .,;:!?-–—…()\"'"


def consent(text: str) -> bool | None:
    """Whether a text is a whole yes or a whole no; None for anything else, whatever it begins with."""
    word, _, rest = folded(text).strip(_AROUND).replace(",", " ").partition(" ")
    word = word.rstrip(_AROUND)
    if rest.strip(_AROUND) not in _POLITE or word not in _WHOLE_YES | _WHOLE_NO:
        return None
    return word in _WHOLE_YES
