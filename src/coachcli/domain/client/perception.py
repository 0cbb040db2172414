"""Own number and others': what they think, without telling what any one of them does.

A round of interviews is open until the client gives their own number, or the debrief is held: nothing is told of it.
Then its mean is told, and noted; from then on it is this mean or none.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from math import floor
from typing import NamedTuple

from coachcli.domain.history.between import GroupMean, ToldMean
from coachcli.domain.history.extract import SessionExtract, sponsors_in
from coachcli.domain.history.series import CLIENT, Names, Point, Series, Thing, all_series, name_today
from coachcli.domain.room import counts
from coachcli.domain.terms import Group
from coachcli.domain.text import folded
from coachcli.domain.value import Value, changed

FEWEST = 5
"""Of fewer people nothing is told: whoever knows some of their numbers could work out another."""
DEBRIEFS = frozenset({"feedback-debrief"})
"""Frameworks of the talk in which the client hears what others said: with it a round is over for every number."""


class Others(Value, frozen=True):
    """How many others gave a number, and the mean of these as a whole number; the same of groups, if that can be."""

    people: int
    score: int
    groups: tuple[GroupMean, ...] = ()


class _Said(NamedTuple):
    """A number that somebody gave, who goes by a code, and their group at that time."""

    code: str
    group: Group | None
    point: Point


class Perception:
    """What is known of a client's own numbers and of those that others gave."""

    def __init__(self, extracts: Sequence[SessionExtract], names: Names) -> None:
        """`names` is what `scale_names` says of the frameworks as they are today."""
        everyone = all_series(extracts, names)
        self._names = names
        self._own = {one.thing: one for one in everyone if one.speaker == CLIENT}
        self._said = _by_thing(everyone, extracts)
        debriefs = (one for one in extracts if one.framework.id in DEBRIEFS and counts(one.framework.room))
        self._debriefs = [one.started for one in debriefs if one.status == "ended"]

    def closed_since(self, told: Iterable[ToldMean]) -> tuple[ToldMean, ...]:
        """The rounds that are over and of which nothing was told yet, where there are people enough in them."""
        before = self._told_by_thing(told)
        return tuple(one for thing in self._own for one in self._new_rounds(thing, before.get(thing, ())))

    def others(self, told: Iterable[ToldMean]) -> Mapping[Thing, Others]:
        """What may stand beside the client's own numbers: of each thing the mean that was told last.

        Where the interviews of that round are no longer those that it was made of, there is none.
        """
        by_thing = self._told_by_thing(told)
        last = {thing: rounds[-1] for thing, rounds in by_thing.items() if self._still_holds(thing, rounds)}
        return {thing: Others(one.people, one.mean, one.groups) for thing, one in last.items()}

    def _told_by_thing(self, told: Iterable[ToldMean]) -> dict[Thing, list[ToldMean]]:
        found: dict[Thing, list[ToldMean]] = {}
        for one in sorted(told, key=lambda one: one.closed):
            thing = Thing(name_today(one.scale, self._names), one.item, one.low, one.high)
            found.setdefault(thing, []).append(one)
        return found

    def _new_rounds(self, thing: Thing, told: Sequence[ToldMean]) -> Iterator[ToldMean]:
        begun = told[-1].closed if told else None
        for end in sorted({*(point.at for point in self._own[thing].points), *self._debriefs}):
            if begun is not None and end <= begun:
                continue
            people = self._people(thing, begun, end)
            if len(people) >= FEWEST:
                yield _told(thing, people, end)
                begun = end

    def _still_holds(self, thing: Thing, told: Sequence[ToldMean]) -> bool:
        last = told[-1]
        people = self._people(thing, told[-2].closed if len(told) > 1 else None, last.closed)
        now = _told(thing, people, last.closed) if people else None
        return now == changed(last, scale=thing.scale)

    def _people(self, thing: Thing, begun: datetime | None, end: datetime) -> list[_Said]:
        """The last number of each person in a round."""
        said = (one for one in self._said.get(thing, ()) if (begun is None or one.point.at >= begun))
        here = sorted((one for one in said if one.point.at < end), key=lambda one: one.point.at)
        return list({one.code: one for one in here}.values())


def _by_thing(everyone: Iterable[Series], extracts: Sequence[SessionExtract]) -> dict[Thing, list[_Said]]:
    """Every number that somebody with a code gave. The sponsor is none of them."""
    sponsors = sponsors_in(extracts)
    groups = {one.id: one.person.group for one in extracts if one.person is not None}
    found: dict[Thing, list[_Said]] = {}
    for one in everyone:
        code = folded(one.speaker.code)
        if one.speaker.room == "stakeholder" and code and code not in sponsors:
            said = found.setdefault(one.thing, [])
            said += (_Said(code, groups.get(point.session), point) for point in one.points)
    return found


def _told(thing: Thing, people: Sequence[_Said], closed: datetime) -> ToldMean:
    return ToldMean(
        closed=closed,
        scale=thing.scale,
        item=thing.item,
        low=thing.low,
        high=thing.high,
        people=len(people),
        mean=_mean(people),
        groups=tuple(_groups(people)),
    )


def _groups(people: Sequence[_Said]) -> Iterator[GroupMean]:
    """The mean of each group, where each of them, and whoever is in none, are people enough; else of no group at all.

    Of one group too small the others would tell it: what is left over of the whole is its mean.
    """
    sizes = Counter(one.group for one in people)
    if len(sizes) < 2 or min(sizes.values()) < FEWEST:
        return
    for group, size in sorted((group, size) for group, size in sizes.items() if group is not None):
        yield GroupMean(group=group, people=size, mean=_mean([one for one in people if one.group == group]))


def _mean(people: Sequence[_Said]) -> int:
    return floor(sum(one.point.score for one in people) / len(people) + 0.5)
