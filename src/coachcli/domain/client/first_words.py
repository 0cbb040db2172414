"""A suggestion for the first question, made of what is known; the coach says it in words of their own."""

from collections.abc import Callable
from datetime import date

from coachcli.domain.session.model import When
from coachcli.domain.text import one_line
from coachcli.domain.value import Value

_LONGEST = 70


class Known(Value, frozen=True):
    """What a first question can be made of; a field is empty where nothing is known."""

    today: date
    focus: str = ""
    action: tuple[str, When | None] | None = None
    took_away: str = ""
    parked: str = ""
    goal: str = ""
    quote: str = ""
    is_first: bool = False


def first_words(known: Known) -> str:
    """The first of the sentences for which there are words."""
    return next(filter(None, (case(known) for case in _CASES)))


def _focus(known: Known) -> str:
    return known.focus and f"You wrote that you want to look at {_quoted(known.focus)}. Where shall we start?"


def _due(known: Known) -> str:
    if known.action is None or known.action[1] is None or known.action[1].on is None:
        return ""
    what, day = known.action[0], known.action[1].on
    if day > known.today:
        return ""
    if day == known.today:
        return f"{_quoted(what)} is for today. Where are you with it?"
    return f"{_quoted(what)} was to be done by {_short_ago(day, known.today)}. What came of it?"


def _took_away(known: Known) -> str:
    return known.took_away and f"Last time you took away {_quoted(known.took_away)}. What has it changed since?"


def _action(known: Known) -> str:
    return f"You chose {_quoted(known.action[0])}. Where are you with it?" if known.action else ""


def _parked(known: Known) -> str:
    return known.parked and f"We left {_quoted(known.parked)} for later. Is it time for it?"


def _goal(known: Known) -> str:
    return known.goal and f"You are heading for {_quoted(known.goal)}. How near are you now?"


def _quote(known: Known) -> str:
    return known.quote and f"Last time you said {_quoted(known.quote)}. How does that sound today?"


def _otherwise(known: Known) -> str:
    if known.is_first:
        return "What would have to happen here for you to say it was worth it?"
    return "What has happened since we last spoke?"


# What the client asked for comes first, then what is due, then what stayed with them.
_CASES: tuple[Callable[[Known], str], ...] = (_focus, _due, _took_away, _action, _parked, _goal, _quote, _otherwise)


def _quoted(words: str) -> str:
    line = one_line(words).rstrip(".")
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[: _LONGEST - 1].rstrip()}…”"


def _short_ago(day: date, today: date) -> str:
    """The weekday, where the day is less than a week ago, else the date."""
    return f"{day:%A}" if (today - day).days < 7 else f"{day.day} {day:%B}"
