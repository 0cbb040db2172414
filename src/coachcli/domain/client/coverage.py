"""What of a map was spoken about with a client, and when: the areas of a framework, the topics of packs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from coachcli.domain.client.series_names import series_title
from coachcli.domain.framework.model import Framework
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.history.series import scale_names
from coachcli.domain.text import folded
from coachcli.domain.value import Value, field


class Spot(Value, frozen=True):
    """One part of a map: by which it is known in sessions, and what people call it."""

    id: str
    title: str


class Library(Value, frozen=True):
    """What there is to cover, and what the scales of these frameworks are called today."""

    areas: tuple[Spot, ...] = ()
    topics: tuple[Spot, ...] = ()
    scales: Mapping[str, str] = field(default_factory=dict)


class Coverage(Value, frozen=True):
    """A part of a map, and the days on which it was spoken about."""

    title: str
    days: tuple[date, ...] = ()


class _Marks(Value, frozen=True):
    """By what a session says that something was spoken about."""

    series: frozenset[str]
    topics: frozenset[str]


def library_of(frameworks: Sequence[Framework], packs: Iterable[str]) -> Library:
    """The map that these frameworks and packs make."""
    stages = (stage.series for framework in frameworks for stage in framework.stages)
    areas = dict.fromkeys(name for name in stages if name)
    return Library(
        areas=tuple(Spot(name, series_title(name)) for name in areas),
        topics=tuple(Spot(_plain(name), series_title(name.replace("-", "_"))) for name in packs),
        scales=scale_names(frameworks),
    )


def coverage(
    spots: Iterable[Spot], extracts: Sequence[SessionExtract], marks: Callable[["_Marks"], Iterable[str]]
) -> tuple[Coverage, ...]:
    """Each part with its days, in the order of the map."""
    said = [(one.started.date(), frozenset(marks(_marks(one)))) for one in extracts]
    return tuple(
        Coverage(spot.title, tuple(dict.fromkeys(day for day, names in said if spot.id in names))) for spot in spots
    )


def _marks(extract: SessionExtract) -> _Marks:
    """A tag that is called like a topic says the same as a follow-up question of its pack."""
    themes = extract.themes
    named = (_plain(tag.removeprefix("#")) for tag in themes.tags)
    return _Marks(frozenset(themes.series), frozenset((*map(_plain, themes.packs), *named)))


def _plain(name: str) -> str:
    return folded(name).replace("-", "_")
