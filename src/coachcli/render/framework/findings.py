"""What a check of several files came to, in a line."""

from collections.abc import Sequence

from coachcli.domain.problems import Problem


def total(files: Sequence[Sequence[Problem]], unread: int) -> str:
    """How many files are good, how much is in the others, and how many could not be looked at."""
    levels = [problem.level for problems in files for problem in problems]
    errors, warnings = levels.count("error"), levels.count("warning")
    good = sum(not problems for problems in files)
    parts = ["all good"] if good == len(files) else [f"{good} good", _problems(errors, warnings)]
    parts += [f"{unread} could not be read"] if unread else []
    return f"{len(files)} checked: {'; '.join(parts)}\n"


def _problems(errors: int, warnings: int) -> str:
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
