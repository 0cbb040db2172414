"""Choices in a typed line: by their numbers, by their words, or by how their words begin."""

import re

from coachcli.domain.framework.questions import ChoiceQuestion, ChoicesQuestion
from coachcli.domain.session.model import Note
from coachcli.domain.text import folded
from coachcli.patterns import pattern

# The words that may follow a number: 7-8 is no 7, and 10:30 no 10.
REST = r"(?=$|\s|[,;:.!?)-](?!\d))[\s,;:.)-]*(.*)"
# The signs between words that answer and a comment on them.
ASIDE = pattern(r"(?:\s*[,;:]|\s+[-–—])\s+")
_INDEX = pattern(r"(\d{1,9})" + REST, re.DOTALL)
_INDEXES = pattern(r"(\d{1,9}(?:(?:\s*[,;]\s*|\s+(?:and|und|et)\s+|\s+)\d{1,9})*)" + REST, re.DOTALL)


class OutOfRangeError(Exception):
    """The number of no choice, or of no point on a scale; the message says which numbers there are."""


def one_chosen(question: ChoiceQuestion, text: str, choices: tuple[str, ...]) -> Note | None:
    """The answer that names one of the choices, with the comment behind it; None where none is named."""
    whole = re.fullmatch(rf"({_any_of(choices)})(?:{ASIDE.pattern}(.+))?", text, re.IGNORECASE | re.DOTALL)
    if whole:
        return Note(kind="choice", text=whole[2] or "", chosen=(_by_words(whole[1], choices) or whole[1],))
    match = _INDEX.match(text)
    if match and choices:
        choice = _by_number(int(match[1]), choices, bare=not match[2])
        if choice:
            return Note(kind="choice", text=match[2].strip(), chosen=(choice,))
    choice = _by_words(text, choices)
    if choice:
        return Note(kind="choice", chosen=(choice,))
    return Note(kind="choice", chosen=(text,)) if _takes_any(question, choices) else None


def several_chosen(question: ChoicesQuestion, text: str, choices: tuple[str, ...]) -> Note | None:
    """The answer that names any number of the choices; None where something in it names none."""
    one = rf"(?:{_any_of(choices)})"
    whole = re.fullmatch(rf"({one}(?:\s*[,;]\s*{one})*)(?:(?:\s*:|\s+[-–—])\s+(.+))?", text, re.IGNORECASE | re.DOTALL)
    if whole:
        names = [_by_words(part, choices) or part for part in _parts(whole[1], choices)]
        return Note(kind="choices", text=whole[2] or "", chosen=tuple(dict.fromkeys(names)))
    match = _INDEXES.match(text)
    if match and choices:
        numbers = [int(digits) for digits in re.findall(r"\d+", match[1])]
        chosen = [_by_number(number, choices, bare=not match[2]) for number in dict.fromkeys(numbers)]
        if all(chosen):
            return Note(kind="choices", text=match[2].strip(), chosen=tuple(name for name in chosen if name))
    answers = [
        _by_words(part, choices) or (part if _takes_any(question, choices) else None) for part in _parts(text, choices)
    ]
    if not answers or not all(answers):
        return None
    return Note(kind="choices", chosen=tuple(dict.fromkeys(name for name in answers if name)))


def _any_of(choices: tuple[str, ...]) -> str:
    """A pattern for the words of any choice, however they are spaced; the longest choice is tried first."""
    longest_first = sorted(choices, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, choice.split())) for choice in longest_first) or "(?!)"


def _parts(text: str, choices: tuple[str, ...]) -> list[str]:
    """The parts of a text between commas; a choice with a comma of its own is one part."""
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
    """The choice with just these words, or the only one that begins with them; None where there is none."""
    words = folded(text)
    exact = [choice for choice in choices if folded(choice) == words]
    beginnings = [choice for choice in choices if folded(choice).startswith(words)]
    if exact:
        return exact[0]
    return beginnings[0] if len(beginnings) == 1 and words else None
