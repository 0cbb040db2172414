"""Numbers at the beginning of a typed line, with the words behind them."""

import re
from typing import NamedTuple

from coachcli.domain.answer.choice_words import REST
from coachcli.domain.answer.scores import counts_something
from coachcli.domain.day_names import NUMBERS
from coachcli.patterns import pattern

_NUMBER = pattern(r"([+-]?\d+(?:[.,]\d+)?)(?:\s*(?:/|(?:out )?of)\s*(\d{1,9}))?" + REST, re.DOTALL)
# A number in words must stand alone: "one of the team" is no 1.
_SPELLED = pattern(rf"({'|'.join(NUMBERS)})( and a half)?(?: out of {NUMBERS[10]})?[.!]?", re.IGNORECASE)


class Figure(NamedTuple):
    """A number, and the words behind it."""

    value: float
    comment: str


def figure_in(text: str) -> Figure | None:
    """The number with which a text begins; None where it is one of several, as in `3 of 4`."""
    match = _NUMBER.match(text)
    if match is None or match[2] or len(match[1]) > 15:
        return None
    return Figure(_value(match[1]), match[3].strip())


def point_in(text: str, highest: int) -> Figure | None:
    """The number with which a text begins, in digits or in words, as a point on a scale that ends at `highest`."""
    if in_words := _SPELLED.fullmatch(text):
        return Figure(NUMBERS.index(in_words[1].casefold()) + (0.5 if in_words[2] else 0.0), "")
    match = _NUMBER.match(text)
    if match is None or (match[2] and int(match[2]) != highest) or match[3].startswith("%"):
        return None
    return None if counts_something(match[3]) else Figure(_value(match[1]), match[3].strip())


def _value(digits: str) -> float:
    return float(digits.replace(",", "."))
