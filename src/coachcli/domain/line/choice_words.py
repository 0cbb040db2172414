"""Choices in what was typed: by their numbers, by their words, or by how those begin."""

import re

from coachcli.domain.framework.questions import ChoiceQuestion, ChoicesQuestion
from coachcli.domain.session.model import Note
from coachcli.domain.text import folded
from coachcli.patterns import pattern

# What may follow a number: 7-8 is no 7, and 10:30 no 10.
REST = r"(?=$|\s|[,;:.!?)-](?!\d))[\s,;:.)-]*(.*)"
# Between words that answer and a comment on them.
ASIDE = pattern(r"(?:\s*[,;:]|\s+[-–—])\s+")
_INDEX = pattern(r"(\d{1,9})" + REST, re.DOTALL)
_INDEXES = pattern(r"(\d{1,9}(?:(?:\s*[,;]\s*|\s+(?:and|und|et)\s+|\s+)\d{1,9})*)" + REST, re.DOTALL)


class OutOfRangeError(Exception):
    """A number, but none that answers; the message says which would."""


def one_chosen(question: ChoiceQuestion, text: str, choices: tuple[str, ...]) -> Note | None:
    """The answer that names one of the choices, with the comment behind it; None where none is named."""
    spelled = re.fullmatch(rf"({_any_of(choices)})(?:{ASIDE.pattern}(.+))?", text, re.IGNORECASE | re.DOTALL)
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


def several_chosen(question: ChoicesQuestion, text: str, choices: tuple[str, ...]) -> Note | None:
    """The answer that names any number of the choices; None where something in it names none."""
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
    choice = rf"\s*(?:{_any_of(choices)})(?=\s*(?:[,;]|$))|[^,;]+"
    return [part for match in re.finditer(choice, text, re.IGNORECASE) if (part := match[0].strip())]


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
