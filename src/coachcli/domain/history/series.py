"""Numbers over months: the same scale asked again, of the same speaker, about the same thing."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.questions import ScaleQuestion
from coachcli.domain.history.chronology import held_at
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.room import has_person
from coachcli.domain.session.framework_change import full_name, is_elsewhere
from coachcli.domain.session.model import Note, Score, Turn
from coachcli.domain.session.voice import came_later
from coachcli.domain.terms import Room
from coachcli.domain.text import folded, one_line
from coachcli.domain.value import Value

Names = Mapping[str, str]


class Speaker(Value, frozen=True):
    """Who gave a number. Client and sponsor together are a speaker of their own, and so is the coach.

    `code` tells apart those who were asked about the client. Nobody knows that two stakeholders without one are the
    same person: each has the `session` instead.
    """

    room: Room
    code: str = ""
    session: str = ""


CLIENT = Speaker("client")
COACH = Speaker("alone")


class Thing(Value, frozen=True):
    """What a number is about: the scale, the item in folded words if it has one, and the ends between which it is.

    `scale` is the name of the series, or the full name of the question; only the latter has a dot in it.
    """

    scale: str
    item: str
    low: int
    high: int

    @property
    def series(self) -> str:
        """The name that the scale has in common with others; empty where it has none."""
        return "" if is_elsewhere(self.scale) else self.scale


class Point(Value, frozen=True):
    """A number as it was given: when, at which question, in which session; `item` and `asked` are the words then."""

    score: float
    at: datetime
    question: str
    session: str = ""
    item: str = ""
    asked: str = ""


class Series(Value, frozen=True):
    """The numbers of one speaker about one thing, oldest first; there is at least one."""

    speaker: Speaker
    thing: Thing
    points: tuple[Point, ...]

    @property
    def first(self) -> Point:
        """The number that the others are measured by."""
        return self.points[0]

    @property
    def last(self) -> Point:
        """The number of today."""
        return self.points[-1]


def all_series(extracts: Iterable[SessionExtract], names: Names | None = None) -> tuple[Series, ...]:
    """Every number that was ever given, by speaker and thing, each in the order of its first number.

    `names` is what `scale_names` says of the frameworks as they are today.
    """
    found: dict[tuple[Speaker, Thing], list[Point]] = {}
    for speaker, thing, point in _numbers(extracts, names or {}):
        found.setdefault((speaker, thing), []).append(point)
    return tuple(Series(speaker, thing, tuple(points)) for (speaker, thing), points in found.items())


def scale_names(frameworks: Iterable[Framework]) -> dict[str, str]:
    """What the scales of these frameworks are called today, by the full names that their questions have or had."""
    names: dict[str, str] = {}
    for framework in frameworks:
        for old, new in framework.renamed.items():
            names[full_name(old, framework.id)] = full_name(new, framework.id)
        for place in framework.places:
            if isinstance(place.question, ScaleQuestion) and place.question.series:
                names[full_name(place.question.id, framework.id)] = place.question.series
    return names


def _numbers(extracts: Iterable[SessionExtract], names: Names) -> Iterator[tuple[Speaker, Thing, Point]]:
    for extract in sorted(extracts, key=held_at):
        # Whoever goes back and gives another number means that one.
        given: dict[tuple[Speaker, str, str], tuple[Speaker, Thing, Point]] = {}
        for turn, note in extract.notes:
            if note.scale is not None:
                item, question = one_line(turn.item or ""), full_name(turn.question, extract.framework.id)
                thing = _thing(turn.series or name_today(question, names), item, note.scale)
                point = Point(note.scale.score, extract.started, question, extract.id, item, one_line(turn.asked))
                speaker = _speaker(turn, note, extract)
                given[speaker, question, thing.item] = speaker, thing, point
        yield from given.values()


def _speaker(turn: Turn, note: Note, extract: SessionExtract) -> Speaker:
    if came_later(turn, note):
        return COACH
    if not has_person(turn.room):
        return Speaker(turn.room)
    if extract.person is not None:
        return Speaker(turn.room, extract.person.code)
    # There is one sponsor, as a rule; stakeholders there are many.
    return Speaker(turn.room, session=extract.id if turn.room == "stakeholder" else "")


def _thing(scale: str, item: str, score: Score) -> Thing:
    return Thing(scale, folded(item), score.low, score.high)


def name_today(question: str, names: Names) -> str:
    """The name of a scale after all its renamings; a ring of them ends where it began."""
    seen: set[str] = set()
    while question in names and question not in seen:
        seen.add(question)
        question = names[question]
    return question
