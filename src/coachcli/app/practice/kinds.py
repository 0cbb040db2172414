"""Every kind of file that there is in a practice, each a row: where it lies, how it is called, and how it is read."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from coachcli.app.practice import readers
from coachcli.app.practice.readers import Desk
from coachcli.domain.practice.examination import Finding
from coachcli.patterns import pattern
from coachcli.render.engagement.schema import ENGAGEMENT_FILE, ROAD_FILE
from coachcli.render.framework.schema import DERIVED_FILE, PLAIN_FILE
from coachcli.store.client.engagements import is_used
from coachcli.store.disk import copies, temp_files
from coachcli.store.framework.files import EARLIER_HOURS, is_taken
from coachcli.store.session.folder import is_conflict, second_version
from coachcli.store.session.place import is_session_name

Read = Callable[[Desk, Path], Iterable[Finding]]


class Kind(NamedTuple):
    """A kind of file: what one and several are called, the folders in which it lies, its name, and how it is read."""

    one: str
    many: str
    folder: str
    is_one: Callable[[str], bool]
    read: Read = readers.whole

    @property
    def is_read(self) -> bool:
        """Whether anything of it is read: what can be made anew is not."""
        return self.read is not readers.nothing


def _named(*names: str) -> Callable[[str], bool]:
    return lambda name: name in names


def _like(shape: str) -> Callable[[str], bool]:
    whole = pattern(shape, re.DOTALL)
    return lambda name: whole.fullmatch(name) is not None


def _any(name: str) -> bool:
    return bool(name)


def _is_session(name: str) -> bool:
    return is_session_name(name) and not is_conflict(name)


_CLIENT = r"clients/[^/]+"
_SOMEBODY = rf"(?:{_CLIENT}|own)"
_OF_FRAMEWORKS = r"frameworks(?:/packs|/roads|/credentials)?"
_EDITED = rf"(?:{_OF_FRAMEWORKS}|{_CLIENT}/engagements)"
_SESSIONS = rf"{_SOMEBODY}/sessions"
_KEPT = _like(r"[0-9a-f]{64}\.yaml")
_SCHEMAS = PLAIN_FILE, DERIVED_FILE, ENGAGEMENT_FILE, ROAD_FILE

KINDS = (
    Kind("session", "sessions", _SESSIONS, _is_session, readers.session),
    Kind("page of a session", "pages of sessions", _SESSIONS, _like(r"\d{4}-[^~ ]*\.md"), readers.page),
    Kind("line being typed", "lines being typed", _SESSIONS, _like(r".*\.draft(?:\..+)?"), readers.draft),
    Kind("client", "clients", _CLIENT, _named("client.yaml"), readers.client),
    Kind("engagement", "engagements", rf"{_CLIENT}/engagements", is_used, readers.engagement),
    Kind("file between sessions", "files between sessions", _SOMEBODY, _named("between.yaml"), readers.happened),
    Kind("export", "exports", rf"{_SOMEBODY}/exports(?:/.+)?", _any),
    Kind("text kept for later", "texts kept for later", _EDITED, _like(r".+\.draft\.ya?ml")),
    Kind("framework", "frameworks", r"frameworks", lambda name: is_taken(Path(name)), readers.framework),
    Kind("topic pack", "topic packs", r"frameworks/packs", lambda name: is_taken(Path(name)), readers.framework),
    Kind("road", "roads", r"frameworks/roads", lambda name: is_taken(Path(name)), readers.framework),
    Kind("credential", "credentials", r"frameworks/credentials", lambda name: is_taken(Path(name)), readers.framework),
    Kind("schema for editors", "schemas for editors", r"frameworks", _named(*_SCHEMAS)),
    Kind("text in an editor", "texts in an editor", _EDITED, _like(r"\..+\.edit\.ya?ml"), readers.left_copy),
    Kind("version before", "versions before", _EDITED, _like(r"\..+\.ya?ml\.bak")),
    Kind("settings file", "settings files", r"", _named("coach.yaml"), readers.coach_settings),
    Kind("file of earlier hours", "files of earlier hours", r"", _named(EARLIER_HOURS), readers.framework),
    Kind("page on the practice", "pages on the practice", r"", _named("README.md")),
    Kind("picture", "pictures", r"", _like(r"(?i:.+\.(?:png|jpe?g))")),
    Kind("framework as it was", "frameworks as they were", r"\.snapshots", _KEPT, readers.snapshot),
    Kind("deleted session", "deleted sessions", r"\.trash/[^/]+", is_session_name, readers.deleted),
    Kind("other deleted file", "other deleted files", r"\.trash(?:/.+)?", _any),
    Kind("text in an editor", "texts in an editor", r"\.editing", _like(r".+\.(?:yaml|md)"), readers.left_copy),
    Kind("counter", "counters", r"\.counters", _like(r".+\.json"), readers.counter),
    Kind("lock", "locks", r"\.locks", _like(r"\..*\.lock"), readers.nothing),
    Kind("thing remembered", "things remembered", r"\.index(?:/.+)?", _any, readers.nothing),
)
"""The kinds, of which the first that fits is meant. A new kind of file is a row."""

OTHERS = frozenset({
    ".DS_Store", "Thumbs.db", "desktop.ini", ".directory", ".git", ".gitignore", ".gitattributes", ".stfolder",
    ".stignore", ".stversions", ".obsidian", ".sync", ".dropbox", ".dropbox.cache", "@eaDir", ".localized",
})  # fmt: skip
"""What other programs keep in any folder. It is none of ours, and nothing is wrong with it."""


def kind_of(folder: str, name: str) -> Kind | None:
    """The kind of a file by its place; None where no command knows one of that name there."""
    return next((kind for kind in KINDS if re.fullmatch(kind.folder, folder) and kind.is_one(name)), None)


def is_known_folder(name: str) -> bool:
    """Whether files of some kind lie in a folder, or in one below it."""
    return name in _ABOVE or any(re.fullmatch(kind.folder, name) for kind in KINDS)


_ABOVE = frozenset({"clients", "own"})


def is_half_written(name: str) -> bool:
    """Whether a file of this name was on its way to another name."""
    return temp_files.is_leftover(name)


def odd_name(desk: Desk, folder: str, path: Path) -> Iterator[Finding]:
    """What is wrong with a file of no kind: half written, a second version, or nobody's."""
    original = copies.original_of(path.name)
    if is_half_written(path.name):
        hint = "Nobody needs it: it goes when the next session begins."
        yield desk.finding(path, "was half written when a process was stopped.", hint)._replace(level="warning")
    elif original is not None and (kind := kind_of(folder, original)) is not None:
        yield _second_version(desk, kind, path, path.with_name(original))
    else:
        hint = "Give it the name it should have, or put it somewhere else; a backup has it."
        yield desk.finding(path, "belongs to nobody: no command knows a file of this name here.", hint)


def _second_version(desk: Desk, kind: Kind, path: Path, original: Path) -> Finding:
    if kind.read is readers.session:
        return desk.told(path, second_version(path, original))
    if not original.exists():
        hint = f"There is no first one. If it is the right one, call it {original.name}"
        return desk.finding(path, "has the name of a copy, and is not used.", hint)
    hint = "Keep in the one what is right of the other, then put that one elsewhere."
    return desk.finding(path, f"is a second version of {original.name}, and is not used.", hint)
