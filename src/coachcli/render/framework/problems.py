"""Problems in a file, each with its line and a caret under the place."""

from collections.abc import Sequence

from coachcli.cells import cells
from coachcli.domain.problems import Problem
from coachcli.domain.text import visible

_USUAL_WIDTH = 120
_GUTTER = 8
# So many cells of a long line are shown before the place.
_BEFORE = 20


def problem_text(name: str, lines: Sequence[str], problem: Problem, width: int | None = None) -> str:
    """One problem: what and where it is, its line with carets under the place, and what to do.

    Of a line that is longer than the window, only the part around the place is shown.
    """
    head = f"{name}:{problem.line}:{problem.column}: {problem.level}[{problem.code}]: {problem.text}"
    rows = [visible(head), *_excerpt(lines, problem, (width or _USUAL_WIDTH) - _GUTTER)]
    if problem.hint:
        rows.append(visible(f"      = {problem.hint}"))
    return "\n".join(rows) + "\n"


def plain(problem: Problem, file: str) -> dict[str, str | int]:
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
    """How many errors and warnings a file has."""
    errors = sum(problem.level == "error" for problem in problems)
    warnings = len(problems) - errors
    return visible(f"{name}: {_count(errors, 'error')}, {_count(warnings, 'warning')}\n")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _excerpt(lines: Sequence[str], problem: Problem, room: int) -> list[str]:
    if not 1 <= problem.line <= len(lines):
        return []
    line = lines[problem.line - 1]
    at = min(problem.column - 1, len(line))
    before = visible(line[max(0, at - room) : at].expandtabs(1))
    if not _fits(line, room) and (at > room or cells(before) > _BEFORE):
        before = _end(before)
    marked, behind = _cut(line[at : at + problem.width], room - cells(before))
    after = "" if behind else _cut(line[at + problem.width :], room - cells(before + marked))[0]
    carets = "^" * max(1, cells(marked))
    return [f"{problem.line:>5} | {before}{marked}{after}", f"{' ' * 6}| {' ' * cells(before)}{carets}"]


def _fits(line: str, room: int) -> bool:
    return len(line) <= room and cells(visible(line.expandtabs(1))) <= room


def _end(text: str) -> str:
    """The end of a visible text, as much as is shown before a place."""
    while cells(text) > _BEFORE:
        text = text[1:]
    return f"…{text}"


def _cut(text: str, room: int) -> tuple[str, bool]:
    """As much of a text as there is room for, made visible; and whether something was cut."""
    shown = visible(text[: room + 1].expandtabs(1))
    if len(text) <= room + 1 and cells(shown) <= room:
        return shown, False
    while shown and cells(shown) >= room:
        shown = shown[:-1]
    return f"{shown}…", True


def total(files: Sequence[Sequence[Problem]], unread: int) -> str:
    """How many files are good, how many problems the others have, and how many files could not be read."""
    levels = [problem.level for problems in files for problem in problems]
    errors, warnings = levels.count("error"), levels.count("warning")
    good = sum(not problems for problems in files)
    parts = ["all good"] if good == len(files) else [f"{good} good", _problems(errors, warnings)]
    parts += [f"{unread} could not be read"] if unread else []
    return f"{len(files)} checked: {'; '.join(parts)}\n"


def _problems(errors: int, warnings: int) -> str:
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"
