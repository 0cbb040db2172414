"""A framework as a coach reads it: its stages, its questions, and what they are for."""

from coachcli.domain.answer.types import answer_type
from coachcli.domain.framework.checks import Check
from coachcli.domain.framework.items import mentioned, written
from coachcli.domain.framework.model import Framework, Place, Stage, Step
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.framework.questions import ChoiceQuestion, ChoicesQuestion, Question
from coachcli.domain.languages import language_name
from coachcli.domain.line.sharing import share_of_answer
from coachcli.domain.session.circle import mark_of
from coachcli.domain.session.wording import length
from coachcli.domain.text import one_line
from coachcli.domain.value import Value

Line = tuple[int, str]

_KINDS = {
    "conversation": "",
    "meeting": "A meeting of an engagement.",
    "reflection": "The coach's own work, with no client present.",
}
_PHASES = {"call": "", "closing": "before the call ends", "after_call": "after the call"}
_MOMENTS = {"entering": "on entering", "leaving": "on leaving", "closing": "at the close"}


class _View(Value, frozen=True):
    """What is shown: the framework, whether with its probes, and the ids of the questions that others name."""

    framework: Framework
    probes: bool
    named: frozenset[str]


def outline(framework: Framework, *, probes: bool) -> list[Line]:
    """The lines of the outline, each with its depth."""
    view = _View(framework, probes, mentioned(framework))
    about = (framework.about, framework.credit, _KINDS[framework.kind], _order(framework), _topics(framework))
    lines = [(0, _title(framework)), *((0, one_line(text)) for text in about if text)]
    for stage in framework.stages:
        lines += [(0, ""), *_stage(view, stage)]
    hints = [(0, f"Hint {text}") for text in map(_at_the_close, framework.checks)]
    return lines + ([(0, ""), *hints] if hints else [])


def _title(framework: Framework) -> str:
    minutes = f", {length(framework.minutes)}" if framework.minutes else ""
    language = "" if framework.language == "en" else f", {language_name(framework.language)}"
    return f"{framework.title} ({framework.id}{minutes}{language})"


def _order(framework: Framework) -> str:
    return "It begins with the map of its stages." if framework.order == "free" else ""


def _topics(part: Framework | Stage) -> str:
    return f"More follow-up questions: {', '.join(part.packs)}" if part.packs else ""


def _stage(view: _View, stage: Stage) -> list[Line]:
    minutes = f"  {stage.minutes} min" if stage.minutes else ""
    lines = [(0, f"{stage.title}{minutes}")]
    rows = (("Only if", stage.when), ("Aim:", stage.aim), ("Cue:", stage.cue))
    lines += [(1, f"{label} {one_line(text)}") for label, text in rows if text]
    lines += [(1, topics)] if (topics := _topics(stage)) else []
    for place in written(view.framework):
        if place.stage is stage:
            lines += _step(place.step) if place.step and place.question == place.step.ask[0] else []
            lines += _question(view, place)
    lines += [(1, f"On leaving: {one_line(stage.exit)}")] if stage.exit else []
    return lines + [(1, f"Hint {_moment(check, 'leaving')}: {one_line(check.say)}") for check in stage.checks]


def _step(step: Step) -> list[Line]:
    most = f", {step.most} at most" if step.most else ""
    loop = f"  (for each of {step.for_each}{most})" if step.for_each else ""
    lines = [(1, f"{step.title}{loop}")]
    lines += [(2, f"Only if {one_line(step.when)}")] if step.when else []
    return lines + ([(2, f"Cue: {one_line(step.cue)}")] if step.cue else [])


def _question(view: _View, place: Place) -> list[Line]:
    question, depth = place.question, 2 if place.step else 1
    share = share_of_answer(answer_kind(question), view.framework.share_with_at(place))
    mark = "" if share == "nobody" or question.type == "say" else f" {mark_of(share)}"
    about = _about(question, named=question.id in view.named)
    lines = [(depth, f"- {one_line(question.ask)} [{'; '.join(about)}]{mark}")]
    if isinstance(question, ChoiceQuestion | ChoicesQuestion) and question.choices:
        lines.append((depth + 1, " / ".join(map(one_line, question.choices))))
    if view.probes:
        lines += [(depth + 1, f"… {one_line(probe)}") for probe in question.probes]
    return lines


def _about(question: Question, *, named: bool) -> list[str]:
    """What a question takes and when it is asked; with its id, where another question or a check names it."""
    kind = answer_type(question).takes
    phase = _PHASES[question.phase]
    notes = [f"{f'{question.id}: ' if named else ''}{kind}{f', {phase}' if phase else ''}"]
    notes += [f"kept as {question.keep_as}"] if question.keep_as else []
    notes += [f"only if {one_line(question.when)}"] if question.when else []
    return notes + (["listed before the end"] if question.required else [])


def _at_the_close(check: Check) -> str:
    return f"{_moment(check, 'closing')}: {one_line(check.say)}"


def _moment(check: Check, usual: str) -> str:
    return _MOMENTS[check.at or usual]
