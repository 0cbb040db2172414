"""What a framework's checks have to say of a session as it stands."""

from collections.abc import Iterator
from textwrap import shorten

from coachcli.domain.framework.checks import Check, EnoughNoted, EveryHas, Moment, WasAnswered, WasVisited
from coachcli.domain.framework.model import Framework, Stage
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.session.answers import notes_on
from coachcli.domain.session.model import Session
from coachcli.domain.session.route import Route
from coachcli.domain.terms import Field
from coachcli.domain.text import one_line
from coachcli.errors import Saying

NO_GOAL = "No goal noted."
_LACKING: dict[Field, str] = {
    "who": "name to it",
    "by_when": "day",
    "confidence": "score",
    "obstacles": "word on what is in the way",
    "support": "support",
    "measure": "way to see that it is done",
}
_LONGEST_NAME = 40


def on_moving(framework: Framework, session: Session, left: str | None, entered: str | None) -> list[str]:
    """What to say when the conversation goes from one stage to another; None is the map, or what is not the call."""
    if left == entered:
        return []
    return [*_said(framework, session, left, "leaving"), *_said(framework, session, entered, "entering")]


def at_the_end(framework: Framework, session: Session) -> list[str]:
    """What to say when the call is over: of the whole, and of the stages it came by."""
    visited = {turn.stage for turn in session.turns if turn.phase == "call"}
    of_stages = [check for stage in framework.stages if stage.id in visited for check in _at(stage, "closing")]
    return [check.say for check in (*framework.checks, *of_stages) if not _met(check, framework, session)]


def before_the_end(route: Route, session: Session) -> list[str]:
    """What is missing so far of what the call is to come to, by name: the goal, and what the checks ask for.

    Of the whole, of the stages it came by, and of each action and goal wherever it was noted. Where nothing was noted
    at all nothing is missing.
    """
    if not any(session.notes):
        return []
    framework = route.framework
    visited = {turn.stage for turn in session.turns if turn.phase == "call"}
    of_stages = [
        check
        for stage in framework.stages
        for check in stage.checks
        if stage.id in visited or isinstance(check, EveryHas)
    ]
    asked = [check for check in (*framework.checks, *of_stages) if not _is_asked_later(check, framework)]
    unmet = [check for check in asked if not _met(check, framework, session)]
    goal = [NO_GOAL] if _lacks_goal(route, session) and not any(map(_asks_for_goal, unmet)) else []
    return list(dict.fromkeys([*goal, *(text for check in unmet for text in _named(check, session))]))


def _lacks_goal(route: Route, session: Session) -> bool:
    """Whether a goal was to be asked for and none is noted; what must be asked for is told anyway."""
    goals = [stop.place.question for stop in route.expected(session) if answer_kind(stop.place.question) == "goal"]
    noted = any(note.kind == "goal" for _, note in session.notes)
    return bool(goals) and not noted and not any(question.required for question in goals)


def _is_asked_later(check: Check, framework: Framework) -> bool:
    """Whether what closes the call, or comes after it, asks for just that."""
    later = [place.question for place in framework.places if place.question.phase != "call"]
    match check:
        case WasAnswered(answered=question):
            return any(one.id == question for one in later)
        case EnoughNoted(of=kind):
            return any(answer_kind(one) == kind for one in later)
        case _:
            return False


def _asks_for_goal(check: Check) -> bool:
    return isinstance(check, EnoughNoted) and check.of == "goal"


def _named(check: Check, session: Session) -> Iterator[str]:
    """What a check that is not met has to say; of actions and goals, which of them lacks what."""
    if not isinstance(check, EveryHas):
        yield check.say
        return
    for _, note in session.notes:
        lacking = [_LACKING[field] for field in check.has if not note.has(field)]
        if note.kind == check.every and lacking:
            how = f"has no {' and no '.join(lacking)}."
            kind = "An action" if check.every == "action" else "A goal"
            words = shorten(one_line(note.text), _LONGEST_NAME, placeholder=" …")
            yield Saying(f'"{words}" {how}', discreet=f"{kind} {how}")


def _said(framework: Framework, session: Session, stage_id: str | None, moment: Moment) -> list[str]:
    stages = [stage for stage in framework.stages if stage.id == stage_id]
    return [check.say for stage in stages for check in _at(stage, moment) if not _met(check, framework, session)]


def _at(stage: Stage, moment: Moment) -> Iterator[Check]:
    return (check for check in stage.checks if (check.at or "leaving") == moment)


def _met(check: Check, framework: Framework, session: Session) -> bool:
    match check:
        case EnoughNoted(at_least=least, of=kind):
            return sum(1 for _, note in session.notes if note.kind == kind) >= least
        case EveryHas(every=kind, has=fields):
            notes = [note for _, note in session.notes if note.kind == kind]
            return all(note.has(field) for note in notes for field in fields)
        case WasAnswered(answered=question):
            place = framework.by_id.get(question)
            return place is None or bool(notes_on(session, place.question))
        case WasVisited(visited=stage):
            return any(turn.stage == stage for turn, _ in session.notes)
