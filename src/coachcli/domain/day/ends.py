"""The day at the end of a line: `by friday`, `in two weeks`; and a remark where words only look like a day."""

import re
import string
from datetime import date
from difflib import get_close_matches

from coachcli.domain.day.reader import DateReader
from coachcli.domain.day_names import MONTH, MONTHS, WEEKDAY, WEEKDAYS
from coachcli.domain.session.model import When
from coachcli.domain.value import Value
from coachcli.errors import Saying
from coachcli.patterns import pattern

HIDDEN = "\0"
"""It stands in the place of words that are not to be read, such as a quote."""
# These open a day, which is then cut from the line; but a day behind `on` stays in it.
_OPENER = pattern(r"(?<![\w-])(by|until|before|due(?: by| on)?|on)\s+", re.IGNORECASE)
_SAID_WITH = frozenset({"until", "before"})
_SAYS_WHEN = pattern(r"(?:today|tonight|tomorrow|next|in)(?!\w)", re.IGNORECASE)
# Behind these a day is a part of something else: prepare for tomorrow, the start of next week, not before friday.
_OF_ANOTHER = pattern(r"\b(?:for|of|after|before|from|since|than|until|by|last|not)\s*$", re.IGNORECASE)
_NOT = pattern(r"\b(?:not|never|or|and|than|from)\s*$", re.IGNORECASE)
_SPAN = pattern(
    r"(?:(?:the|this|next|last|end|start|beginning|middle|of|first|second|third|fourth|coming|day)\s+)+"
    r"(?:week|weekend|month|year|quarter)(?!\w)",
    re.IGNORECASE,
)
_PART_OF_WORDS = pattern(r"\b(?:for|from|since|last|about|of|on|to|at|in|and|every|each)\s*$", re.IGNORECASE)
_JOINTS = string.whitespace + "\N{NO-BREAK SPACE},;·-"
_DATE_LIKE = pattern(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?!\d)|\d{1,2}/\d{1,2}(?![\d/])|\d{1,2}\.\d{1,2}\.(?!\d)")
_LEADING = pattern(r"(?:(?:the|this|next|end|of|day|after|on|first|last|\d{1,2}(?:st|nd|rd|th)?)\s+)*", re.IGNORECASE)
_DOTTED = pattern(r"\d\. ?\d{1,2}\.$")
_LONGEST_DOTTED = len("9. 12.")
_WORD = pattern(r"\S+")
_NAMES = (*WEEKDAYS, *MONTHS, "today", "tomorrow", "tonight", "yesterday")
_NAME = pattern(rf"(?:{WEEKDAY}|{MONTH})[.,]?$", re.IGNORECASE)
_LONGEST_TOLD = 40
_NONE_UNDERSTOOD = "Kept in the words: no day was understood."


class DayEnd(Value, frozen=True):
    """The line up to its day, the day, and in `told` a remark where words only looked like a day."""

    rest: str
    due: When | None = None
    told: str = ""


def day_at_end(line: str, dates: DateReader) -> DayEnd:
    """The day at the end of a line: cut from it behind a word such as `by`, or within its words, which stay."""
    remark = ""
    for match in reversed(list(_OPENER.finditer(line))):
        words, day = _day_of_tail(line[match.end() :], dates)
        if day is not None and (said_before := _NOT.search(line[: match.start()])):
            return DayEnd(line, told=_none_in(line[said_before.start() :]))
        if day is not None and match[1].casefold() == "on":
            return DayEnd(before(line, len(line)), When(words=words, on=day))
        if day is not None:
            phrase = f"{match[1]} {words}" if match[1].casefold() in _SAID_WITH else words
            return DayEnd(before(line, match.start()), When(words=phrase, on=day))
        remark = remark or not_understood(line[match.end() :], dates)
    in_words = _day_in_words(line, dates)
    if in_words is not None:
        return DayEnd(before(line, len(line)), in_words)
    return DayEnd(line, told=remark or _told_of_bare_day(line, dates))


def before(line: str, end: int) -> str:
    """The line up to `end`, without the blanks and commas that joined it to the rest."""
    return line[:end].rstrip(_JOINTS)


def not_understood(words: str, dates: DateReader) -> str:
    """A remark on words in which no day was found; empty where they do not look like a day."""
    tail = words.strip(" .,;")
    if HIDDEN in tail:
        return ""
    why = dates.read(tail).misfit
    if not why and looks_like_a_day(tail):
        return _none_in(tail)
    return _kept_for(why) if why else ""


def _none_in(words: str) -> Saying:
    return _kept_for(f'no day understood in "{words[:_LONGEST_TOLD]}"')


def _kept_for(why: str) -> Saying:
    return Saying(f"Kept in the words: {why}.", discreet=_NONE_UNDERSTOOD)


def looks_like_a_day(words: str) -> bool:
    """Whether words begin with the name of a day or a month, perhaps with a slip in it, or with a date in numbers."""
    first = (_LEADING.sub("", words, count=1).split(maxsplit=1) or [""])[0]
    return bool(_NAME.match(first) or _DATE_LIKE.match(words) or _SPAN.fullmatch(words)) or _is_nearly_a_day(first)


def _is_nearly_a_day(word: str) -> bool:
    name = word.strip(string.punctuation).casefold()
    return len(name) > 3 and bool(get_close_matches(name, _NAMES, n=1, cutoff=0.82))


def _day_of_tail(tail: str, dates: DateReader) -> tuple[str, date | None]:
    """A full stop ends the line, unless a date is written with it; `by 20.` is no day of a month."""
    words = tail.strip(" \t,;!")
    if _DOTTED.search(words[-_LONGEST_DOTTED:]) is None:
        words = words.rstrip(" \t.,;!")
    return words, dates(words)


def _day_in_words(line: str, dates: DateReader) -> When | None:
    """The day in words at the end such as `tomorrow` or `in two weeks`, which stay in the line."""
    for start in _last_words(line, 5):
        words = line[start:].rstrip(" .,;!")
        if _SAYS_WHEN.match(words) and not _OF_ANOTHER.search(line[:start]) and (day := dates(words)):
            return When(words=words, on=day)
    return None


def _told_of_bare_day(line: str, dates: DateReader) -> str:
    """A remark on a day at the end that no word such as `by` opens, or that is misspelt."""
    for start in _last_words(line, 4):
        words = line[start:].rstrip(" .,;!")
        if not looks_like_a_day(words):
            continue
        if _PART_OF_WORDS.search(line[:start]):
            return ""
        if dates(words):
            return _kept_for(f'no day understood in "{words}"; "by {words}" is one')
        if " " not in words or dates.read(words).misfit:
            return not_understood(words, dates)
    return ""


def _last_words(line: str, most: int) -> list[int]:
    """Where each of the last words begins, the first of them first; the line's own first word is left out."""
    return [match.start() for match in _WORD.finditer(line) if match.start()][-most:]
