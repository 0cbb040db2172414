"""What a framework's checks have to say of a session as it stands."""

from collections.abc import Iterator

from coachcli.domain.answers import notes_on
from coachcli.domain.checks import Check, EnoughNoted, EveryHas, Moment, WasAnswered, WasVisited
from coachcli.domain.framework import Framework, Stage
from coachcli.domain.session.model import Session


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
