"""A line where a goal or an action needs a day or a score: that, words that begin like it, or neither."""

import re
from typing import Literal

from coachcli.domain.answer.commitments import read_day
from coachcli.domain.answer.scores import is_meant_as_score, score_alone
from coachcli.domain.day.ends import looks_like_a_day
from coachcli.domain.day.reader import DateReader
from coachcli.domain.session.model import Note, When
from coachcli.domain.terms import Field, ShareWith
from coachcli.domain.value import changed
from coachcli.patterns import pattern

ValueField = Literal["by_when", "confidence"]

_ASIDE = pattern(r"\s*[,;:]\s+|\s+[-–—(]\s*")
_BEGINS_LIKE_A_DAY = pattern(
    r"(?:by|until|before|once|after|as soon as|when(?:ever)?|end of|the end of|at the (?:end|latest)|within|in|on|due"
    r"|this|next|today|tonight|tomorrow|some\s?(?:day|time)|soon|later|not before|as of|from|every|during|over)(?!\w)",
    re.IGNORECASE,
)
_AS_ITS: dict[Field, str] = {"by_when": "as its day", "confidence": "as how sure"}
_TO: dict[ShareWith, str] = {"nobody": "", "client": "→ client ", "sponsor": "→ client and sponsor "}


DOERS = {"client": "who is coached", "coach": "you", "sponsor": "who asked for it", "other": "somebody else"}
"""The words for who does something, each with whom it means."""


class TooHighError(Exception):
    """A score above ten."""


def value_of(field: ValueField, text: str, note: Note, dates: DateReader) -> Note | None:
    """The goal or action with the day or the score that a text holds; None where it holds none."""
    if field == "confidence":
        return _with_score(text, note)
    day = read_day(text, dates)
    return changed(note, due=day) if day.on is not None else None


def in_words(field: ValueField, text: str, note: Note, dates: DateReader) -> Note | None:
    """The goal or action with a text as its day or score, in words that begin like one; None for any others."""
    if field == "confidence":
        if not is_meant_as_score(text):
            return None
        return changed(note, details={**note.details, "confidence": text})
    day = _day_with_more(text, dates)
    if day is None and not begins_like_a_day(text):
        return None
    return changed(note, due=day or When(words=text))


def begins_like_a_day(text: str) -> bool:
    """Whether words begin as those of a day do."""
    return _BEGINS_LIKE_A_DAY.match(text) is not None or looks_like_a_day(text)


def doubt(field: ValueField, note: Note) -> str:
    """The question to the coach before such words are taken."""
    message = f"{_TO[note.share_with]}{_AS_ITS[field]}? Enter takes it."
    return f"{message[0].upper()}{message[1:]}"


def _day_with_more(text: str, dates: DateReader) -> When | None:
    """The day before a comma or a bracket; its words are the whole text."""
    for aside in reversed(list(_ASIDE.finditer(text))):
        day = read_day(text[: aside.start()], dates)
        if day.on is not None:
            return When(words=text, on=day.on)
    return None


def _with_score(text: str, note: Note) -> Note | None:
    try:
        answer = score_alone(text)
    except ValueError:
        raise TooHighError from None
    if answer is None:
        return None
    score, comment = answer
    details = {**note.details, "confidence": comment} if comment else note.details
    return changed(note, confidence=score, details=details)
