"""Minutes: what a stage gets of the time booked, and how far over it is."""

from coachcli.domain.framework import Framework
from coachcli.domain.session import Session, StageLine


def planned_minutes(framework: Framework) -> int | None:
    """How long the framework takes when nothing else is said."""
    named = [stage.minutes for stage in framework.stages if stage.minutes is not None]
    return framework.minutes or sum(named) or None


def share_out(total: int, weights: list[int]) -> list[int]:
    """`total` minutes in proportion to `weights`: whole minutes, at least one each, adding up wherever they can."""
    whole = sum(weights)
    if not whole:
        return []
    exact = [total * weight / whole for weight in weights]
    shares = [1] * len(weights)
    for _ in range(total - len(weights)):
        # The next minute goes to whoever lacks the most.
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


def minutes_over(session: Session, stage_id: str) -> int:
    """By how many whole minutes a stage runs over its plan; 0 while it does not, or has none."""
    stage = next((line for line in session.stages if line.id == stage_id), None)
    if stage is None or stage.minutes is None:
        return 0
    return max(0, session.seconds_in(stage_id) // 60 - stage.minutes)
