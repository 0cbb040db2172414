"""The goals of the work with a client: what each is measured by and serves, and how near they were as time went by."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from coachcli.domain.history.between import Entry
from coachcli.domain.history.chronology import chronology
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.history.open_items import Followed, followed
from coachcli.domain.room import is_call
from coachcli.domain.session.answers import number_words
from coachcli.domain.session.model import Note
from coachcli.domain.text import folded, one_line
from coachcli.domain.value import Value, field

MOST_SHOWN = 3
"""So many goals are shown where there is little room: nobody works on more at once."""
_OUT_OF = 10


class Nearness(Value, frozen=True):
    """How near somebody was to a goal on a day: a point on a scale that ends at `high`."""

    on: date
    score: float
    high: int = _OUT_OF


class Goal(Value, frozen=True):
    """A goal with its measure and the aim of the organisation that it serves, each empty where nobody said it.

    `numbers` are oldest first, all on one scale: the first of them is where it began.
    """

    followed: Followed
    measure: str = ""
    serves: str = ""
    numbers: tuple[Nearness, ...] = ()

    @property
    def what(self) -> str:
        """Its words."""
        return self.followed.thing.what


class AllGoals(Value, frozen=True):
    """All goals of a client; `frameworks` has, by the id of the session in which one was set, what it went along."""

    goals: tuple[Goal, ...] = ()
    frameworks: dict[str, str] = field(default_factory=dict)


GOALS_FILLED = 1
"""Counts the changes of what `all_goals` says of the same sessions. A change of the fields is noticed without it."""


class _Scale(NamedTuple):
    """What tells one scale from another. A number out of ten that no question asked for has neither name nor low end.

    `asked` is its series or its question.
    """

    asked: str
    low: int
    high: int


_UNASKED = _Scale("", 0, _OUT_OF)
_Point = tuple[_Scale, Nearness]


class _Said(NamedTuple):
    """A number that was given for a goal, which goes by its words."""

    what: str
    scale: _Scale
    score: float


def goals(extracts: Sequence[SessionExtract], entries: Sequence[Entry]) -> tuple[Goal, ...]:
    """All goals of the client there ever were, open or not, in the order of their numbers."""
    as_set, points = dict(_as_set(extracts, entries)), _points(extracts, entries)

    def whole(one: Followed) -> Goal:
        words = folded(one.thing.what)
        on, note = as_set[words]
        sure = () if note.confidence is None else (Nearness(on, note.confidence),)
        numbers = _on_one_scale(points.get(words, [])) or sure
        return Goal(one, note.details.get("measure", ""), note.details.get("serves", ""), numbers)

    things = (one for one in followed(extracts, entries) if one.thing.kind == "goal" and is_call(one.thing.room))
    return tuple(whole(one) for one in things)


def all_goals(extracts: Sequence[SessionExtract], entries: Sequence[Entry]) -> AllGoals:
    """All goals of the client with the frameworks in which they were set."""
    found = goals(extracts, entries)
    sessions = {goal.followed.thing.session for goal in found}
    return AllGoals(found, {extract.id: extract.framework.id for extract in extracts if extract.id in sessions})


def nearness_words(numbers: Sequence[Nearness], today: date, month: str = "%B") -> str:
    """The first number and the last: `3 in September, 6 now`; empty where there is none. `month` says how it looks."""
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    if len(numbers) == 1:
        return f"{number_words(last.score)} of {last.high}"
    of = "" if last.high == _OUT_OF else f" of {last.high}"
    return f"{number_words(first.score)} {_when(first.on, last.on, today, month)}, {number_words(last.score)}{of} now"


def _when(first: date, last: date, today: date, month: str) -> str:
    """The month of the first number; its day where the last is from the same month."""
    year = "" if first.year == today.year else f" {first.year}"
    same_month = (first.year, first.month) == (last.year, last.month)
    return f"on {first.day} {first:{month}}{year}" if same_month else f"in {first:{month}}{year}"


def _as_set(extracts: Sequence[SessionExtract], entries: Sequence[Entry]) -> Iterator[tuple[str, tuple[date, Note]]]:
    """By its words, each goal as it was last set, and when."""
    for event in chronology(extracts, entries):
        for note, room in zip(event.notes, event.rooms, strict=True):
            if note.kind == "goal" and note.reviewed is None and is_call(room):
                yield folded(one_line(note.text)), (event.at.date(), note)


def _points(extracts: Sequence[SessionExtract], entries: Sequence[Entry]) -> dict[str, list[_Point]]:
    """Every number of every goal, oldest first, by the words of the goal."""
    sessions, points = {extract.id: extract for extract in extracts}, dict[str, list[_Point]]()
    for event in chronology(extracts, entries):
        given = _in_session(sessions[event.session]) if event.session else [*_in_notes(event.notes)]
        for what, scale, score in given:
            points.setdefault(what, []).append((scale, Nearness(event.at.date(), score, scale.high)))
    return points


def _in_session(extract: SessionExtract) -> list[_Said]:
    """The last number of each goal on each scale. Of others' numbers none is the client's."""
    latest: dict[tuple[str, _Scale], float] = {}
    for turn, note in extract.notes:
        if not is_call(turn.room):
            continue
        if turn.item and note.scale is not None:
            asked = turn.series or f"{extract.framework.id}.{turn.question}"
            scale = _Scale(asked, note.scale.low, note.scale.high)
            latest[folded(one_line(turn.item)), scale] = note.scale.score
        latest |= {(what, scale): score for what, scale, score in _said(note)}
    return [_Said(what, scale, score) for (what, scale), score in latest.items()]


def _in_notes(notes: Iterable[Note]) -> Iterator[_Said]:
    return (said for note in notes for said in _said(note))


def _said(note: Note) -> Iterator[_Said]:
    """What was said out of ten when somebody looked back on a goal."""
    review = note.reviewed
    if review is not None and review.kind == "goal" and note.confidence is not None:
        yield _Said(folded(one_line(review.what)), _UNASKED, note.confidence)


def _on_one_scale(points: Sequence[_Point]) -> tuple[Nearness, ...]:
    """The numbers on the scale of the last one.

    What was said out of ten goes with the question that was asked last, where that ends at ten as well.
    """
    if not points:
        return ()
    asked = [scale for scale, _ in points if scale != _UNASKED]
    last = points[-1][0]
    here = asked[-1] if last == _UNASKED and asked and asked[-1].high == _OUT_OF else last
    alike = {here, _UNASKED} if here.high == _OUT_OF else {here}
    return tuple(near for scale, near in points if scale in alike)
