"""A session brought over to its framework as that is today."""

from coachcli.domain.framework.model import Framework
from coachcli.domain.session.framework_change import is_elsewhere, lines_elsewhere, minutes_here
from coachcli.domain.session.model import FrameworkRef, Position, Session, StageLine, Turn
from coachcli.domain.session.schedule import stage_lines

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
