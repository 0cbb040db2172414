"""What was deleted is only moved: into `.trash`, from where it can be brought back."""

import re
from dataclasses import dataclass
from glob import escape
from itertools import count
from pathlib import Path

from coachcli.domain.text import clean, one_line
from coachcli.errors import InUseError, NotFoundError
from coachcli.store.client.clients import clients, named
from coachcli.store.disk import files
from coachcli.store.paths import Practice
from coachcli.store.session.sessions import belongings

# Other things lie in the trash as well, such as sessions as they were before they were edited.
_SESSION = re.compile(r"\d{4}-\d\d-\d\d-\d{4}-.+")


@dataclass(frozen=True, slots=True)
class Trashed:
    """A deleted session: its file in the trash, and the client it belongs to."""

    path: Path
    client: str

    @property
    def name(self) -> str:
        """What the session is called by."""
        return f"{self.client}/{self.path.stem}"


def delete(practice: Practice, session_file: Path) -> Trashed:
    """Move a session and all that belongs to it into the trash."""
    client = session_file.parent.parent.name
    folder = practice.trash / client
    files.make_folder(folder, inside=practice.root)
    stem = _free_stem(folder, session_file.stem)
    endings = [part.name.removeprefix(session_file.stem) for part in belongings(session_file)]
    # The session itself goes last: until then it is still where it was.
    for ending in reversed(endings):
        moved = files.move_to(session_file.with_name(f"{session_file.stem}{ending}"), folder / f"{stem}{ending}")
    return Trashed(moved, client)


def trashed(practice: Practice) -> list[Trashed]:
    """Deleted sessions, the last deleted first."""
    found = [path for path in practice.trash.glob("*/*.yaml") if _SESSION.fullmatch(path.stem)]
    plain = [path for path in found if not path.is_symlink() and not path.parent.is_symlink()]
    latest = sorted(plain, key=lambda path: path.lstat().st_ctime_ns, reverse=True)
    return [Trashed(path, path.parent.name) for path in latest]


def restore(practice: Practice, wanted: str | None) -> Path:
    """Bring a session back, the last deleted one where none is named; returns its file."""
    item = _meant(practice, wanted)
    folder = practice.sessions(item.client)
    if (folder / item.path.name).exists():
        raise InUseError(f"{folder / item.path.name} is there already.", "Nothing was overwritten.")
    files.make_folder(folder, inside=practice.root)
    for part in reversed(belongings(item.path)):
        back = files.move(part, folder)
    return back


def _free_stem(folder: Path, stem: str) -> str:
    """A name under which nothing lies in the trash yet, so that what belongs together stays together."""
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(name for name in names if not any(folder.glob(f"{escape(name)}.*")))


def _meant(practice: Practice, wanted: str | None) -> Trashed:
    items = trashed(practice)
    if not items:
        raise NotFoundError("The trash is empty.", "coach session list shows what is there.")
    if wanted is None or wanted.strip().casefold() == "last":
        return items[0]
    name, slash, when = wanted.strip().partition("/")
    client = named(name, clients(practice))
    spellings = [wanted.strip(), f"{client.id}{slash}{when}"] if client else [wanted.strip()]
    found = [item for spelling in spellings for item in items if _is_meant(item, spelling)]
    if not found:
        there = ", ".join(item.name for item in items[:3])
        raise NotFoundError(f"{one_line(clean(wanted))[:60]} is not in the trash.", f"There is: {there}")
    return found[0]


def _is_meant(item: Trashed, wanted: str) -> bool:
    return wanted in {item.client, item.name} or ("/" in wanted and item.name.startswith(f"{wanted}-"))
