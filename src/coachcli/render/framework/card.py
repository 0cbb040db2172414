"""A framework as a card for the desk: a page of Markdown to print, with what a coach wants to see during a call."""

from coachcli.domain.answer.types import answer_type
from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import Question
from coachcli.domain.framework.summary import first_sentence
from coachcli.domain.session.wording import length
from coachcli.domain.text import one_line
from coachcli.render.page.markdown import escaped


def framework_card(framework: Framework) -> str:
    """The whole card. What is written in the framework stays text: it makes no headings, links or HTML."""
    head = [f"# {_shown(framework.title)}", "", *_purpose(framework)]
    stages = [line for stage in framework.stages for line in _stage(stage)]
    foot = [f"*{_shown(framework.credit)}*", ""] if framework.credit else []
    return "\n".join([*head, *stages, *foot]).rstrip("\n") + "\n"


def _purpose(framework: Framework) -> list[str]:
    parts = [_shown(first_sentence(framework.about))] if framework.about else []
    parts += [f"**{length(framework.minutes)}**"] if framework.minutes else []
    return [" ".join(parts), ""] if parts else []


def _stage(stage: Stage) -> list[str]:
    minutes = f" · {stage.minutes} min" if stage.minutes else ""
    lines = [f"## {_shown(stage.title)}{minutes}", ""]
    notes = [_shown(stage.aim)] if stage.aim else []
    notes += [f"*{_shown(stage.cue)}*"] if stage.cue else []
    lines += ["  \n".join(notes), ""] if notes else []
    questions = [row for question in stage.ask or () for row in _question(question)]
    lines += [*questions, ""] if questions else []
    for step in stage.steps or ():
        lines += _step(step)
    return lines + ([f"→ {_shown(stage.exit)}", ""] if stage.exit else [])


def _step(step: Step) -> list[str]:
    loop = f" (for each of {_shown(step.for_each)})" if step.for_each else ""
    cue = [f"*{_shown(step.cue)}*", ""] if step.cue else []
    return [
        f"### {_shown(step.title)}{loop}",
        "",
        *cue,
        *(row for question in step.ask for row in _question(question)),
        "",
    ]


def _question(question: Question) -> list[str]:
    """A question: its words bold, with its notes and cue beside them and its probes below."""
    cue = f" *{_shown(question.cue)}*" if question.cue else ""
    row = f"- **{_shown(question.ask)}**{_notes(question)}{cue}"
    probes = " · ".join(map(_shown, question.probes))
    return [f"{row}\\", f"  <small>{probes}</small>"] if probes else [row]


def _notes(question: Question) -> str:
    """What the coach must know to ask a question rightly: its options, and when it is asked."""
    options = " / ".join(map(_shown, answer_type(question).options))
    notes = [options] if options else []
    notes += [f"only if {_shown(question.when)}"] if question.when else []
    notes += {"call": [], "closing": ["before the call ends"], "after_call": ["after the call"]}[question.phase]
    return f" ({'; '.join(notes)})" if notes else ""


def _shown(text: str) -> str:
    return escaped(one_line(text))
