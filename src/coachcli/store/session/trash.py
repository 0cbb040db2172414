"""Deleted sessions, which are only moved into `.trash`, from where they can be brought back."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from coachcli.command_line import command
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import Value
from coachcli.errors import InUseError, NotFoundError
from coachcli.store.client.clients import clients, named, own_work
from coachcli.store.disk import copies, files
from coachcli.store.disk.status import is_link, is_there
from coachcli.store.paths import Practice
from coachcli.store.session.place import client_of, is_named_as_one
from coachcli.store.session.sessions import belongings


class Trashed(Value, frozen=True):
    """A deleted session: its file in the trash, and the client it belongs to."""

    path: Path
    client: str

    @property
    def name(self) -> str:
        """The name of the session."""
        return f"{self.client}/{self.path.stem}"


def delete(practice: Practice, session_file: Path) -> Trashed:
    """Move a session and all that belongs to it into the trash."""
    client = client_of(session_file)
    folder = _folder(practice, session_file)
    stem = _free_stem(folder, session_file.stem)
    endings = [part.name.removeprefix(session_file.stem) for part in belongings(session_file)]
    # The session itself is moved last: until then it is still where it was.
    for ending in reversed(endings):
        moved = files.move_to(session_file.with_name(f"{session_file.stem}{ending}"), folder / f"{stem}{ending}")
    return Trashed(moved, client)


def keep_version(practice: Practice, session_file: Path, version: bytes, what: str) -> Path:
    """Put a version of a session into the trash, before another takes its place; `what` stands in its name."""
    folder = _folder(practice, session_file)
    path = folder / f"{_free_stem(folder, f'{session_file.stem}.{what}')}.yaml"
    files.replace(path, version, expected=None)
    return path


def take_away(practice: Practice, session_file: Path, version: Path, what: str) -> Path:
    """Move a version of a session into the trash; `what` stands in its name."""
    folder = _folder(practice, session_file)
    return files.move_to(version, folder / f"{_free_stem(folder, f'{session_file.stem}.{what}')}.yaml")


def trashed(practice: Practice) -> list[Trashed]:
    """The deleted sessions, the last deleted first; versions from before a session was edited are none of them."""
    latest = sorted(_sessions(practice), key=_deleted_at, reverse=True)
    return [Trashed(path, path.parent.name) for path in latest]


def _deleted_at(path: Path) -> int:
    """When a file was put there; long ago where it may not be looked at."""
    try:
        return path.lstat().st_ctime_ns
    except OSError:
        return 0


def _sessions(practice: Practice) -> Iterator[Path]:
    for folder in files.entries(practice.trash):
        if folder.is_dir(follow_symlinks=False):
            inside = practice.trash / folder.name
            paths = (inside / entry.name for entry in files.entries(inside) if not entry.is_symlink())
            yield from (path for path in paths if is_named_as_one(_name_before(path)))


def _name_before(path: Path) -> Path:
    """A file with the name it had before it lay in the trash beside others of that name."""
    return path.with_name(copies.original_of(path.name) or path.name)


def restore(practice: Practice, wanted: str | None) -> Path:
    """Bring a session back, the last deleted one where `wanted` names none; returns its file."""
    item = _meant(practice, wanted)
    target = practice.sessions(item.client) / _name_before(item.path).name
    if is_there(target) or is_link(target):
        raise InUseError(f"{target} is there already.", "Nothing was overwritten.")
    files.make_folder(target.parent, inside=practice.root)
    for part in reversed(belongings(item.path)):
        ending = part.name.removeprefix(item.path.stem)
        back = files.move_to(part, target.with_name(f"{target.stem}{ending}"))
    return back


def _folder(practice: Practice, session_file: Path) -> Path:
    """The folder in the trash for a client's sessions, made where it is missing."""
    folder = practice.trash / client_of(session_file)
    files.make_folder(folder, inside=practice.root)
    return folder


def _free_stem(folder: Path, stem: str) -> str:
    """A name under which no file lies in the trash yet, so that the files of one session stay together."""
    there = [entry.name for entry in files.entries(folder)]
    names = (stem if number == 1 else f"{stem} ({number})" for number in count(1))
    return next(name for name in names if not any(entry.startswith(f"{name}.") for entry in there))


def _meant(practice: Practice, wanted: str | None) -> Trashed:
    items = trashed(practice)
    if not items:
        raise NotFoundError("The trash is empty.", f"{command('session', 'list')} shows what is there.")
    if wanted is None or wanted.strip().casefold() == "last":
        return items[0]
    name, slash, when = wanted.strip().partition("/")
    client = named(name, (*own_work(practice), *clients(practice)))
    spellings = [wanted.strip(), f"{client.id}{slash}{when}"] if client else [wanted.strip()]
    matches = [item for spelling in spellings for item in items if _is_meant(item, spelling)]
    if not matches:
        there = ", ".join(item.name for item in items[:3])
        raise NotFoundError(f"{one_line(clean(wanted))[:60]} is not in the trash.", f"There is: {there}")
    return matches[0]


def _is_meant(item: Trashed, wanted: str) -> bool:
    return wanted in {item.client, item.name} or ("/" in wanted and item.name.startswith(f"{wanted}-"))
