"""Hours and counts as people write them in a log. What could be read in two ways is not guessed."""

from typing import NamedTuple

from coachcli.domain.foreign.table import Cell, Formula, words_of
from coachcli.patterns import pattern

MOST_HOURS, MOST_PEOPLE = 100_000, 1000
_NOTHING = frozenset({"", "-", "–", "—", "n/a"})
_UNIT = pattern(r"\s*(?:hours?|hrs?|h|std\.?|stunden?|heures?)\.?\Z")
_CLOCK = pattern(r"(\d{1,5}):([0-5]\d)(?::00)?")
_PLAIN = pattern(r"\d{1,6}")
_DECIMAL = pattern(r"(\d{0,6})[.,](\d{1,6})")
# 1,250.5 and 1.250,5 and 1'250.5 and 1 250,5
_GROUPED = pattern(r"(\d{1,3}(?:([.,' \u00a0\u202f])\d{3})+)(?:([.,])(\d{1,2}))?")
_BOTH = pattern(r"[1-9]\d{0,2}[.,]\d{3}")


class Amount(NamedTuple):
    """What was understood; or why nothing was. Both are empty where nothing is said."""

    number: float | None = None
    trouble: str = ""


def hours_in(cell: Cell) -> Amount:
    """The hours in a cell: 12, 12.5, 12,5 h, or 12:30."""
    if isinstance(cell, Formula):
        return Amount(trouble="is a formula, and the file does not say what comes of it")
    if isinstance(cell, float):
        return _kept(cell)
    text = _UNIT.sub("", words_of(cell).casefold())
    if text in _NOTHING:
        return Amount()
    if text.startswith("-"):
        return Amount(trouble="is less than nothing")
    return _said(text)


def people_in(cell: Cell) -> Amount:
    """How many people a cell says."""
    if isinstance(cell, Formula):
        return Amount(trouble="is a formula, and the file does not say what comes of it")
    text = words_of(cell).casefold()
    if text in _NOTHING or text == "0":  # which says that it is no group
        return Amount()
    if not _PLAIN.fullmatch(text) or not 1 <= int(text) <= MOST_PEOPLE:
        return Amount(trouble=f"is no number of people from 1 to {MOST_PEOPLE}")
    return Amount(float(text))


def _said(text: str) -> Amount:
    if match := _CLOCK.fullmatch(text):
        return _kept(int(match[1]) + int(match[2]) / 60)
    if _PLAIN.fullmatch(text):
        return _kept(float(text))
    if _BOTH.fullmatch(text):
        whole, part = text[:-4], text[-3:]
        return Amount(trouble=f"may be {whole}{part} or {whole}.{part}; write the one that it is")
    if match := _DECIMAL.fullmatch(text):
        return _kept(float(f"{match[1] or 0}.{match[2]}"))
    match = _GROUPED.fullmatch(text)
    if match and match[2] != match[3] and len({*match[1]} - {*"0123456789"}) == 1:
        whole = "".join(sign for sign in match[1] if sign.isdecimal())
        return _kept(float(f"{whole}.{match[4] or 0}"))
    return Amount(trouble="is no number of hours, as 12 or 12.5 is")


def _kept(hours: float) -> Amount:
    if hours < 0:
        return Amount(trouble="is less than nothing")
    if not hours <= MOST_HOURS:
        return Amount(trouble=f"is more than {MOST_HOURS} hours")
    return Amount(float(f"{hours:.12g}"))
