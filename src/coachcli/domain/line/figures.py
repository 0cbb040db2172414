"""Numbers at the beginning of what was typed, with the words behind them."""

import re
from typing import NamedTuple

from coachcli.domain.day_names import NUMBERS
from coachcli.domain.line.choice_words import REST
from coachcli.domain.line.scores import counts_something
from coachcli.patterns import pattern

_NUMBER = pattern(r"([+-]?\d+(?:[.,]\d+)?)(?:\s*(?:/|(?:out )?of)\s*(\d{1,9}))?" + REST, re.DOTALL)
# One of the team is no 1: a number in words stands alone.
_SPELLED = pattern(rf"({'|'.join(NUMBERS)})( and a half)?(?: out of {NUMBERS[10]})?[.!]?", re.IGNORECASE)


class Figure(NamedTuple):
    """A number, and what was said behind it."""

    value: float
    comment: str


def figure_in(text: str) -> Figure | None:
    """Any number with which a text begins, but for one of several: 3 of 4."""
    match = _NUMBER.match(text)
    if match is None or match[2] or len(match[1]) > 15:
        return None
    return Figure(_value(match[1]), match[3].strip())


def point_in(text: str, highest: int) -> Figure | None:
    """A number, in digits or spelled, as a point on a scale that goes so high."""
    if spelled := _SPELLED.fullmatch(text):
        return Figure(NUMBERS.index(spelled[1].casefold()) + (0.5 if spelled[2] else 0.0), "")
    match = _NUMBER.match(text)
    if match is None or (match[2] and int(match[2]) != highest) or match[3].startswith("%"):
        return None
    return None if counts_something(match[3]) else Figure(_value(match[1]), match[3].strip())


def _value(digits: str) -> float:
    return float(digits.replace(",", "."))
