"""The words that name a day, and those that were said beside one."""

import re

from coachcli.patterns import pattern

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ORDINALS = ("first", "second", "third", "fourth", "fifth")

WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
COUNT = rf"(?:\d{{1,3}}|an?|{'|'.join(NUMBERS[1:])})"
ORDINAL = rf"(?:{'|'.join(ORDINALS)}|last|[1-5](?:st|nd|rd|th))"

_OTHERS = (
    r"today|tomorrow|tonight|yesterday|now|ago|next|this|last|the|of|in|on|by|due|from|after|end|day|week|fortnight"
    r"|month|year"
)
_NAMING = pattern(
    rf"(?:{WEEKDAY}|{MONTH}|{COUNT}|{ORDINAL}|(?:{_OTHERS})s?|\d{{1,4}}(?:st|nd|rd|th)?|\d{{1,4}}(?:[/.-]\d{{1,4}}){{1,2}})",
    re.IGNORECASE,
)
_OPENING = pattern(r"(until|before)\s", re.IGNORECASE)
# Such words of a line stay where they are, although they say its day.
_KEPT = pattern(r"(?:today|tomorrow|tonight|next|in)\b", re.IGNORECASE)


def opening(words: str) -> str:
    """The `until` or `before` that stands in front of a day; empty where neither does."""
    match = _OPENING.match(words)
    return match[1].casefold() if match else ""


def beside(words: str) -> str:
    """The words beside the day itself: `14:00` in `friday 14:00`, `at the latest` in `friday at the latest`."""
    terms = words[len(opening(words)) :].split()
    are_names = [_NAMING.fullmatch(word.strip(",.;")) is not None for word in terms]
    if True not in are_names:
        return ""
    if not are_names[0]:
        return " ".join(terms)
    return " ".join(terms[are_names.index(False) :]) if False in are_names else ""


def stands_in(text: str, day: str) -> bool:
    """Whether a text ends in these words of a day, and so says its day by itself."""
    before = text.removesuffix(day).split()
    if not day or not text.endswith(day) or not before:
        return False
    last = before[-1].casefold()
    return last == "on" or (last != "for" and _KEPT.match(day) is not None)
