"""The hints that a framework's checks give on a session as it stands."""

from collections.abc import Iterator
from textwrap import shorten

from coachcli.domain.framework.checks import Check, EnoughNoted, EveryHas, Moment, WasAnswered, WasVisited
from coachcli.domain.framework.model import Framework, Stage
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.note_kinds import wants
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
_SAY_WHO = " Type  who: client  or  who: coach  at the end of its line (Up, at its question)."


def on_moving(framework: Framework, session: Session, left: str | None, entered: str | None) -> list[str]:
    """The hints when the conversation goes from one stage to another; None is the map, or not part of the call."""
    if left == entered:
        return []
    return [*_at_moment(framework, session, left, "leaving"), *_at_moment(framework, session, entered, "entering")]


def at_the_end(framework: Framework, session: Session) -> list[str]:
    """The hints when the call is over: of the whole framework, and of the stages that were visited."""
    visited = {turn.stage for turn in session.turns if turn.phase == "call"}
    of_stages = [check for stage in framework.stages if stage.id in visited for check in _at(stage, "closing")]
    return [check.say for check in (*framework.checks, *of_stages) if not _met(check, framework, session)]


def before_the_end(route: Route, session: Session) -> list[str]:
    """The hints on what the call still lacks: a goal, and what the checks ask for.

    They are those of the whole framework, of the stages that were visited, and of each action and goal wherever it was
    noted. Where nothing was noted at all, nothing is missing.
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
    return list(dict.fromkeys([*goal, *(text for check in unmet for text in _hints_of(check, session))]))


def _lacks_goal(route: Route, session: Session) -> bool:
    """Whether the call should ask for a goal and none is noted; a question that is `required` is told anyway."""
    goals = [
        stop.place.question for stop in route.expected(session) if answer_kind(stop.place.question) in wants("goal")
    ]
    has_goal = any(note.kind in wants("goal") for _, note in session.notes)
    return bool(goals) and not has_goal and not any(question.required for question in goals)


def _is_asked_later(check: Check, framework: Framework) -> bool:
    """Whether a question that closes the call, or comes after it, asks for just that."""
    later = [place.question for place in framework.places if place.question.phase != "call"]
    match check:
        case WasAnswered(answered=question):
            return any(one.id == question for one in later)
        case EnoughNoted(of=kind):
            return any(answer_kind(one) in wants(kind) for one in later)
        case _:
            return False


def _asks_for_goal(check: Check) -> bool:
    return isinstance(check, EnoughNoted) and check.of in wants("goal")


def _hints_of(check: Check, session: Session) -> Iterator[str]:
    """The hints of a check that is not met; a check of all actions or goals has one for each that lacks something."""
    if not isinstance(check, EveryHas):
        yield check.say
        return
    way = iter((_SAY_WHO,))  # told with the first
    for _, note in session.notes:
        lacking = [_LACKING[field] for field in check.has if not note.has(field)]
        if note.kind in wants(check.every) and lacking:
            how = f"has no {' and no '.join(lacking)}.{next(way, '') if _LACKING['who'] in lacking else ''}"
            kind = "An action" if check.every == "action" else "A goal"
            words = shorten(one_line(note.text), _LONGEST_NAME, placeholder=" …")
            yield Saying(f'"{words}" {how}', discreet=f"{kind} {how}")


def _at_moment(framework: Framework, session: Session, stage_id: str | None, moment: Moment) -> list[str]:
    stages = [stage for stage in framework.stages if stage.id == stage_id]
    return [check.say for stage in stages for check in _at(stage, moment) if not _met(check, framework, session)]


def _at(stage: Stage, moment: Moment) -> Iterator[Check]:
    return (check for check in stage.checks if (check.at or "leaving") == moment)


def _met(check: Check, framework: Framework, session: Session) -> bool:
    match check:
        case EnoughNoted(at_least=least, of=kind):
            return sum(1 for _, note in session.notes if note.kind in wants(kind)) >= least
        case EveryHas(every=kind, has=fields):
            notes = [note for _, note in session.notes if note.kind in wants(kind)]
            return all(note.has(field) for note in notes for field in fields)
        case WasAnswered(answered=question):
            place = framework.by_id.get(question)
            return place is None or bool(notes_on(session, place.question))
        case WasVisited(visited=stage):
            return any(turn.stage == stage for turn, _ in session.notes)
