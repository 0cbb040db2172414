"""A framework as a coach reads it: its stages, its questions, and what they are for."""

from coachcli.domain.framework import Framework, Question, Stage
from coachcli.domain.text import one_line
from coachcli.domain.wording import length

_TYPES = {
    "note": "notes",
    "line": "a line",
    "scale": "a number",
    "choice": "one of several",
    "choices": "some of several",
    "yesno": "yes or no",
    "date": "a day",
    "number": "a number",
    "goal": "a goal",
    "action": "actions",
    "say": "to say",
}


def outline(framework: Framework, *, probes: bool) -> list[tuple[int, str]]:
    """Lines with how deep each stands."""
    lines = [(0, _title(framework))]
    if framework.about:
        lines.append((0, one_line(framework.about)))
    if framework.credit:
        lines.append((0, one_line(framework.credit)))
    for stage in framework.stages:
        lines += [(0, ""), *_stage(stage, probes=probes)]
    return lines


def _title(framework: Framework) -> str:
    minutes = f", {length(framework.minutes)}" if framework.minutes else ""
    return f"{framework.title} ({framework.id}{minutes})"


def _stage(stage: Stage, *, probes: bool) -> list[tuple[int, str]]:
    minutes = f"  {stage.minutes} min" if stage.minutes else ""
    lines = [(0, f"{stage.title}{minutes}")]
    lines += [(1, f"{label}: {one_line(text)}") for label, text in (("Aim", stage.aim), ("Cue", stage.cue)) if text]
    for question in stage.ask or ():
        lines += _question(question, 1, probes=probes)
    for step in stage.steps or ():
        lines.append((1, step.title))
        lines += [(2, f"Cue: {one_line(step.cue)}")] if step.cue else []
        for question in step.ask:
            lines += _question(question, 2, probes=probes)
    return lines + ([(1, f"On leaving: {one_line(stage.exit)}")] if stage.exit else [])


def _question(question: Question, depth: int, *, probes: bool) -> list[tuple[int, str]]:
    after = {"call": "", "closing": ", before the call ends", "after_call": ", after the call"}[question.phase]
    lines = [(depth, f"- {one_line(question.ask)} [{_TYPES[question.type]}{after}]")]
    if probes:
        lines += [(depth + 1, f"… {one_line(probe)}") for probe in question.probes]
    return lines
