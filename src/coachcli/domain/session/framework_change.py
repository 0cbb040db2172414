"""A session that goes on along another framework, or along its own as that is today: nothing of it is lost."""

from coachcli.domain.framework.model import Framework
from coachcli.domain.session.model import FrameworkRef, Position, Session, StageLine, Turn
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


GONE = StageLine(id="no_longer_asked", title="No longer asked")
"""Where notes stand whose question is gone."""


def brought_over(session: Session, framework: Framework, ref: FrameworkRef) -> Session:
    """The session on `framework`: turns by their questions' ids, then by what was renamed; no note is left out."""
    turns = tuple(_placed(turn, framework) for turn in session.turns)
    lines = (*lines_elsewhere(session), *stage_lines(framework, minutes_here(session)))
    gone = (GONE,) if any(turn.stage == GONE.id for turn in turns) else ()
    position = session.position
    if position is not None and position.question is not None:
        position = position.model_copy(update={"question": turns[-1].question})
        # What was open of a goal or an action may not be asked any more.
        position = position if turns[-1].question in framework.by_id else Position()
    return session.model_copy(
        update={"framework": ref, "turns": turns, "stages": (*lines, *gone), "position": position}
    )


def no_longer_asked(session: Session) -> list[str]:
    """What was asked, where the question is gone and something was noted."""
    return list(dict.fromkeys(turn.asked for turn in session.turns if turn.stage == GONE.id and turn.notes))


def _placed(turn: Turn, framework: Framework) -> Turn:
    if is_elsewhere(turn.question):
        return turn
    question = turn.question if turn.question in framework.by_id else framework.renamed.get(turn.question, "")
    place = framework.by_id.get(question)
    if place is None:
        return turn.model_copy(update={"stage": GONE.id, "step": None})
    step = place.step.id if place.step else None
    return turn.model_copy(update={"question": question, "stage": place.stage.id, "step": step})
