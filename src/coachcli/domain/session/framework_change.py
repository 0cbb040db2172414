"""A session that goes on along another framework, or along the present version of its own; it loses nothing."""

from coachcli.domain.framework.model import Framework
from coachcli.domain.session.model import FrameworkRef, Position, Session, StageLine, Turn
from coachcli.domain.session.schedule import stage_lines
from coachcli.domain.value import changed

# No id of a stage, a question or a framework has a dot in it.
_JOINT = "."


def switched(session: Session, framework: Framework, ref: FrameworkRef, begun: str = "") -> Session:
    """The session at the map of another framework; if it was walked along that before, it stands as it was left.

    Two frameworks may have a question of the same id. So the stages and questions of the framework that it leaves get
    that one's id in front of theirs, "grow.topic", and those of the framework that it enters lose it.

    One that nothing was asked of leaves no trace. Only the one that is `begun` does, as the session's file is named so.
    """

    def named(name: str) -> str:
        return full_name(name, session.framework.id).removeprefix(f"{ref.id}{_JOINT}")

    turns = tuple(changed(turn, stage=named(turn.stage), question=named(turn.question)) for turn in session.turns)
    lines = tuple(changed(line, id=named(line.id)) for line in session.stages)
    moved = changed(session, framework=ref, turns=turns, stages=lines, position=Position())
    own = [line for line in lines if not is_elsewhere(line.id)] or stage_lines(framework, minutes_here(moved))
    before = (*session.switched_from, session.framework)
    earlier = tuple(one for one in before if one.id != ref.id and (one.id == begun or _is_visited(moved, one)))
    return changed(moved, switched_from=earlier, stages=(*lines_elsewhere(moved), *own))


def is_elsewhere(name: str) -> bool:
    """Whether a stage or a question of a session belongs to another framework than the present one."""
    return _JOINT in name


def elsewhere_in(name: str) -> str:
    """The framework to which a stage or a question belongs, where that is not the present one; else empty."""
    return name.partition(_JOINT)[0] if is_elsewhere(name) else ""


def full_name(name: str, framework: str) -> str:
    """The name of a stage or a question with the id of its framework, which is this one unless it says another."""
    return name if is_elsewhere(name) else f"{framework}{_JOINT}{name}"


def lines_elsewhere(session: Session) -> tuple[StageLine, ...]:
    """The visited stages of the frameworks that the session was walked along before."""
    there = {turn.stage.partition(_JOINT)[0] for turn in session.turns if is_elsewhere(turn.stage)}
    return tuple(line for line in session.stages if is_elsewhere(line.id) and line.id.partition(_JOINT)[0] in there)


def minutes_here(session: Session) -> int | None:
    """How many of the booked minutes the present framework has."""
    planned = session.minutes.planned
    elsewhere = sum(turn.seconds for turn in session.turns if is_elsewhere(turn.stage) and turn.phase != "after_call")
    return max(1, planned - elsewhere // 60) if planned and elsewhere else planned


def frameworks_of(session: Session) -> list[FrameworkRef]:
    """The frameworks of a session, in the order of their first turns; the present one is last where it has no turn."""
    by_id = {one.id: one for one in (*session.switched_from, session.framework)}
    visited = dict.fromkeys(_framework_of(session, turn.stage) for turn in session.turns)
    return [by_id[name] for name in dict.fromkeys((*visited, session.framework.id)) if name in by_id]


def stage_title(session: Session, stage: str) -> str:
    """The title of a stage, with its framework where a session has more than one."""
    title = next((line.title for line in session.stages if line.id == stage), stage.rpartition(_JOINT)[2])
    if len(frameworks_of(session)) == 1:
        return title
    name = _framework_of(session, stage)
    return f"{next((one.title for one in frameworks_of(session) if one.id == name), name)}: {title}"


def _is_visited(session: Session, framework: FrameworkRef) -> bool:
    return any(_framework_of(session, turn.stage) == framework.id for turn in session.turns)


def _framework_of(session: Session, stage: str) -> str:
    return stage.partition(_JOINT)[0] if is_elsewhere(stage) else session.framework.id


GONE = StageLine(id="no_longer_asked", title="No longer asked")
"""Where notes stand whose question is gone."""


def brought_over(session: Session, framework: Framework, ref: FrameworkRef) -> Session:
    """The session along the present version of its framework: each turn at the question of its id or of its new id."""
    turns = tuple(_placed(turn, framework) for turn in session.turns)
    lines = (*lines_elsewhere(session), *stage_lines(framework, minutes_here(session)))
    gone = (GONE,) if any(turn.stage == GONE.id for turn in turns) else ()
    position = session.position
    if position is not None and position.question is not None:
        position = changed(position, question=turns[-1].question)
        # The question may have gone, and with it the fields of a goal or an action that were still open.
        position = position if turns[-1].question in framework.by_id else Position()
    return changed(session, framework=ref, turns=turns, stages=(*lines, *gone), position=position)


def no_longer_asked(session: Session) -> list[str]:
    """The words of each question that is gone and has notes."""
    return list(dict.fromkeys(turn.asked for turn in session.turns if turn.stage == GONE.id and turn.notes))


def _placed(turn: Turn, framework: Framework) -> Turn:
    if is_elsewhere(turn.question):
        return turn
    question = turn.question if turn.question in framework.by_id else framework.renamed.get(turn.question, "")
    place = framework.by_id.get(question)
    if place is None:
        return changed(turn, stage=GONE.id, step=None)
    step = place.step.id if place.step else None
    return changed(turn, question=question, stage=place.stage.id, step=step)
