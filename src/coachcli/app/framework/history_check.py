"""A framework held against the last session along it: whether what was answered will still be found."""

import re
from collections.abc import Iterator
from dataclasses import replace

from coachcli.app.context import Context
from coachcli.domain.framework.diff import Change, differences
from coachcli.domain.problems import Problem
from coachcli.store.framework import catalogue, snapshots
from coachcli.store.framework.catalogue import Source
from coachcli.store.framework.check import Checked

_LOST, _ANOTHER_KIND = "W405", "W406"


def checked(context: Context, source: Source) -> Checked:
    """A framework, checked; where it is the coach's own, also for answers that would be lost."""
    found = catalogue.checked(source)
    if found.framework is None or source.shipped:
        return found
    before = snapshots.latest(context.practice, source.id)
    if before is None:
        return found
    told = tuple(_problem(change, found) for change in _costly(differences(before, found.framework)))
    return replace(found, problems=tuple(sorted((*found.problems, *told), key=lambda one: (one.line, one.column))))


def _costly(changes: list[Change]) -> Iterator[Change]:
    """Those that come with advice are those by which answers are lost."""
    return (change for change in changes if change.hint)


def _problem(change: Change, found: Checked) -> Problem:
    line, column = _place(change.part, found.lines)
    if change.before and change.before != change.after and f"{change.before}:" in change.hint:
        text = f"this was '{change.before}' in your last session; now its answers begin anew"
        return Problem(_LOST, line, column, text, width=len(change.part), hint=change.hint, level="warning")
    text = f"'{change.part}' was a {change.before} in your last session, and is a {change.after} now"
    return Problem(_ANOTHER_KIND, line, column, text, width=len(change.part), hint=change.hint, level="warning")


def _place(part: str, lines: tuple[str, ...]) -> tuple[int, int]:
    """Where the file names a part; at its top where an id was made from the words."""
    for number, line in enumerate(lines, 1):
        match = re.search(rf"\bid: *({re.escape(part)})\s*(#|,|\}}|$)", line)
        if match:
            return number, match.start(1) + 1
    return 1, 1
