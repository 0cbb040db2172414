"""What the clock has to say: the last ten and five minutes, a stage that has had its time, when to turn to actions."""

from collections.abc import Iterator
from dataclasses import dataclass

from coachcli.domain.framework.model import Framework, Stage
from coachcli.domain.framework.questions import answer_kind
from coachcli.domain.session.model import Session
from coachcli.domain.session.wording import length


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to say once. `key` tells it from others; it is another one when the end of the call was moved."""

    key: tuple[str, int]
    text: str


def marks(framework: Framework, session: Session, seconds: int) -> list[Mark]:
    """What there is to say after so many seconds in the call, in the order it came up."""
    planned = session.minutes.planned
    if planned is None or session.written_up is not None or session.amending is not None:
        return []
    if session.turns and session.turns[-1].phase != "call":
        return []
    running = seconds - session.seconds
    return [*_stages_over(session, running), *_actions(framework, session, seconds, planned), *_end(seconds, planned)]


def _end(seconds: int, planned: int) -> Iterator[Mark]:
    """Only the nearer of the two: who comes back late needs one."""
    left = planned - seconds // 60
    for minutes in (5, 10):
        if 0 < left <= minutes < planned:
            yield Mark((f"{minutes} minutes", planned), f"{length(left)} left.")
            return


def _actions(framework: Framework, session: Session, seconds: int, planned: int) -> Iterator[Mark]:
    """When the stage that holds the actions should start, if nobody came by it yet."""
    stage = next((one for one in framework.stages if _holds_actions(framework, one)), None)
    if stage is None or any(turn.stage == stage.id for turn in session.turns):
        return
    ids = [line.id for line in session.stages]
    rest = session.stages[ids.index(stage.id) :] if stage.id in ids else ()
    needed = sum(line.minutes or 0 for line in rest)
    left = planned - seconds // 60
    if 0 < left <= needed < planned:
        yield Mark((f"actions {stage.id}", planned), f"Time for {stage.title}: {length(left)} left.")


def _holds_actions(framework: Framework, stage: Stage) -> bool:
    inside = [place.question for place in framework.places if place.stage is stage]
    return any(question.phase == "call" and answer_kind(question) == "action" for question in inside)


def _stages_over(session: Session, running: int) -> Iterator[Mark]:
    """The stage at hand, where it has had its minutes and the call goes on in it."""
    turn = session.turns[-1] if session.turns else None
    line = next((one for one in session.stages if turn is not None and one.id == turn.stage), None)
    if line is None or not line.minutes:
        return
    over = (session.seconds_in(line.id) + running) // 60 - line.minutes
    if over >= max(2, line.minutes // 4):
        yield Mark((f"over {line.id}", line.minutes), f"{line.title} has had its {length(line.minutes)}.")
