"""Going on in another model: what was said along each stays its own, and nothing is lost."""

from coachcli.domain.framework.model import Framework
from coachcli.domain.session.model import FrameworkRef, Position, Session, StageLine
from coachcli.domain.session.schedule import stage_lines

# No id of a stage, a question or a framework has a dot in it.
_JOINT = "."


def switched(session: Session, framework: Framework, ref: FrameworkRef) -> Session:
    """The session at the map of another model; one that it was walked along before is as it was left.

    Two models may call a question alike. So what was said along the model that is left goes by names with that
    model's id in front, "grow.topic", and along the one that is come to by names without.
    """

    def named(name: str) -> str:
        away = name if is_elsewhere(name) else f"{session.framework.id}{_JOINT}{name}"
        return away.removeprefix(f"{ref.id}{_JOINT}")

    turns = tuple(
        turn.model_copy(update={"stage": named(turn.stage), "question": named(turn.question)}) for turn in session.turns
    )
    lines = tuple(line.model_copy(update={"id": named(line.id)}) for line in session.stages)
    moved = session.model_copy(update={"framework": ref, "turns": turns, "stages": lines, "position": Position()})
    own = [line for line in lines if not is_elsewhere(line.id)] or stage_lines(framework, minutes_here(moved))
    left = (*session.switched_from, session.framework)
    earlier = tuple(one for one in left if one.id != ref.id and _is_visited(moved, one))
    return moved.model_copy(update={"switched_from": earlier, "stages": (*lines_elsewhere(moved), *own)})


def is_elsewhere(name: str) -> bool:
    """Whether a session's stage or question is of another model than the one it is walked along now."""
    return _JOINT in name


def lines_elsewhere(session: Session) -> tuple[StageLine, ...]:
    """The stages of the models it was walked along before, of those that it came to."""
    there = {turn.stage.partition(_JOINT)[0] for turn in session.turns if is_elsewhere(turn.stage)}
    return tuple(line for line in session.stages if is_elsewhere(line.id) and line.id.partition(_JOINT)[0] in there)


def minutes_here(session: Session) -> int | None:
    """What of the minutes booked is there for the present model."""
    planned = session.minutes.planned
    away = sum(turn.seconds for turn in session.turns if is_elsewhere(turn.stage) and turn.phase != "after_call")
    return max(1, planned - away // 60) if planned and away else planned


def models_of(session: Session) -> list[FrameworkRef]:
    """The models a session was walked along, as they were first come to, the present one at the end if it was not."""
    known = {one.id: one for one in (*session.switched_from, session.framework)}
    visited = dict.fromkeys(_model_of(session, turn.stage) for turn in session.turns)
    return [known[name] for name in dict.fromkeys((*visited, session.framework.id)) if name in known]


def stage_title(session: Session, stage: str) -> str:
    """What a stage is called, with its model where a session has more than one."""
    title = next((line.title for line in session.stages if line.id == stage), stage.rpartition(_JOINT)[2])
    if not session.switched_from:
        return title
    model = _model_of(session, stage)
    return f"{next((one.title for one in models_of(session) if one.id == model), model)}: {title}"


def _is_visited(session: Session, model: FrameworkRef) -> bool:
    return any(_model_of(session, turn.stage) == model.id for turn in session.turns)


def _model_of(session: Session, stage: str) -> str:
    return stage.partition(_JOINT)[0] if is_elsewhere(stage) else session.framework.id
