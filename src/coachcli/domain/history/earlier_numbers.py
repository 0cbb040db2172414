"""The numbers that the same speaker gave about the same thing before the one that was given just now."""

from collections.abc import Iterable

from coachcli.domain.history.series import Point, Series
from coachcli.domain.session.framework_change import full_name
from coachcli.domain.session.model import Session
from coachcli.domain.text import folded, one_line
from coachcli.domain.value import Value


class Given(Value, frozen=True):
    """A number as it was given, between its two ends."""

    point: Point
    low: int
    high: int


def in_one_row(series: Iterable[Series], session: Session) -> tuple[Given, ...]:
    """The earlier numbers, oldest first, and behind them the one given at the last turn; empty where there is none.

    Those between other ends are in it too: each of its ends says what it is worth.
    """
    known = list(series)
    now = next((one for one in known if _is_here(one, session)), None)
    if now is None:
        return ()
    alike = [one for one in known if _name(one) == _name(now)]
    given = [Given(point, one.thing.low, one.thing.high) for one in alike for point in one.points]
    earlier = sorted((one for one in given if one.point.session != session.id), key=lambda one: one.point.at)
    here = next(point for point in reversed(now.points) if point.session == session.id)
    return (*earlier, Given(here, now.thing.low, now.thing.high)) if earlier else ()


def _is_here(series: Series, session: Session) -> bool:
    """Whether the number at the last turn of a session is in a series."""
    turn = session.turns[-1]
    here = full_name(turn.question, session.framework.id), folded(one_line(turn.item or ""))
    return any((point.question, series.thing.item) == here and point.session == session.id for point in series.points)


def _name(series: Series) -> tuple[object, ...]:
    return series.speaker, series.thing.scale, series.thing.item
