"""Typed answers: from the words after a question to a value, each with the comment that follows it."""

import re
from typing import assert_never

from coachcli.domain.answers import number_words
from coachcli.domain.commitments import DateReader, read_day
from coachcli.domain.framework import (
    ChoiceQuestion,
    ChoicesQuestion,
    DateQuestion,
    NumberQuestion,
    ScaleQuestion,
    YesNoQuestion,
)
from coachcli.domain.session import Note, Score
from coachcli.domain.text import folded

TypedQuestion = ScaleQuestion | ChoiceQuestion | ChoicesQuestion | YesNoQuestion | DateQuestion | NumberQuestion

_YES = frozenset({"yes", "y", "yeah", "yep", "ja", "j", "oui", "si", "sí"})
_NO = frozenset({"no", "n", "nope", "nein", "non"})
_NUMBER = re.compile(r"([+-]?\d+(?:[.,]\d+)?)(?:\s*/\s*(\d+))?(?=$|[\s,;:.!?)-])[\s,;:.)-]*(.*)", re.DOTALL)
_INDEXES = re.compile(r"((?:\d+(?:\s*[,;]\s*|\s+(?:and|und|et)\s+|\s+|$))+)(.*)", re.DOTALL)
_WORD = re.compile(r"(\w+)[\s,;:.!-]*(.*)", re.DOTALL)


class OutOfRangeError(Exception):
    """A number, but none that answers; the message says which would."""


def answer(question: TypedQuestion, text: str, choices: tuple[str, ...], dates: DateReader) -> Note | None:
    """The answer in `text` (its kind as the type; sharing not yet decided); None where the text is no answer.

    Raises OutOfRangeError for a bare number that does not fit.
    """
    match question:
        case ScaleQuestion():
            return _scale(question, text)
        case ChoiceQuestion():
            return _choice(question, text, choices)
        case ChoicesQuestion():
            return _choices(question, text, choices)
        case YesNoQuestion():
            return _yes_no(text)
        case DateQuestion():
            return Note(kind="date", day=read_day(text, dates))
        case NumberQuestion():
            return _number(text)
    assert_never(question)


def expected(question: TypedQuestion, choices: tuple[str, ...]) -> str:
    """What would answer, in words."""
    match question:
        case ScaleQuestion():
            ends = f"a number from {question.start} to {question.to}"
            return f"{ends}, halves too" if question.half_points else ends
        case ChoiceQuestion() | ChoicesQuestion() if choices:
            many = "numbers" if isinstance(question, ChoicesQuestion) else "a number"
            return f"{many} from 1 to {len(choices)}, or the words"
        case ChoiceQuestion() | ChoicesQuestion():
            return "the words"
        case YesNoQuestion():
            return "yes or no"
        case DateQuestion():
            return "a day"
        case NumberQuestion():
            return "a number"
    assert_never(question)


def _scale(question: ScaleQuestion, text: str) -> Note | None:
    match = _NUMBER.match(text)
    if match is None or (match[2] and int(match[2]) != question.to):
        return None
    score, comment = _value(match[1]), match[3].strip()
    step = 0.5 if question.half_points else 1
    if not question.start <= score <= question.to or score % step:
        if comment:
            return None
        raise OutOfRangeError(f"{number_words(score)} is not {expected(question, ())}")
    return Note(kind="scale", text=comment, scale=Score(score=score, low=question.start, high=question.to))


def _number(text: str) -> Note | None:
    match = _NUMBER.match(text)
    if match is None or match[2] or len(match[1]) > 15:
        return None
    return Note(kind="number", text=match[3].strip(), number=_value(match[1]))


def _value(digits: str) -> float:
    return float(digits.replace(",", "."))


def _yes_no(text: str) -> Note | None:
    match = _WORD.match(text)
    word = folded(match[1]) if match else ""
    if match is None or word not in _YES | _NO:
        return None
    return Note(kind="yesno", text=match[2].strip(), yes=word in _YES)


def _choice(question: ChoiceQuestion, text: str, choices: tuple[str, ...]) -> Note | None:
    match = re.match(r"(\d+)(?=$|[\s,;:.)-])[\s,;:.)-]*(.*)", text, re.DOTALL)
    if match and choices:
        chosen = _by_number(int(match[1]), choices, bare=not match[2])
        if chosen:
            return Note(kind="choice", text=match[2].strip(), chosen=(chosen,))
    named = _by_words(text, choices)
    if named:
        return Note(kind="choice", chosen=(named,))
    return Note(kind="choice", chosen=(text,)) if _takes_any(question, choices) else None


def _choices(question: ChoicesQuestion, text: str, choices: tuple[str, ...]) -> Note | None:
    match = _INDEXES.match(text)
    if match and choices:
        numbers = [int(digits) for digits in re.findall(r"\d+", match[1])]
        chosen = [_by_number(number, choices, bare=not match[2]) for number in dict.fromkeys(numbers)]
        if all(chosen):
            return Note(kind="choices", text=match[2].strip(), chosen=tuple(name for name in chosen if name))
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    named = [_by_words(part, choices) or (part if _takes_any(question, choices) else None) for part in parts]
    if not named or not all(named):
        return None
    return Note(kind="choices", chosen=tuple(dict.fromkeys(name for name in named if name)))


def _takes_any(question: ChoiceQuestion | ChoicesQuestion, choices: tuple[str, ...]) -> bool:
    return question.other or not choices


def _by_number(number: int, choices: tuple[str, ...], *, bare: bool) -> str | None:
    if 1 <= number <= len(choices):
        return choices[number - 1]
    if bare:
        raise OutOfRangeError(f"{number} is not on the list; it goes from 1 to {len(choices)}")
    return None


def _by_words(text: str, choices: tuple[str, ...]) -> str | None:
    """The choice that is named, or the only one that begins so."""
    wanted = folded(text)
    exact = [choice for choice in choices if folded(choice) == wanted]
    begun = [choice for choice in choices if folded(choice).startswith(wanted)]
    if exact:
        return exact[0]
    return begun[0] if len(begun) == 1 and wanted else None
