"""From the bytes of a framework to nodes. Slips in its text become problems and are mended, so the rest is read."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from coachcli.domain.problems import Problem
from coachcli.domain.value import Value, changed
from coachcli.store.disk import files
from coachcli.store.framework.line_slips import Trap, is_suspect, traps
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Node
from coachcli.store.yaml_io.strict_reader import Limits, YamlProblemError

_TAB_WIDTHS = (2, 4, 8, 1)
# A file with more slips than this is no framework, or has the same slip again and again.
_MOST_TOLD = 200
# It is of no use to look through files with these problems line by line: too large, not UTF-8, damaged, empty.
_NO_TEXT = {"E105", "E106", "E107", "E108", "E109"}


class Reading(Value, frozen=True):
    """One reading of a file: its lines as they are and as they were meant, and the nodes, if there are any."""

    lines: tuple[str, ...]
    meant: tuple[str, ...]
    tree: Node | None
    problems: tuple[Problem, ...]
    mends: tuple[Trap, ...] = ()

    def in_file(self, problem: Problem) -> Problem:
        """A problem in the lines as they were meant, at its place in the file."""
        for mend in reversed(self.mends):
            if mend.line == problem.line and problem.column >= mend.at + mend.shift:
                problem = changed(problem, column=max(1, problem.column - mend.shift))
        return problem

    def all_problems(self, found: Iterable[Problem]) -> tuple[Problem, ...]:
        """Those of the text and those found in the lines as they were meant, in the order of the file."""
        problems = (*self.problems, *map(self.in_file, found))
        return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def file_bytes(path: Path) -> bytes:
    """The bytes of a framework, a translation or a pack; nothing is read of a file that is too large for one."""
    return files.read_bytes(path, strict_reader.FRAMEWORK.bytes)


def readings(data: bytes, limits: Limits) -> list[Reading]:
    """The readings of a file whose slips are mended; several where nobody knows how wide its tabs are."""
    lines = tuple(data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    twice: list[Problem] = []
    try:
        tree, error = strict_reader.read(data, limits, twice), None
    except YamlProblemError as caught:
        tree, error = None, caught.problem
    if error and error.code in _NO_TEXT:
        return [Reading(lines, lines, None, (error,))]
    looked = traps(lines, _TAB_WIDTHS[0]) if error or is_suspect(lines) else []
    found = [trap for trap in looked if error or trap.silent]
    told = tuple(trap.problem for trap in found if trap.problem)
    if len(told) > _MOST_TOLD:
        return [Reading(lines, lines, None, told[:_MOST_TOLD])]
    if not found:
        return [Reading(lines, lines, tree, (error,) if error else tuple(twice))]
    return _of_what_was_meant(lines, found, error, limits._replace(bytes=2 * limits.bytes))


def _of_what_was_meant(
    lines: tuple[str, ...], found: Sequence[Trap], error: Problem | None, limits: Limits
) -> list[Reading]:
    """The reading of a file with these slips mended."""
    attempts = [_attempt(lines, found, limits)]
    if any(trap.problem and trap.problem.code == "E101" for trap in found):
        wider = ([trap for trap in traps(lines, tab) if error or trap.silent] for tab in _TAB_WIDTHS[1:])
        attempts += [_attempt(lines, mends, limits) for mends in wider]
    return [attempt for attempt in attempts if attempt.tree is not None] or attempts[:1]


def _attempt(lines: tuple[str, ...], mends: Sequence[Trap], limits: Limits) -> Reading:
    meant = _meant(lines, mends)
    told = [trap.problem for trap in mends if trap.problem]
    reading = Reading(lines, meant, None, tuple(told), tuple(mends))
    twice: list[Problem] = []
    try:
        tree = strict_reader.read("\n".join(meant).encode(errors="replace"), limits, twice)
    except YamlProblemError as caught:
        after = reading.in_file(caught.problem)
        follows = any(problem.line == after.line or problem.code == "E101" for problem in told)
        return reading if follows else changed(reading, problems=(*told, after))
    return changed(reading, tree=tree, problems=(*told, *map(reading.in_file, twice)))


def _meant(lines: Sequence[str], mends: Sequence[Trap]) -> tuple[str, ...]:
    meant = list(lines)
    for mend in mends:
        meant[mend.line - 1] = mend.meant
    return tuple(meant)
