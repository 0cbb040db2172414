"""A framework with a slip in it, and what the carets stand under."""

from coachcli.domain.problems import Problem
from coachcli.store.framework.check import Checked

# No client is there, so nobody misses a goal or an action.
OWN_WORK = "kind: reflection\nwith: alone\n"


def asking(*lines: str) -> str:
    """A framework with these lines below its only `ask:`, which is line 3; they begin at column 7."""
    return "\n".join(["stages:", "  - title: Start", "    ask:", *(f"      {line}" for line in lines), OWN_WORK])


def marked(checked: Checked, problem: Problem) -> str:
    """What the carets stand under."""
    line = checked.lines[problem.line - 1]
    return line[problem.column - 1 : problem.column - 1 + problem.width]
