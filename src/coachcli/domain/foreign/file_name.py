"""The name of a file with notes: the day in it, the time, and the words beside these."""

import re
from datetime import time

from coachcli.domain.value import Value
from coachcli.patterns import pattern

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAY = pattern(
    rf"""(?ix)(?<!\d)(?:
      (?P<year_first>\d{{4}}(?P<sign>[-._])\d{{1,2}}(?P=sign)\d{{1,2}})
    | (?P<figures>(?:19|20)\d{{6}})
    | (?P<year_last>\d{{1,2}}(?P<mark>[-._/])\d{{1,2}}(?P=mark)(?:\d{{4}}|\d{{2}}))
    | (?P<words>\d{{1,2}}(?:st|nd|rd|th|\.)?[ _-]{_MONTH}\.?,?[ _-]\d{{4}}
              | {_MONTH}\.?[ _-]\d{{1,2}}(?:st|nd|rd|th)?,?[ _-]\d{{4}})
    )(?!\d)"""
)
# Behind a blank, 2025 is rather a year than a time of day.
_TIME = pattern(
    r"(?i)(?:[ _-]+(?:at )?|t)(?!(?<= )(?:19|20)\d\d(?!\d))"
    r"(?P<hour>[01]?\d|2[0-3])[-:.h]?(?P<minute>[0-5]\d)(?:[-:.]?[0-5]\d)?(?!\d)"
)
_AROUND = " \t-–—_.,;()[]"


class NameSaid(Value, frozen=True):
    """What a name says. `days` are all days in it, as they are written; `words` is what is left."""

    days: tuple[str, ...]
    at: time | None
    words: str


def said_by(stem: str) -> NameSaid:
    """What the name of a file says, without its ending."""
    matches = list(_DAY.finditer(stem))
    if not matches:
        return NameSaid((), None, _words(stem))
    first = matches[0]
    at = _TIME.match(stem, first.end())
    end = at.end() if at else first.end()
    left = f"{stem[: first.start()]} {stem[end:]}"
    days = tuple(map(_day, matches))
    return NameSaid(tuple(dict.fromkeys(days)), time(int(at["hour"]), int(at["minute"])) if at else None, _words(left))


def _day(match: re.Match[str]) -> str:
    """A day as it is written elsewhere: with the same sign between its numbers, and blanks between its words."""
    if figures := match["figures"]:
        return f"{figures[:4]}-{figures[4:6]}-{figures[6:]}"
    if words := match["words"]:
        return " ".join(words.replace("_", " ").replace("-", " ").split())
    return match[0].replace("_", "-")


def _words(text: str) -> str:
    return " ".join(text.replace("_", " ").strip(_AROUND).split())
