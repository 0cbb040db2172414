"""The time of day in words such as `friday at 3 in the afternoon`."""

import re
from datetime import time

from coachcli.domain.text import one_line
from coachcli.patterns import pattern

_HALF = r" ?(?P<half>[ap])\.?m\.?(?!\w)"
_UNTIL = r"(?: ?[-–] ?\d{1,2}(?:[:.h]\d\d)?)?"
_TIMES = tuple(
    pattern(rf"(?<![\w:.,/-]){form}", re.IGNORECASE)
    for form in (
        rf"(?:at )?(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?{_HALF}",
        rf"(?:at )?(?P<hour>\d{{1,2}})[:h](?P<minute>\d\d){_UNTIL}(?![\w:/-])",
        r"(?:at )?(?P<hour>\d{1,2}) ?h(?![\w:/-])",
        rf"at (?P<hour>\d{{1,2}})\.(?P<minute>\d\d){_UNTIL}(?![\w:./-])",
        # 14.00 is a time, 14.12 is as likely a day.
        rf"(?P<hour>\d{{1,2}})\.(?P<minute>00|15|30|45){_UNTIL}(?![\w:./-])",
        r"at (?P<hour>\d{1,2})(?: ?o.?clock)?(?![\w:./-])",
        r"(?:at )?(?P<noon>noon|midday)(?!\w)",
    )
)
_PART = r"(?P<part>morning|afternoon|evening|night)"
_PART_OF_TODAY = pattern(rf"\bthis {_PART}\b|\btonight\b", re.IGNORECASE)
_PART_OF_DAY = pattern(rf"(?:\bin the |\bat )?\b{_PART}\b", re.IGNORECASE)
# An hour said without morning or afternoon: nobody coaches at three in the night.
_FIRST_MORNING_HOUR = 7


def time_in(words: str) -> tuple[time | None, str]:
    """The time of day in words, and the words without it; None and all the words where no such time exists."""
    part = _PART_OF_TODAY.search(words) or _PART_OF_DAY.search(words)
    later = part is not None and (part["part"] or "").casefold() != "morning"
    for form in _TIMES:
        if match := form.search(words):
            at = _time(match.groupdict(), later=later)
            return at, _dayparts_gone(f"{words[: match.start()]} {words[match.end() :]}") if at else words
    return None, _dayparts_gone(words)


def _dayparts_gone(words: str) -> str:
    return one_line(_PART_OF_DAY.sub("", _PART_OF_TODAY.sub("today", words)))


def _time(parts: dict[str, str | None], *, later: bool) -> time | None:
    """The time of day; `later` in it, where an hour alone would be of the morning."""
    if parts.get("noon"):
        return time(12)
    hour, half = parts["hour"] or "", parts.get("half")
    hours, minutes = int(hour), int(parts.get("minute") or 0)
    if half:
        hours = hours % 12 + (12 if half.casefold() == "p" else 0) if 1 <= hours <= 12 else 24
    elif hours < 12 and (later or (hours < _FIRST_MORNING_HOUR and not hour.startswith("0"))):
        hours += 12
    return time(hours, minutes) if hours < 24 and minutes < 60 else None
