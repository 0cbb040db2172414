"""Under which heading a series stands for people, and what it is called there."""

from textwrap import shorten

from coachcli.domain.history.series import Series
from coachcli.domain.text import one_line

OTHER = "Other numbers"
_LONGEST = 70
# By the name of a series with items, or by what the names of several begin with. Any other goes by its own words.
_HEADINGS = {
    "areas": "Areas",
    "competencies": "Competencies",
    "derailer": "What can derail",
    "readiness": "Readiness to coach",
    "seven": "The seven areas",
}


def family_of(name: str) -> str:
    """What the names of several series begin with, such as `seven` in `seven_team`; empty where nobody knows it."""
    first, _, rest = name.partition("_")
    return first if rest and first in _HEADINGS else ""


def heading_of(one: Series) -> str:
    """The heading above a series."""
    name = one.thing.series
    known = _HEADINGS.get(name) or _HEADINGS.get(family_of(name))
    return known or (_spelled(name) if name and one.thing.item else OTHER)


def title_of(one: Series) -> str:
    """What a series is called below its heading: its item, its name, or its question as it was asked last."""
    name, last = one.thing.series, one.last
    if name:
        return last.item or series_title(name)
    asked = shorten(last.asked, _LONGEST, placeholder=" …")
    return asked if not last.item or last.item in asked else f"{one_line(last.item)}: {asked}"


def series_title(name: str) -> str:
    """The name of a series in words, without what it has in common with others: `seven_team` is Team."""
    family = family_of(name)
    return _spelled(name.removeprefix(f"{family}_") if family else name)


def _spelled(name: str) -> str:
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]
