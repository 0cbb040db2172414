"""Typed answers: from the words after a question to a value, each with the comment that follows it."""

import re
from typing import assert_never

from coachcli.domain.day_names import NUMBERS
from coachcli.domain.framework.questions import (
    ChoiceQuestion,
    ChoicesQuestion,
    DateQuestion,
    NumberQuestion,
    ScaleQuestion,
    YesNoQuestion,
)
from coachcli.domain.line.commitments import read_day
from coachcli.domain.line.consent import NO, YES
from coachcli.domain.line.days import DateReader
from coachcli.domain.line.scores import counts_something
from coachcli.domain.session.answers import number_words
from coachcli.domain.session.model import Note, Score
from coachcli.domain.text import folded

TypedQuestion = ScaleQuestion | ChoiceQuestion | ChoicesQuestion | YesNoQuestion | DateQuestion | NumberQuestion

# Behind "no" these make it part of something else: no idea is no answer.
_NO_OF_OTHER_THINGS = frozenset(
    {"idea", "one", "clue", "way", "time", "doubt", "wonder", "more", "longer", "matter", "problem", "reason", "need"}
)
# What may follow a number: 7-8 is no 7, and 10:30 no 10.
_REST = r"(?=$|\s|[,;:.!?)-](?!\d))[\s,;:.)-]*(.*)"
_NUMBER = re.compile(r"([+-]?\d+(?:[.,]\d+)?)(?:\s*(?:/|(?:out )?of)\s*(\d{1,9}))?" + _REST, re.DOTALL)
# One of the team is no 1: a number in words stands alone.
_SPELLED = re.compile(rf"({'|'.join(NUMBERS)})( and a half)?(?: out of {NUMBERS[10]})?[.!]?", re.IGNORECASE)
_INDEX = re.compile(r"(\d{1,9})" + _REST, re.DOTALL)
_INDEXES = re.compile(r"(\d{1,9}(?:(?:\s*[,;]\s*|\s+(?:and|und|et)\s+|\s+)\d{1,9})*)" + _REST, re.DOTALL)
# An initial, a name or a part of a word is no answer: N. told me, J's husband, no-one, no. 1.
_WORD = re.compile(r"(\w+)(?![\w'’-])(?!\.\s*\d)(?:\s+-\s+|[\s,;:.!–—])*(.*)", re.DOTALL)
# Between words that answer and a comment on them.
_ASIDE = re.compile(r"(?:\s*[,;:]|\s+[-–—])\s+")
_LONGEST_DAY = 40


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
            return _date(text, dates)
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
    found = _point(question, text)
    if found is None:
        return None
    score, comment = found
    step = 0.5 if question.half_points else 1
    if not question.start <= score <= question.to or score % step:
        if comment:
            return None
        raise OutOfRangeError(f"{number_words(score)} is not {expected(question, ())}")
    return Note(kind="scale", text=comment, scale=Score(score=score, low=question.start, high=question.to))


def _point(question: ScaleQuestion, text: str) -> tuple[float, str] | None:
    """A number, in digits or spelled, and what is said of it."""
    if spelled := _SPELLED.fullmatch(text):
        return NUMBERS.index(spelled[1].casefold()) + (0.5 if spelled[2] else 0.0), ""
    match = _NUMBER.match(text)
    if match is None or (match[2] and int(match[2]) != question.to) or match[3].startswith("%"):
        return None
    return None if counts_something(match[3]) else (_value(match[1]), match[3].strip())


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
    if match is None or word not in YES | NO:
        return None
    if len(word) == 1 and match[2].strip():
        return None
    if word == "no" and set(folded(text).split()[1:2]) & _NO_OF_OTHER_THINGS:
        return None
    return Note(kind="yesno", text=match[2].strip(), said_yes=word in YES)


def _date(text: str, dates: DateReader) -> Note:
    """A day, and what is said of it behind a comma or a colon; words that are no day stay together as they are."""
    day = read_day(text, dates)
    for aside in reversed(list(_ASIDE.finditer(text, 1, _LONGEST_DAY))) if day.on is None else ():
        first = read_day(text[: aside.start()], dates)
        if first.on is not None:
            return Note(kind="date", text=text[aside.end() :].strip(), day=first)
    return Note(kind="date", day=day)


def _choice(question: ChoiceQuestion, text: str, choices: tuple[str, ...]) -> Note | None:
    spelled = re.fullmatch(rf"({_any_of(choices)})(?:{_ASIDE.pattern}(.+))?", text, re.IGNORECASE | re.DOTALL)
    if spelled:
        return Note(kind="choice", text=spelled[2] or "", chosen=(_by_words(spelled[1], choices) or spelled[1],))
    match = _INDEX.match(text)
    if match and choices:
        chosen = _by_number(int(match[1]), choices, bare=not match[2])
        if chosen:
            return Note(kind="choice", text=match[2].strip(), chosen=(chosen,))
    named = _by_words(text, choices)
    if named:
        return Note(kind="choice", chosen=(named,))
    return Note(kind="choice", chosen=(text,)) if _takes_any(question, choices) else None


def _choices(question: ChoicesQuestion, text: str, choices: tuple[str, ...]) -> Note | None:
    one = rf"(?:{_any_of(choices)})"
    spelled = re.fullmatch(
        rf"({one}(?:\s*[,;]\s*{one})*)(?:(?:\s*:|\s+[-–—])\s+(.+))?", text, re.IGNORECASE | re.DOTALL
    )
    if spelled:
        named = [_by_words(part, choices) or part for part in _parts(spelled[1], choices)]
        return Note(kind="choices", text=spelled[2] or "", chosen=tuple(dict.fromkeys(named)))
    match = _INDEXES.match(text)
    if match and choices:
        numbers = [int(digits) for digits in re.findall(r"\d+", match[1])]
        chosen = [_by_number(number, choices, bare=not match[2]) for number in dict.fromkeys(numbers)]
        if all(chosen):
            return Note(kind="choices", text=match[2].strip(), chosen=tuple(name for name in chosen if name))
    given = [
        _by_words(part, choices) or (part if _takes_any(question, choices) else None) for part in _parts(text, choices)
    ]
    if not given or not all(given):
        return None
    return Note(kind="choices", chosen=tuple(dict.fromkeys(name for name in given if name)))


def _any_of(choices: tuple[str, ...]) -> str:
    """A pattern for the words of one choice, the longest first, however they are spaced."""
    longest_first = sorted(choices, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, choice.split())) for choice in longest_first) or "(?!)"


def _parts(text: str, choices: tuple[str, ...]) -> list[str]:
    """What stands between commas, where a choice may have a comma of its own."""
    pattern = rf"\s*(?:{_any_of(choices)})(?=\s*(?:[,;]|$))|[^,;]+"
    return [part for match in re.finditer(pattern, text, re.IGNORECASE) if (part := match[0].strip())]


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
