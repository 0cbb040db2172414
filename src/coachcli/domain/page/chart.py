"""Charts as data, each with sentences that say all that it shows: for a reader who does not see it."""

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from coachcli.domain.session.answers import number_words
from coachcli.domain.session.wording import full_date
from coachcli.domain.text import folded
from coachcli.domain.value import Value


class Reading(Value, frozen=True):
    """A number on a day."""

    on: date
    score: float


class Curve(Value, frozen=True):
    """One thing with its numbers, oldest first."""

    label: str
    readings: tuple[Reading, ...]


class Course(Value, frozen=True):
    """Numbers over time, from `low` to `high`."""

    title: str
    low: int
    high: int
    curves: tuple[Curve, ...]


class Side(Value, frozen=True):
    """One of several things: its number at first and now, the same where there is one only."""

    label: str
    first: float
    now: float


class ThenAndNow(Value, frozen=True):
    """The first and the last number of several things, side by side."""

    title: str
    low: int
    high: int
    sides: tuple[Side, ...]


class Wheel(Value, frozen=True):
    """The sides of one thing around a hub, each with its number at first and now."""

    title: str
    low: int
    high: int
    sides: tuple[Side, ...]


class Share(Value, frozen=True):
    """How many there are of one kind."""

    label: str
    count: int


class Shares(Value, frozen=True):
    """How a whole is made up, such as actions by what became of them."""

    title: str
    shares: tuple[Share, ...]


Chart: TypeAlias = Course | ThenAndNow | Wheel | Shares


def caption(chart: Chart, heading: str) -> str:
    """What stands above a chart below a heading: its title, unless the heading says that already."""
    return "" if folded(chart.title) == folded(heading) else chart.title


def chart_words(chart: Chart) -> tuple[str, ...]:
    """All that a chart shows, in a sentence for each thing in it."""
    match chart:
        case Course(low=low, high=high, curves=curves):
            return tuple(f"{one.label}: {_readings(one.readings)} ({_ends(low, high)})." for one in curves)
        case ThenAndNow(low=low, high=high, sides=sides) | Wheel(low=low, high=high, sides=sides):
            return tuple(f"{one.label}: {_then_and_now(one)} ({_ends(low, high)})." for one in sides)
        case Shares(shares=shares):
            return tuple(f"{one.label}: {one.count}." for one in shares)


def _readings(readings: Sequence[Reading]) -> str:
    return ", ".join(f"{number_words(one.score)} on {full_date(one.on)}" for one in readings)


def _then_and_now(side: Side) -> str:
    now = number_words(side.now)
    return now if side.first == side.now else f"{number_words(side.first)} at first, {now} now"


def _ends(low: int, high: int) -> str:
    return f"from {low} to {high}"
