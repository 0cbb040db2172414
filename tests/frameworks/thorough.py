"""A coach who answers everything that is asked, one way or another, to the end."""

from collections import Counter

from builders import FRIDAY, NOW, unbegun

from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.framework.questions import (
    ChoiceQuestion,
    ChoicesQuestion,
    DateQuestion,
    NumberQuestion,
    Question,
    ScaleQuestion,
    YesNoQuestion,
    takes_many,
)
from coachcli.domain.line.review import OUTCOMES
from coachcli.domain.record_data import checked
from coachcli.domain.session.answers import choices_for
from coachcli.domain.session.model import Note, Reviewed, Score, Session, When
from coachcli.domain.session.moves import Answered, Closed, Passed, Skipped
from coachcli.domain.session.position import Key, open_field
from coachcli.domain.session.walk import Walk

SILENT = -1
"""The way of answering nothing at all."""
_ENOUGH = 600


def held(walk: Walk, way: int) -> Session:
    """A session in which everything is answered in one of several ways, to its end, if it comes to one."""
    session, said = walk.begin(unbegun(walk.framework), NOW), Counter[Key]()
    for _ in range(_ENOUGH):
        if session.status == "ended":
            break
        session = _next(walk, session, way, said)
    return session


def _next(walk: Walk, session: Session, way: int, said: Counter[Key]) -> Session:
    stop = walk.route.current(session)
    if stop is None:
        return walk.apply(session, Passed() if walk.route.unvisited(session) else Closed(), NOW)
    if way == SILENT:
        return walk.apply(session, Skipped(), NOW)
    enough = said[stop.key] >= (3 if takes_many(stop.place.question) else 1)
    if enough or open_field(session) is not None:
        return walk.apply(session, Passed(), NOW)
    said[stop.key] += 1
    return walk.apply(session, Answered(answer(walk, session, way)), NOW)


def answer(walk: Walk, session: Session, way: int) -> Note:
    """An answer to the question at hand."""
    stop = walk.route.current(session)
    assert stop is not None
    about = walk.route.about(stop)
    if about is not None:
        seen = Reviewed(kind=about.kind, what=about.what, session=about.session, outcome=OUTCOMES[way % 4])
        return Note(kind="review", reviewed=seen, text="and so it was")
    kind = answer_kind(stop.place.question)
    if kind == "review":
        return Note(kind="note", text="nothing")
    # In the lower ways one thing is high where the next one is low.
    turned = way < 5 and walk.framework.places.index(stop.place) % 2
    choices = choices_for(stop.place.question, session, walk.framework)
    value = _value(stop.place.question, choices, -way % 5 if turned else way)
    return checked(Note, {"kind": kind, **(value or {"text": f"words on {stop.place.question.id}, {way}"})})


def _value(question: Question, choices: tuple[str, ...], way: int) -> dict[str, object]:
    """What a typed answer holds; nothing for words."""
    value: dict[str, object] = {}
    match question:
        case ScaleQuestion(start=start, to=to):
            value = {"scale": Score(score=start + round((to - start) * (way % 5) / 4), low=start, high=to)}
        case YesNoQuestion():
            value = {"said_yes": way % 2 == 0}
        case DateQuestion():
            value = {"day": When(words="friday", on=FRIDAY)}
        case NumberQuestion():
            value = {"number": way * 3}
        case ChoicesQuestion() if way % 2 == 0:
            value = {"chosen": choices}
        case ChoiceQuestion() | ChoicesQuestion():
            value = {"chosen": (choices[way % len(choices)] if choices else "this",)}
    return value
