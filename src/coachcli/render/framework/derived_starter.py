"""The first version of a framework that extends another one: it changes nothing, and has an example of each change.

An example begins with `# `, and works once that is taken away; the words between them begin with `## ` and stay
comments.
"""

import json
from collections.abc import Iterator

from coachcli.domain.framework.items import mentioned, written
from coachcli.domain.framework.model import Framework, Place, Stage
from coachcli.domain.terms import FrameworkKind, Room
from coachcli.domain.text import one_line, visible
from coachcli.patterns import pattern

_PLAIN = pattern(r"[A-Za-z][\w .,;?!()'’-]*")
_WIDTH = 100

_HEAD = """\
# yaml-language-server: $schema=./coach-framework-derived.schema.json
# $schema: ./coach-framework-derived.schema.json
#
# {title}: as {parent} is, but for what is written here. When {parent} changes, so does this one.
# It works as it stands. Take the "# " away from a line to use it; what belongs together stands together.
#   coach framework show {id}      how it reads now
#   coach framework check {id}     whether all is well
id: {id}
title: {quoted}
extends: {parent}
version: 1
"""


def derived_starter(framework_id: str, title: str, parent: Framework, kind: FrameworkKind | None = None) -> str:
    """A framework that extends `parent`, with an example of every change, made of the parent's own ids."""
    head = _HEAD.format(id=framework_id, title=one_line(visible(title)), quoted=_scalar(title), parent=parent.id)
    return head + _kind(kind, parent) + "".join(f"{line}\n" for line in _examples(parent))


def _kind(kind: FrameworkKind | None, parent: Framework) -> str:
    """The lines of a kind that is not the parent's, and of who talks, where that is somebody else then."""
    if kind in {None, parent.kind}:
        return ""
    room: Room = "alone" if kind == "reflection" else "client" if parent.room == "alone" else parent.room
    return f"kind: {kind}\n" + (f"with: {room}\n" if room != parent.room else "")


def _examples(parent: Framework) -> Iterator[str]:
    yield from ("", "## How long you book it for.", f"# minutes: {parent.minutes or 45}")
    yield from ("", "## The questions there are, each by its id:", *_contents(parent))
    dropped = _dropped(parent)
    if dropped:
        yield from ("", "## Leave out a question, a step or a stage.", f"# remove: [{dropped.question.id}]")
    yield from ("", "# stages:")
    changed = next(place for place in written(parent) if place != dropped)
    yield from _changed(changed, set(parent.by_id))
    yield from _own_stage(parent, changed.stage)


def _contents(parent: Framework) -> Iterator[str]:
    for stage in parent.stages:
        ids = [place.question.id for place in written(parent) if place.stage is stage]
        row = f"##   {stage.id}: "
        for number, name in enumerate(ids):
            piece = name + ("" if number == len(ids) - 1 else ", ")
            if len(row) + len(piece) > _WIDTH:
                yield row.rstrip()
                row = "##     "
            row += piece
        yield row


def _changed(place: Place, taken: set[str]) -> Iterator[str]:
    """An example of a question in other words, and of one of the coach's own beside it."""
    question, deep = place.question, " " * 4
    yield f"#   - id: {place.stage.id}"
    if place.step is not None:
        yield from ("#     steps:", f"#       - id: {place.step.id}")
        deep = " " * 8
    yield from (
        f"# {deep}ask:",
        "## In your own words. It keeps its id, so earlier answers still belong to it;",
        "## what you do not write, such as its probes, stays as it is.",
        f"# {deep}  - id: {question.id}",
        f"# {deep}    ask: {_scalar(question.ask)}",
        "## A question of your own. Without before: or after: it comes last.",
        f"# {deep}  - id: {_free('my_question', taken)}",
        f"# {deep}    ask: What else should I know?",
        f"# {deep}    after: {question.id}",
    )


def _own_stage(parent: Framework, before: Stage) -> Iterator[str]:
    yield from (
        "## A stage of your own, after one that is there.",
        f"#   - id: {_free('my_stage', {stage.id for stage in parent.stages})}",
        "#     title: My stage",
        f"#     after: {before.id}",
        "#     minutes: 5",
        "#     ask:",
        "#       - What would somebody who knows you well say to this?",
    )


def _dropped(parent: Framework) -> Place | None:
    """The last question that could be left out: nothing else names it, and its stage or step has others."""
    spoken_of = mentioned(parent)
    for place in reversed(written(parent)):
        around = place.step.ask if place.step is not None else place.stage.ask or ()
        needed = place.question.keep_as or place.question.type in {"goal", "action"}
        if len(around) > 1 and not needed and place.question.id not in spoken_of and place != written(parent)[0]:
            return place
    return None


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_2"
    return name


def _scalar(text: str) -> str:
    """A text as one line of YAML: in quotes, where a sign in it could mean something in YAML."""
    text = one_line(visible(text))
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
