"""Problems in a file, each with its line and a caret under the place."""

from collections.abc import Sequence

from wcwidth import wcswidth

from coachcli.domain.problems import Problem
from coachcli.domain.text import visible


def problem_text(name: str, lines: Sequence[str], problem: Problem) -> str:
    """One problem: what and where, the line with a caret right under the place, and what to do."""
    said = f"{name}:{problem.line}:{problem.column}: {problem.level}[{problem.code}]: {problem.text}"
    rows = [visible(said), *_excerpt(lines, problem)]
    if problem.hint:
        rows.append(visible(f"      = {problem.hint}"))
    return "\n".join(rows) + "\n"


def as_data(problem: Problem, file: str) -> dict[str, str | int]:
    """One problem for programs."""
    return {
        "code": problem.code,
        "level": problem.level,
        "file": file,
        "line": problem.line,
        "col": problem.column,
        "width": problem.width,
        "text": problem.text,
        "hint": problem.hint,
    }


def summary(name: str, problems: Sequence[Problem]) -> str:
    """How many of each."""
    errors = sum(problem.level == "error" for problem in problems)
    warnings = len(problems) - errors
    return visible(f"{name}: {_count(errors, 'error')}, {_count(warnings, 'warning')}\n")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _excerpt(lines: Sequence[str], problem: Problem) -> list[str]:
    if not 1 <= problem.line <= len(lines):
        return []
    line = lines[problem.line - 1].expandtabs(1)
    before = visible(line[: problem.column - 1])
    marked = visible(line[problem.column - 1 : problem.column - 1 + problem.width])
    gutter = f"{problem.line:>5} | "
    carets = "^" * max(1, _cells(marked))
    return [f"{gutter}{visible(line)}", f"{' ' * 6}| {' ' * _cells(before)}{carets}"]


def _cells(text: str) -> int:
    return max(0, wcswidth(text))
