"""How a file of each kind is read when a practice is checked: whole, by the reader that every command has, and no more.

Nothing here writes, remembers or moves anything.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path

from coachcli.domain.practice.examination import Finding
from coachcli.domain.problems import Problem
from coachcli.domain.session.model import NO_ENGAGEMENT
from coachcli.errors import CoachError
from coachcli.patterns import pattern
from coachcli.store import edited_copies, settings
from coachcli.store.client import client_file, engagements
from coachcli.store.disk import files, reader
from coachcli.store.framework import catalogue
from coachcli.store.framework.files import sources_in
from coachcli.store.index.census import session_in
from coachcli.store.paths import Practice, draft_file
from coachcli.store.session import between, drafts, sessions
from coachcli.store.session.folder import belongs_to_nobody
from coachcli.store.session.place import client_of
from coachcli.store.yaml_io import strict_reader

_PLACE = pattern(r":(?P<line>\d+)(?::\d+)?: ")


class Desk:
    """The practice that is checked on a day, and what was read of it so far."""

    def __init__(self, practice: Practice, today: date) -> None:
        self.practice = practice
        self.today = today
        self.ids: dict[str, str] = {}
        self._agreed: dict[str, frozenset[str]] = {}

    @cached_property
    def frameworks(self) -> list[str]:
        """The ids of all frameworks."""
        return [source.id for source in sources_in(self.practice.frameworks)]

    def name_of(self, path: Path) -> str:
        """A path below the practice, with slashes."""
        return path.relative_to(self.practice.root).as_posix()

    def agreed(self, client_id: str) -> frozenset[str]:
        """The names of the engagements that there are with a client."""
        if client_id not in self._agreed:
            names = (entry.name for entry in reader.entries(self.practice.engagements(client_id)))
            self._agreed[client_id] = frozenset(Path(name).stem for name in names if engagements.is_used(name))
        return self._agreed[client_id]

    def finding(self, path: Path, text: str, hint: str = "", line: int | None = None) -> Finding:
        """Something that is wrong with a file."""
        return Finding("", self.name_of(path), text, hint, line)

    def told(self, path: Path, error: CoachError) -> Finding:
        """What an error says of a file, with its place apart."""
        about = error.message.removeprefix(str(path))
        place = _PLACE.match(about) if about != error.message else None
        text = about[place.end() :] if place else about.strip()
        line = int(place["line"]) if place else None
        return self.finding(path, text.replace(f"{self.practice.root}/", ""), error.hint, line)


def whole(desk: Desk, path: Path) -> Iterator[Finding]:
    """A file of which nothing is asked but that it can be read."""
    del desk
    reader.read_bytes(path)
    yield from ()


def nothing(desk: Desk, path: Path) -> Iterator[Finding]:
    """A file that can be made anew at any time, or that is empty: it is not read."""
    del desk, path
    yield from ()


def coach_settings(desk: Desk, path: Path) -> Iterator[Finding]:
    """The settings."""
    del path
    settings.load(desk.practice)
    yield from ()


def framework(desk: Desk, path: Path) -> Iterator[Finding]:
    """A framework, a translation, a topic pack, a road, what a credential asks for, or hours from before."""
    yield from _problems(desk, path, catalogue.check_file(path, own=desk.practice.frameworks).problems)


def snapshot(desk: Desk, path: Path) -> Iterator[Finding]:
    """A framework as it was kept, which is known by its own digest."""
    from coachcli.store.framework.check import check  # noqa: PLC0415 only where one is checked

    data = reader.read_bytes(path, strict_reader.RECORD.bytes)
    if files.digest(data) != path.stem:
        hint = "Restore it from a backup; a session begun along it cannot be resumed by it."
        yield desk.finding(path, "is not what was kept: its name is no longer its digest.", hint)
    else:
        problems = check(data, "snapshot", strict_reader.RECORD).problems
        yield from (one for one in _problems(desk, path, problems) if one.level == "error")


def client(desk: Desk, path: Path) -> Iterator[Finding]:
    """Who a client is."""
    record, wrong = client_file.examined(path, reader.read_bytes(path, strict_reader.RECORD.bytes))
    yield from (desk.told(path, error) for error in wrong)
    if record.id and record.id != client_of(path / "x"):
        yield desk.finding(path, f"says that its folder is called {record.id}.", f"Write  id: {path.parent.name}")


def happened(desk: Desk, path: Path) -> Iterator[Finding]:
    """What happened between sessions."""
    between.load(desk.practice, path.parent.name)
    yield from ()


def engagement(desk: Desk, path: Path) -> Iterator[Finding]:
    """What was agreed with a client, with the days that are odd on the day of the check."""
    from coachcli.store.engagement.engagement_text import check_with_road  # noqa: PLC0415 only where one is checked

    data = reader.read_bytes(path, strict_reader.FRAMEWORK.bytes)
    yield from _problems(desk, path, check_with_road(data, path.stem, desk.frameworks, desk.today).problems)


def session(desk: Desk, path: Path) -> Iterator[Finding]:
    """A session: all of it, whether it lies where it says, and whether what it belongs to is there."""
    held = session_in(path)
    if not sessions.is_in_place(path, held):
        raise belongs_to_nobody([path], [held.client])
    first = desk.ids.setdefault(held.id, desk.name_of(path))
    if first != desk.name_of(path):
        yield desk.finding(path, f"says that it is the same session as {first}.", "Give one of them an id of its own.")
    if held.engagement not in {None, NO_ENGAGEMENT, *desk.agreed(client_of(path))}:
        hint = "Bring the engagement's file back, or correct the line in an editor."
        line = _line_of(path, b"engagement")
        yield desk.finding(path, "it belongs to an engagement that is not there.", hint, line)
    if held.status != "ended" and not (desk.practice.snapshots / f"{held.framework.sha256}.yaml").is_file():
        hint = "It can be read, and not gone on with; restore the folder .snapshots from a backup."
        yield desk.finding(path, "is not ended, and the framework it was begun with is not there any more.", hint)


def _line_of(path: Path, key: bytes) -> int | None:
    rows = reader.read_bytes(path).split(b"\n")
    return next((number for number, row in enumerate(rows, 1) if row.startswith(key + b":")), None)


def page(desk: Desk, path: Path) -> Iterator[Finding]:
    """The page beside a session."""
    reader.read_bytes(path)
    if not path.with_suffix(".yaml").exists():
        hint = "Look for the session in the trash or a backup; the page alone is used by no command."
        yield desk.finding(path, "is the page of a session that is not there.", hint)


def draft(desk: Desk, path: Path) -> Iterator[Finding]:
    """A line that was being typed."""
    data = reader.read_bytes(path)
    name = path.name.partition(".draft")[0]
    if not path.with_name(f"{name}.yaml").exists():
        hint = "Read it before you remove it: these words may be nowhere else."
        yield desk.finding(path, "is a line typed in a session that is not there.", hint)
    elif path.name != draft_file(path.with_name(f"{name}.yaml")).name and ".damaged" in path.name:
        yield desk.finding(path, "is a line that was damaged, and kept.", "Read it before you remove it.")
    elif data and not drafts.is_whole(data):
        yield desk.finding(path, "cannot be wholly read.", "Resume the session: what can be rescued of it comes back.")


def counter(desk: Desk, path: Path) -> Iterator[Finding]:
    """Which sessions were held last on a machine."""
    try:
        json.loads(reader.read_bytes(path))
    except (ValueError, RecursionError):
        hint = "Remove it: the next session begins it anew, and until then the times in the files tell."
        yield desk.finding(path, "cannot be read.", hint)


def left_copy(desk: Desk, path: Path) -> Iterator[Finding]:
    """What an editor had open."""
    reader.read_bytes(path)
    if edited_copies.is_untouched(path):
        hint = "If no editor has it open, remove it: nothing was saved in it."
        yield desk.finding(path, "is as an editor opened it.", hint)._replace(level="warning")
        return
    hint = "If no editor has it open, edit the same thing again, and say whether to go on with it."
    yield desk.finding(path, "is open in an editor, or left of one that was stopped.", hint)._replace(level="warning")


def deleted(desk: Desk, path: Path) -> Iterator[Finding]:
    """A deleted session, which is to be as whole when it is brought back."""
    if session_in(path).client != path.parent.name:
        hint = "Put it into the folder of that client, or bring it back and say whose it is."
        yield desk.finding(path, "lies with what was deleted of another client.", hint)


def _problems(desk: Desk, path: Path, problems: Iterable[Problem]) -> Iterator[Finding]:
    name = desk.name_of(path)
    for one in problems:
        yield Finding("", name, f"{one.text}.", one.hint, one.line, one.level)
