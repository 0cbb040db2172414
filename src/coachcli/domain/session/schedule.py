"""Minutes: what a stage gets of the time booked, and how far over it is."""

from coachcli.domain.framework.model import Framework
from coachcli.domain.session.model import StageLine


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


def spent_and_left(seconds: int, planned: int | None) -> str:
    """23 min, 27 left; or 52 min, 2 over; or what was spent, where nothing is planned."""
    left = left_of(seconds, planned)
    return f"{seconds // 60} min{f', {left}' if left else ''}"


def left_of(seconds: int, planned: int | None) -> str:
    """27 left, or 2 over; empty where nothing is planned."""
    if planned is None:
        return ""
    left = planned - seconds // 60
    return f"{left} left" if left >= 0 else f"{-left} over"
