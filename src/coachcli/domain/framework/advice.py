"""What would make a framework more useful, although it works without."""

from collections.abc import Collection, Iterator

from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.questions import Question, answer_kind
from coachcli.domain.framework.scope import Flaw, Spots
from coachcli.domain.framework.short_forms import id_from
from coachcli.domain.problems import Where

_COMMITMENTS = (
    ("W401", "goal", "no question is a goal, so there is none to look back on next time"),
    ("W402", "action", "no question is an action, so there is nothing to follow up next time"),
)


def missing_commitments(framework: Framework) -> Iterator[Flaw]:
    """What a coaching conversation has, and this one has not."""
    kinds = {answer_kind(spot.question) for spot in Spots(framework).all}
    for code, kind, said in _COMMITMENTS:
        if framework.kind == "conversation" and kind not in kinds:
            yield Flaw(code, ("stages",), said, f"give one of them  type: {kind}", level="warning")


def nameless_histories(framework: Framework, unnamed: Collection[Where]) -> Iterator[Flaw]:
    """Questions whose answers are compared over the sessions, by an id that is only made from their words."""
    for spot in Spots(framework).all:
        if spot.where in unnamed and _has_history(spot.question):
            hint = f"add  id: {id_from(spot.question.ask, set(), 'question')}"
            said = "no id: if you reword this question, its history starts again"
            yield Flaw("W404", (*spot.where, "ask"), said, hint, level="warning")


def _has_history(question: Question) -> bool:
    return question.type in {"scale", "goal", "action"} or question.keep_as is not None
