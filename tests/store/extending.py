"""A framework to build upon, and what a file that extends it comes to."""

from collections.abc import Collection
from textwrap import dedent

from coachcli.domain.framework.fields import source_of
from coachcli.domain.framework.model import Framework
from coachcli.store.framework.check import Checked, check
from coachcli.store.framework.parent import Inherited, ParentError, inherited

PARENT = dedent("""\
    id: parent
    title: Parent
    minutes: 30
    about: For whom.
    renamed: {aim: goal}
    stages:
    - id: start
      title: Start
      minutes: 10
      cue: Slowly.
      ask:
      - {id: topic, type: line, ask: What is the topic?, keep_as: topic}
      - {id: goal, type: goal, ask: What do you want?, probes: [And then?, And what else?]}
      - {id: sure, type: scale, ask: How sure are you?, low: not at all, high: wholly, cue: Wait.}
      - {id: why, ask: What is missing?, when: sure below 6}
    - id: work
      title: Work
      steps:
      - id: look
        title: Look
        ask:
        - {id: seen, ask: What do you see?}
        - {id: mood, type: choice, ask: How is it?, choices: [Calm, Tense]}
      - id: find
        title: Find
        ask:
        - {id: ideas, type: line, many: 5, ask: What could you do?}
    - id: close
      title: Close
      ask:
      - {id: actions, type: action, ask: What will you do?}
""")


class Around:
    """Frameworks and packs by their names, without a disk."""

    def __init__(self, packs: Collection[str] = (), **frameworks: Framework) -> None:
        self._packs, self._frameworks = packs, frameworks

    def parent(self, name: str, language: str | None) -> Inherited:
        del language
        if name not in self._frameworks:
            raise ParentError("E321", f"there is no framework '{name}'", "did you mean 'parent'?")
        return inherited(name, source_of(self._frameworks[name]))

    def packs(self) -> Collection[str]:
        return self._packs


def read(text: str, name: str = "mine") -> Framework:
    """A framework that stands alone."""
    framework = check(text.encode(), name).framework
    assert framework is not None
    return framework


def extending(text: str, parent: Framework | None = None) -> Checked:
    """What a file comes to that extends a framework, the one above if no other."""
    above = parent or read(PARENT, "parent")
    return check(f"extends: parent\n{dedent(text)}".encode(), "mine", references=Around(["travel"], parent=above))


def resolved(text: str, parent: Framework | None = None) -> Framework:
    """The framework that such a file comes to, which must be one."""
    checked = extending(text, parent)
    assert checked.framework is not None, checked.problems
    return checked.framework


def shape(framework: Framework) -> list[str]:
    """Stages, steps and what is asked in them, in order."""
    lines = []
    for stage in framework.stages:
        inner = [f"{step.id}({' '.join(q.id for q in step.ask)})" for step in stage.steps or ()]
        lines.append(f"{stage.id}: {' '.join([*(q.id for q in stage.ask or ()), *inner])}")
    return lines
