"""Own number and others': what they think, without telling what any one of them does."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise

from coachcli.domain.history.series import Point, Series
from coachcli.domain.value import Value

FEWEST = 5
"""Of fewer people nothing is told: whoever knows some of their numbers could work out another."""
_Said = tuple[str, Point]


class Others(Value, frozen=True):
    """How many others gave a number, and the mean of these as a whole number; None where they are too few."""

    people: int
    score: int | None = None


def others_of(own: Series, everyone: Iterable[Series]) -> Others | None:
    """What others say about the thing of a client's series; None where nobody was asked.

    A round of interviews is over when the client gives their own number after it: who is asked later changes nothing
    about it, and counts again in the next round. Otherwise two means would tell what the one in between has said.
    """
    said = _by_stakeholders(own, everyone)
    if not said:
        return None
    known = Others(len({code for code, _ in said}))
    begun: datetime | None = None
    for _, end in pairwise((None, *(point.at for point in own.points), None)):
        round_ = _in_round(said, begun, end)
        if len(round_) >= FEWEST:
            known, begun = Others(len(round_), _mean(round_)), end
    return known


def _by_stakeholders(own: Series, everyone: Iterable[Series]) -> list[_Said]:
    """Every number that somebody with a code gave about the same thing. The sponsor is none of them."""
    return [
        (one.speaker.code, point)
        for one in everyone
        if one.thing == own.thing and one.speaker.room == "stakeholder" and one.speaker.code
        for point in one.points
    ]


def _in_round(said: Sequence[_Said], begun: datetime | None, end: datetime | None) -> list[float]:
    """The last number of each person in a round."""
    here = [one for one in said if (begun is None or one[1].at >= begun) and (end is None or one[1].at < end)]
    return list({code: point.score for code, point in sorted(here, key=lambda one: one[1].at)}.values())


def _mean(scores: Sequence[float]) -> int:
    return int(sum(scores) / len(scores) + 0.5)
