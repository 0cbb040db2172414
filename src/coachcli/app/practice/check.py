"""The check of a whole practice: every file is read, nothing is written, and all that is wrong is told at once."""

import stat
import sys
from collections import Counter
from collections.abc import Iterator

from coachcli.app.context import Context
from coachcli.app.practice import kinds
from coachcli.app.practice.readers import Desk
from coachcli.command_line import command
from coachcli.domain.practice.examination import Count, Examination, Finding
from coachcli.errors import CoachError, NotFoundError
from coachcli.patterns import pattern
from coachcli.store.client import folders
from coachcli.store.disk.reader import passed_over_link
from coachcli.store.disk.status import is_folder
from coachcli.store.disk.tree import Found, walk
from coachcli.store.erase import hold
from coachcli.store.index.census import watch
from coachcli.store.paths import Practice

_CLIENT = pattern(r"clients/[^/]+")
_FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_PLACES, _RIGHTS = "files and folders", "rights"


def check(context: Context) -> Examination:
    """All that is wrong with any file of the practice; raises NotFoundError where there is none."""
    practice = context.practice
    if not is_folder(practice.root):
        raise NotFoundError(f"There is no practice in {practice.root}.", "Your first session makes it.")
    today = context.clock.now().date()
    inspection = _Inspection(Desk(practice, today))
    findings = list(inspection.findings())
    order = {kind.many: number for number, kind in enumerate(kinds.KINDS)}
    findings.sort(key=lambda found: (order.get(found.group, len(order)), found.file, found.line or 0))
    return Examination(today, inspection.counts, tuple(dict.fromkeys(findings)))


def number_of_files(practice: Practice) -> int:
    """How many files there are to be looked at."""
    return sum(found.is_file for found in walk(practice.root, _is_entered))


def _is_entered(found: Found) -> bool:
    is_ours = found.last not in kinds.OTHERS and not kinds.is_half_written(found.last)
    return found.is_folder and is_ours and kinds.is_known_folder(found.name)


class _Inspection:
    """One way through the practice."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._open_to_others: list[str] = []
        theirs = folders.client_folders(desk.practice)
        self._linked = {desk.name_of(path) for path in theirs.found}
        self._no_clients = theirs.passed_over
        self._read: Counter[str] = Counter()

    @property
    def counts(self) -> tuple[Count, ...]:
        """How many files of each kind were looked at."""
        names = {kind.many: kind.one for kind in kinds.KINDS if self._read[kind.many]}
        return tuple(Count(self._read[many], one, many) for many, one in names.items())

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong, as it is come upon."""
        tell = watch.get()
        for found in walk(self._desk.practice.root, self._is_entered):
            if found.last in kinds.OTHERS:
                continue
            yield from self._of(found)
            if found.is_file:
                tell()
        yield from self._rights()

    def _is_entered(self, found: Found) -> bool:
        return _is_entered(found) or (found.is_link and found.name in self._linked)

    def _of(self, found: Found) -> Iterator[Finding]:
        self._note_rights(found)
        wrong = found.wrong or self._wrong_place(found)
        if wrong is not None:
            yield self._place(found, wrong)
        elif found.is_file:
            yield from self._file(found)
        elif found.is_folder or found.is_link:
            yield from self._folder(found)
        else:
            text = "is not a plain file." if found.status is not None else "cannot be looked at."
            hint = "Put a plain file in its place, or take it away."
            yield self._desk.finding(found.path, text, hint)._replace(group=_PLACES)

    def _wrong_place(self, found: Found) -> CoachError | None:
        """The error for what cannot be a client's folder, or for any other link."""
        named = (error for error in self._no_clients if error.message.startswith(f"{found.path} "))
        is_passed_over = found.is_link and found.name not in self._linked
        return next(named, passed_over_link(found.path) if is_passed_over else None)

    def _place(self, found: Found, error: CoachError) -> Finding:
        return self._desk.told(found.path, error)._replace(group=_PLACES)

    def _file(self, found: Found) -> Iterator[Finding]:
        kind = None if kinds.is_half_written(found.last) else kinds.kind_of(found.folder, found.last)
        if kind is None:
            odd = kinds.odd_name(self._desk, found.folder, found.path)
            yield from (one._replace(group=_PLACES) for one in odd)
            return
        self._read[kind.many] += kind.is_read
        try:
            yield from (one._replace(group=kind.many) for one in kind.read(self._desk, found.path))
        except NotFoundError:  # gone since its folder was listed
            return
        except CoachError as error:
            yield self._desk.told(found.path, error)._replace(group=kind.many)

    def _folder(self, found: Found) -> Iterator[Finding]:
        if found.path == self._desk.practice.erasing:
            for one in hold.begun(self._desk.practice):
                text = f"has what is left of {one.name}, whose erasing is not finished."
                hint = f"To go on: {command('client', 'erase', one.id)}"
                yield self._desk.finding(found.path, text, hint)._replace(group=_PLACES)
        elif kinds.is_half_written(found.last):
            odd = kinds.odd_name(self._desk, found.folder, found.path)
            yield from (finding._replace(group=_PLACES) for finding in odd)
        elif not kinds.is_known_folder(found.name):
            hint = "Put it somewhere else if it is none of your practice; a backup has what is in it."
            yield self._desk.finding(found.path, "is a folder that no command knows.", hint)._replace(group=_PLACES)
        elif _CLIENT.fullmatch(found.name) and not (found.path / "client.yaml").exists():
            hint = f"If it is a client's, put a file  client.yaml  into it with a line  name: {found.last}"
            text = "is no client's folder: nothing in it says who they are."
            yield self._desk.finding(found.path, text, hint)._replace(group=_PLACES)

    def _note_rights(self, found: Found) -> None:
        if sys.platform == "win32" or found.status is None or found.is_link:
            return
        if found.status.st_mode & _FOR_OTHERS:
            self._open_to_others.append(found.name)

    def _rights(self) -> Iterator[Finding]:
        """One finding for all: a practice that was copied without its rights has thousands of such files."""
        if self._open_to_others:
            first, *more = self._open_to_others
            others = f", and so are {len(more)} more" if more else ""
            hint = f"Give them to yourself alone: chmod -R go= {self._desk.practice.root}"
            yield Finding(_RIGHTS, first, f"is open to others on this machine{others}.", hint)
