"""Minutes: the share of each stage in the time booked, how far it is over, and the remarks of the clock on that."""

from collections.abc import Iterator

from coachcli.domain.framework.model import Framework, Stage
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.session.model import Session, StageLine
from coachcli.domain.session.wording import length
from coachcli.domain.value import Value


def planned_minutes(framework: Framework) -> int | None:
    """The minutes that a framework takes where the coach books no others; None where it says none."""
    minutes = [stage.minutes for stage in framework.stages if stage.minutes is not None]
    return framework.minutes or sum(minutes) or None


def share_out(total: int, weights: list[int]) -> list[int]:
    """`total` shared out in proportion to `weights`: whole minutes, at least one each, with that sum if possible."""
    whole = sum(weights)
    if not whole:
        return []
    exact = [total * weight / whole for weight in weights]
    shares = [1] * len(weights)
    for _ in range(total - len(weights)):
        # The next minute goes to the share that lacks the most.
        shares[max(range(len(weights)), key=lambda index: exact[index] - shares[index])] += 1
    return shares


def stage_lines(framework: Framework, booked: int | None) -> tuple[StageLine, ...]:
    """The stages with their minutes scaled to the time booked."""
    timed = [stage for stage in framework.stages if stage.minutes is not None]
    weights = [stage.minutes or 0 for stage in timed]
    usual = max(planned_minutes(framework) or 0, sum(weights))
    # Stages without minutes keep their share of the framework's own total.
    total = round(sum(weights) * booked / usual) if booked and usual else sum(weights)
    scaled = dict(zip((stage.id for stage in timed), share_out(total, weights), strict=True)) if timed else {}
    return tuple(
        StageLine(
            id=stage.id,
            title=stage.title,
            minutes=scaled.get(stage.id),
            steps={step.id: step.title for step in stage.steps or ()},
        )
        for stage in framework.stages
    )


def spent_and_left(seconds: int, planned: int | None) -> str:
    """`23 min, 27 left`, or `52 min, 2 over`; only the minutes spent where none are planned."""
    left = left_of(seconds, planned)
    return f"{seconds // 60} min{f', {left}' if left else ''}"


def left_of(seconds: int, planned: int | None) -> str:
    """`27 left`, or `2 over`; empty where no minutes are planned."""
    if planned is None:
        return ""
    left = planned - seconds // 60
    return f"{left} left" if left >= 0 else f"{-left} over"


class Mark(Value, frozen=True):
    """A remark to make once. `key` tells it from others; it is another remark once the end of the call was moved."""

    key: tuple[str, int]
    text: str


def marks(framework: Framework, session: Session, seconds: int) -> list[Mark]:
    """The remarks that are due after so many seconds in the call."""
    planned = session.minutes.planned
    if planned is None or session.written_up is not None or session.amending is not None:
        return []
    if session.turns and session.turns[-1].phase != "call":
        return []
    running = seconds - session.seconds
    return [*_stages_over(session, running), *_actions(framework, session, seconds, planned), *_end(seconds, planned)]


def _end(seconds: int, planned: int) -> Iterator[Mark]:
    """The remark on the last five minutes, or else on the last ten: one of the two is enough."""
    left = planned - seconds // 60
    for minutes in (5, 10):
        if 0 < left <= minutes < planned:
            yield Mark((f"{minutes} minutes", planned), f"{length(left)} left.")
            return


def _actions(framework: Framework, session: Session, seconds: int, planned: int) -> Iterator[Mark]:
    """The remark that the stage with the actions should start, if it was not visited yet."""
    stage = next((one for one in framework.stages if _holds_actions(framework, one)), None)
    if stage is None or any(turn.stage == stage.id for turn in session.turns):
        return
    ids = [line.id for line in session.stages]
    stages = session.stages[ids.index(stage.id) :] if stage.id in ids else ()
    minutes = sum(line.minutes or 0 for line in stages)
    left = planned - seconds // 60
    if 0 < left <= minutes < planned:
        yield Mark((f"actions {stage.id}", planned), f"Time for {stage.title}: {length(left)} left.")


def _holds_actions(framework: Framework, stage: Stage) -> bool:
    inside = [place.question for place in framework.places if place.stage is stage]
    return any(question.phase == "call" and answer_kind(question) == "action" for question in inside)


def _stages_over(session: Session, running: int) -> Iterator[Mark]:
    """The remark on the stage at hand, if it has had its minutes and the call stays in it."""
    turn = session.turns[-1] if session.turns else None
    line = next((one for one in session.stages if turn is not None and one.id == turn.stage), None)
    if line is None or not line.minutes:
        return
    over = (session.seconds_in(line.id) + running) // 60 - line.minutes
    if over >= max(2, line.minutes // 4):
        yield Mark((f"over {line.id}", line.minutes), f"{line.title} has had its {length(line.minutes)}.")
