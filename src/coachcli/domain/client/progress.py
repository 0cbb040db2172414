"""How the work with a client has moved over months: worked out anew from dated conversations, never stored."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from coachcli.domain.client.coverage import Coverage, Library, coverage
from coachcli.domain.client.kept import KeptActions, kept_actions
from coachcli.domain.client.model import Client
from coachcli.domain.client.perception import Others
from coachcli.domain.client.series_names import OTHER, family_of, heading_of, title_of
from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.history.goals import Nearness, goals
from coachcli.domain.history.series import CLIENT, COACH, Series, Speaker, Thing, all_series
from coachcli.domain.room import ROOMS
from coachcli.domain.tags import ACTION_TAGS
from coachcli.domain.text import folded, one_line
from coachcli.domain.value import Value, changed, field

SPEAKERS = {
    CLIENT: "",
    Speaker("three"): "Client and sponsor together",
    Speaker("sponsor"): "The sponsor",
    COACH: "You",
}
"""Whose numbers are told, with the words above them. Those of stakeholders are not, but for a mean."""


class Numbers(Value, frozen=True):
    """One thing with its numbers, oldest first, and what others say of it. `low` and `high` are the ends."""

    title: str
    low: int
    high: int
    points: tuple[Nearness, ...]
    others: Others | None = None


class Group(Value, frozen=True):
    """Numbers of one speaker under a heading. `is_round`: they are several sides of one thing."""

    speaker: str
    heading: str
    numbers: tuple[Numbers, ...]
    is_round: bool = False


class AimedAt(Value, frozen=True):
    """A goal, how it ended if it did, and its numbers."""

    what: str
    outcome: str
    closed: date | None
    points: tuple[Nearness, ...]


class Dated(Value, frozen=True):
    """Words, such as a tag or a value, and the days on which they came up."""

    words: str
    days: tuple[date, ...]


class Progress(Value, frozen=True):
    """All that is told of a client's progress; with `since`, of what was said from that day on."""

    client: str
    name: str
    today: date
    since: date | None = None
    goals: tuple[AimedAt, ...] = ()
    groups: tuple[Group, ...] = ()
    actions: KeptActions = KeptActions()
    values: tuple[Dated, ...] = ()
    tags: tuple[Dated, ...] = ()
    areas: tuple[Coverage, ...] = ()
    topics: tuple[Coverage, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell yet."""
        covered = any(one.days for one in (*self.areas, *self.topics))
        return not (self.goals or self.groups or self.actions.all or self.values or self.tags or covered)


class Asked(Value, frozen=True):
    """As of which day a client's progress is told, and from which day on; `others` is what may be told of others."""

    today: date
    since: date | None = None
    others: Mapping[Thing, Others] = field(default_factory=dict)


def progress(
    client: Client, extracts: Sequence[SessionExtract], entries: Sequence[Entry], library: Library, asked: Asked
) -> Progress:
    """What came of the sessions with a client and of the time between them."""
    since = asked.since
    told = [one for one in extracts if since is None or one.started.date() >= since]
    theirs = [_in_their_rooms(one) for one in extracts]
    aims = tuple(_goals(theirs, entries, since))
    return Progress(
        client=client.id,
        name=client.name,
        today=asked.today,
        since=since,
        goals=aims,
        groups=_groups(all_series(extracts, library.scales), {folded(aim.what) for aim in aims}, asked),
        actions=kept_actions(theirs, entries, since),
        values=_dated(told, _values),
        tags=_dated(told, lambda one: (tag for tag in one.themes.tags if tag.casefold() not in ACTION_TAGS)),
        areas=coverage(library.areas, told, lambda one: one.series),
        topics=coverage(library.topics, told, lambda one: one.topics),
    )


def _in_their_rooms(extract: SessionExtract) -> SessionExtract:
    """A session with nothing but what was said where the client was."""
    return changed(extract, turns=tuple(turn for turn in extract.turns if ROOMS[turn.room].clients_own))


def _goals(extracts: Sequence[SessionExtract], entries: Sequence[Entry], since: date | None) -> Iterator[AimedAt]:
    for goal in goals(extracts, entries):
        one = goal.followed
        closed = one.closed.date() if one.closed else None
        if since is None or closed is None or closed >= since:
            points = tuple(near for near in goal.numbers if since is None or near.on >= since)
            yield AimedAt(goal.what, one.outcome or "", closed, points)


def _groups(everyone: Sequence[Series], goals_in_words: set[str], asked: Asked) -> tuple[Group, ...]:
    """The numbers of each speaker by heading, the client's first, and what has no name of its own last."""
    found: dict[tuple[Speaker, str], list[Series]] = {}
    for one in filter(None, (_from(one, asked.since) for one in everyone)):
        is_told = len(one.points) > 1 if not one.thing.series else one.thing.item not in goals_in_words
        if one.speaker.room != "stakeholder" and is_told:
            found.setdefault((one.speaker, heading_of(one)), []).append(one)
    rooms = [speaker.room for speaker in SPEAKERS]
    in_order = sorted(found, key=lambda key: (rooms.index(key[0].room), key[1] == OTHER))
    return tuple(_group(speaker, heading, found[speaker, heading], asked.others) for speaker, heading in in_order)


def _from(one: Series, since: date | None) -> Series | None:
    """A series with its numbers from that day on; None where it has none."""
    points = tuple(point for point in one.points if since is None or point.at.date() >= since)
    return changed(one, points=points) if points else None


def _group(speaker: Speaker, heading: str, members: Sequence[Series], others: Mapping[Thing, Others]) -> Group:
    families = {family_of(one.thing.series) for one in members}
    return Group(
        speaker=_called(speaker),
        heading=heading,
        numbers=tuple(_numbers(one, others.get(one.thing) if speaker == CLIENT else None) for one in members),
        is_round=families != {""} and not any(one.thing.item for one in members),
    )


def _called(speaker: Speaker) -> str:
    return SPEAKERS[changed(speaker, code="", session="")]


def _numbers(one: Series, others: Others | None) -> Numbers:
    points = tuple(Nearness(point.at.date(), point.score, one.thing.high) for point in one.points)
    return Numbers(title_of(one), one.thing.low, one.thing.high, points, others)


def _values(extract: SessionExtract) -> Iterator[str]:
    said = ((turn, note) for turn, note in extract.notes if note.kind == "value" and turn.room == "client")
    return (one_line(note.text) for turn, note in said if turn.phase != "after_call" and note.text.strip())


def _dated(
    extracts: Iterable[SessionExtract], words_in: Callable[[SessionExtract], Iterable[str]]
) -> tuple[Dated, ...]:
    """The words with their days; what came up most often first."""
    found: dict[str, tuple[str, list[date]]] = {}
    for extract in extracts:
        for words in words_in(extract):
            _, days = found.setdefault(folded(words), (words, []))
            if extract.started.date() not in days:
                days.append(extract.started.date())
    return tuple(Dated(words, tuple(days)) for words, days in sorted(found.values(), key=lambda one: -len(one[1])))
