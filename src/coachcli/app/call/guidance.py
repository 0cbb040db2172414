"""One line for the help card: what the question at hand takes."""

from coachcli.domain.framework.model import Place
from coachcli.domain.framework.questions import (
    ActionQuestion,
    GoalQuestion,
    LineQuestion,
    NoteQuestion,
    ReviewQuestion,
    SayQuestion,
)
from coachcli.domain.line.typed_answers import expected
from coachcli.domain.session.answers import answer_here, choices_for
from coachcli.domain.session.model import Session
from coachcli.domain.session.walk import Walk


def stage_notes(walk: Walk, place: Place, session: Session) -> list[str]:
    """What the framework says of the stage at hand, all of it."""
    stage = place.stage
    said = ((stage.title, stage.aim), ("In mind", stage.cue), ("Before you leave it", stage.exit))
    return [f"{label}: {walk.fill(text, session)}" for label, text in said if text]


def guidance(walk: Walk, place: Place, session: Session) -> str:
    """How to answer the question at a place."""
    if answer_here(session, place.question) is not None:
        return "It is answered. Words are a note for you alone now; Enter on an empty line goes on."
    match place.question:
        case NoteQuestion():
            said = "Write as many lines as you like; Enter on an empty line goes on."
        case LineQuestion(many=int(many)):
            said = f"One line each, {many} or more if they come; Enter on an empty line goes on."
        case LineQuestion():
            said = "One line answers it; Enter on an empty line goes on."
        case ActionQuestion():
            said = "What, by when, how sure: Talk to Ana by friday 8/10"
        case GoalQuestion():
            said = "The goal in one line; by when, if you like: ... by 1 March"
        case ReviewQuestion():
            said = "What came of it: done, partly, not yet, dropped; a word on it; a new day: partly, by friday"
        case SayQuestion():
            said = "Nothing to answer: say it, then Enter."
        case question:
            choices = choices_for(question, session, walk.framework)
            said = f"Here {expected(question, choices)} answers; words after it stay with it."
    return said
