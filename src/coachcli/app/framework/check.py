"""The check of frameworks, once or whenever a file changes: by themselves, and against the last session along each."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NoReturn

from coachcli.app.context import Context
from coachcli.app.framework.catalogue import passed_over
from coachcli.app.garbage import collect_from_now
from coachcli.domain.framework.diff import Change, differences
from coachcli.domain.problems import Problem
from coachcli.domain.value import Value, changed
from coachcli.errors import CoachError, NotFoundError, UsageError
from coachcli.store.framework import catalogue, snapshots
from coachcli.store.framework.catalogue import Source
from coachcli.store.framework.check import Checked
from coachcli.store.framework.files import ENDINGS, is_taken, misnamed
from coachcli.store.paths import named_path

_POLL = 0.5  # seconds between two looks at the files

# When each file was changed, and how large it is.
_Stamps = dict[Path, tuple[int, int]]


class Examined(Value, frozen=True):
    """A file that was checked, under the name the coach gave it."""

    name: str
    checked: Checked


class Findings(Value, frozen=True):
    """What a check found, and what could not be looked at."""

    examined: tuple[Examined, ...]
    unread: tuple[CoachError, ...] = ()
    passed_over: tuple[str, ...] = ()
    """A sentence for each file that is not used; only where all frameworks were checked."""

    def exit_code(self, *, strict: bool = False) -> int:
        """The exit code of a check; warnings count only where it is strict."""
        if self.unread:
            return self.unread[0].exit_code
        return int(any(item.checked.problems if strict else item.checked.errors for item in self.examined))


def examine(context: Context, named: list[str]) -> Findings:
    """Check the files, folders or ids that are named; without any, all frameworks there are."""
    examined, unread = [], []
    for name, check in _everything(context) if not named else _named(context, named):
        try:
            examined.append(Examined(name, check()))
        except CoachError as error:
            unread.append(error)
    return Findings(tuple(examined), tuple(unread), () if named else tuple(passed_over(context)))


def watch(
    context: Context, named: list[str], show: Callable[[Findings], None], wait: Callable[[], None] | None = None
) -> NoReturn:
    """Check, and check again whenever a file changes, until the coach presses Ctrl-C."""
    collect_from_now()
    before: _Stamps | None = None
    while True:
        now = _stamps(context, named)
        if now != before:
            show(examine(context, named))
        before = now
        (wait or pause)()


def pause() -> None:
    """Wait for the time between two looks at the files."""
    time.sleep(_POLL)


_Check = Callable[[], Checked]


def _everything(context: Context) -> Iterator[tuple[str, _Check]]:
    for source in catalogue.sources(context.practice):
        yield source.id, partial(checked_with_history, context, source)
    own = context.practice.frameworks
    checked_paths = {source.path for source in catalogue.sources(context.practice)}
    for path in sorted(set(_yaml_files(own)) - checked_paths):
        yield str(path.relative_to(own)), partial(catalogue.check_file, path, own=own)


def _named(context: Context, named: list[str]) -> Iterator[tuple[str, _Check]]:
    for name in named:
        try:
            path = named_path(name)
        except UsageError as error:
            yield name, partial(_refused, error)
            continue
        if path.is_dir():
            yield from _in_folder(path)
        elif path.suffix in ENDINGS or path.is_file():
            yield name, partial(_file, context, path)
        else:
            yield name, partial(_by_id, context, name)


def _refused(error: UsageError) -> NoReturn:
    raise error


def _file(context: Context, path: Path) -> Checked:
    """Check a file anywhere. What it extends may lie in the practice, or beside it: the better of the two counts."""
    other = misnamed(path)
    if other is not None and not other.is_copy:
        raise UsageError(other.sentence, f"Call it {other.meant}, and check that.")
    checked = catalogue.check_file(path, own=context.practice.frameworks)
    return min(checked, catalogue.check_file(path), key=lambda one: len(one.errors)) if checked.errors else checked


def _by_id(context: Context, name: str) -> Checked:
    own = context.practice.frameworks
    translation = own / f"{name}.yaml"
    if "." in name and translation.is_file():
        return catalogue.check_file(translation, own=own)
    return checked_with_history(context, catalogue.find(context.practice, name))


def _in_folder(folder: Path) -> Iterator[tuple[str, _Check]]:
    paths = sorted(_yaml_files(folder))
    if not paths:
        yield str(folder), partial(_nothing_in, folder)
    for path in paths:
        yield str(path), partial(catalogue.check_file, path)


def _nothing_in(folder: Path) -> NoReturn:
    raise NotFoundError(f"There is no framework in {folder}.", "A framework is a file whose name ends in .yaml")


def _yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files in a folder and in the folders right below it, without drafts, which are unfinished on purpose."""
    for path in (*folder.glob("*"), *folder.glob("*/*")):
        inside = path.relative_to(folder).parts
        is_hidden = any(part.startswith(".") for part in inside)
        if is_taken(path) and not is_hidden and not path.stem.endswith(".draft"):
            yield path


def _stamps(context: Context, named: list[str]) -> _Stamps:
    """When each file was changed: those that are named, and the coach's own, which the named ones may extend."""
    paths = [*_yaml_files(context.practice.frameworks), *_watched(named)]
    stamps: _Stamps = {}
    for path in paths:
        with suppress(OSError):
            status = path.stat()
            stamps[path] = status.st_mtime_ns, status.st_size
    return stamps


def _watched(named: list[str]) -> Iterator[Path]:
    for name in named:
        with suppress(UsageError):
            path = named_path(name)
            yield from _yaml_files(path) if path.is_dir() else [path]


_LOST, _ANOTHER_KIND = "W405", "W406"


def checked_with_history(context: Context, source: Source) -> Checked:
    """Check a framework; one of the coach's own also for earlier answers that would be lost."""
    checked = catalogue.checked(source)
    if checked.framework is None or source.shipped:
        return checked
    before = snapshots.latest(context.practice, source.id)
    if before is None:
        return checked
    warnings = tuple(_problem(change, checked) for change in _costly(differences(before, checked.framework)))
    problems = sorted((*checked.problems, *warnings), key=lambda one: (one.line, one.column))
    return changed(checked, problems=tuple(problems))


def _costly(changes: list[Change]) -> Iterator[Change]:
    """The changes by which answers are lost: they are the ones that come with advice."""
    return (change for change in changes if change.hint)


def _problem(change: Change, checked: Checked) -> Problem:
    line, column = _place(change.part, checked.lines)
    if change.before and change.before != change.after and f"{change.before}:" in change.hint:
        text = f"this was '{change.before}' in your last session; now its answers begin anew"
        return Problem(_LOST, line, column, text, width=len(change.part), hint=change.hint, level="warning")
    text = f"'{change.part}' was a {change.before} in your last session, and is a {change.after} now"
    return Problem(_ANOTHER_KIND, line, column, text, width=len(change.part), hint=change.hint, level="warning")


def _place(part: str, lines: tuple[str, ...]) -> tuple[int, int]:
    """The line and column at which the file names a part; its top, where the id of the part was made from its words."""
    for number, line in enumerate(lines, 1):
        match = re.search(rf"\bid: *({re.escape(part)})\s*(#|,|\}}|$)", line)
        if match:
            return number, match.start(1) + 1
    return 1, 1
