"""From a name, or a part of one, to a place: stages and steps go by their titles, questions by their words."""

from collections.abc import Callable
from textwrap import shorten

from coachcli.domain.framework.items import written
from coachcli.domain.framework.model import Framework, Place, Stage
from coachcli.domain.near_names import nearest
from coachcli.domain.session.answers import filled
from coachcli.domain.session.condition_eval import is_asked
from coachcli.domain.session.model import Session
from coachcli.domain.session.route import Stop
from coachcli.domain.session.walk import Walk
from coachcli.domain.text import folded, one_line
from coachcli.patterns import pattern

_BETWEEN_WORDS = pattern(r"[\W_]+")
_LONGEST_NAME = 50
_MORE = "…"
# In this order a name is taken for all of a text, its beginning, the beginning of a word in it, or any part of it.
_FITTING: tuple[Callable[[str, str], bool], ...] = (
    str.__eq__,
    str.startswith,
    lambda text, words: f" {words}" in text,
    str.__contains__,
)


def find(walk: Walk, session: Session, name: str) -> list[Place]:
    """The places that `name` can mean as things stand; only one where it is clear.

    A stage or a step means its first question, and if possible one that is asked now.
    A whole name goes before a beginning, a beginning before a part; a stage before a step, a step before a question.
    """
    if (number := folded(name)).isdecimal() and len(number) <= 3:
        return _numbered(walk, session, int(number))
    words = _spoken(name)
    if not words:
        return []
    groups = _named(walk, session)
    for fits in _FITTING:
        for group in groups:
            places = [place for place, texts in group if any(fits(text, words) for text in texts)]
            if places:
                return _without_hidden(walk, session, places)
    return []


def question_words(walk: Walk, session: Session, place: Place) -> str:
    """The question at a place, short enough for a list; as a name it leads to that place."""
    words = one_line(walk.words_at(Stop(place), session))
    short = shorten(words, _LONGEST_NAME, placeholder=f" {_MORE}")
    return short if short.strip(f" {_MORE}") else f"{words[: _LONGEST_NAME - 1]}{_MORE}"


def names(walk: Walk, session: Session) -> list[str]:
    """The names of all places one can jump to, for completion: titles of stages and steps, and questions."""
    stages = walk.framework.stages
    titles = [stage.title for stage in stages]
    steps = [step.title for stage in stages for step in stage.steps or ()]
    questions = [question_words(walk, session, place) for place in written(walk.framework)]
    return list(dict.fromkeys([*titles, *steps, *questions]))


def nearest_name(walk: Walk, session: Session, name: str) -> str | None:
    """The name that was most likely meant."""
    by_folded = {folded(own): own for own in names(walk, session)}
    close = nearest(folded(name), by_folded)
    return by_folded[close] if close else None


def stages_of_call(framework: Framework) -> list[Stage]:
    """The stages one can go to: those with a question in the call."""
    ids = {place.stage.id for place in framework.places if _in_call(place)}
    return [stage for stage in framework.stages if stage.id in ids]


def _numbered(walk: Walk, session: Session, number: int) -> list[Place]:
    stages = stages_of_call(walk.framework)
    if not 1 <= number <= len(stages):
        return []
    inside = [place for place in _asked_first(walk, session) if place.stage is stages[number - 1] and _in_call(place)]
    return inside[:1]


def _asked_first(walk: Walk, session: Session) -> list[Place]:
    """All places; those that are asked as things stand come first."""
    ids = {stop.place.question.id for stop in walk.route.stops(session)}
    return sorted(walk.framework.places, key=lambda place: place.question.id not in ids)


def _without_hidden(walk: Walk, session: Session, places: list[Place]) -> list[Place]:
    """Those of several places whose conditions hold; all of them where none does."""
    return [place for place in places if is_asked(place, walk.framework, session)] or places


def _in_call(place: Place) -> bool:
    return place.question.phase == "call"


def _named(walk: Walk, session: Session) -> list[list[tuple[Place, tuple[str, ...]]]]:
    """The first place of each stage, then of each step, then every question, each with its names."""
    places = [place for place in _asked_first(walk, session) if _in_call(place)]
    stages, steps = dict[str, Place](), dict[str, Place]()
    for place in places:
        stages.setdefault(place.stage.id, place)
        if place.step is not None:
            steps.setdefault(place.step.id, place)
    return [
        [(place, (_spoken(place.stage.title),)) for place in stages.values()],
        [(place, (_spoken(place.step.title),)) for place in steps.values() if place.step is not None],
        [(place, _question_names(walk, session, place)) for place in written(walk.framework)],
    ]


def _question_names(walk: Walk, session: Session, place: Place) -> tuple[str, ...]:
    """The question at a place in its words now, and in those that quote nobody."""
    words = place.question.ask
    unquoted = filled(words, session, walk.framework, None)
    return tuple(dict.fromkeys(map(_spoken, (walk.words_at(Stop(place), session), unquoted))))


def _spoken(text: str) -> str:
    """The words of a text in small letters, with one blank between them."""
    return _BETWEEN_WORDS.sub(" ", folded(text)).strip()
