"""What was deleted is only moved: into `.trash`, from where it can be brought back."""

from dataclasses import dataclass
from pathlib import Path

from coachcli.errors import InUseError, NotFoundError
from coachcli.store import files
from coachcli.store.paths import Practice
from coachcli.store.sessions import belongings


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
    # The session itself goes last: until then it is still where it was.
    parts = [files.move(part, folder) for part in reversed(belongings(session_file))]
    return Trashed(parts[-1], client)


def trashed(practice: Practice) -> list[Trashed]:
    """Deleted sessions, the last deleted first."""
    found = [path for path in practice.trash.glob("*/*.yaml") if not path.is_symlink()]
    latest = sorted(found, key=lambda path: path.lstat().st_ctime_ns, reverse=True)
    return [Trashed(path, path.parent.name) for path in latest]


def restore(practice: Practice, wanted: str | None) -> Path:
    """Bring a session back, the last deleted one where none is named; returns its file."""
    candidates = [item for item in trashed(practice) if wanted is None or _is_meant(item, wanted)]
    if not candidates:
        what = f"{wanted} is not in the trash." if wanted else "The trash is empty."
        raise NotFoundError(what, "coach session list shows what is there.")
    item = candidates[0]
    folder = practice.sessions(item.client)
    if (folder / item.path.name).exists():
        raise InUseError(f"{folder / item.path.name} is there already.", "Nothing was overwritten.")
    files.make_folder(folder, inside=practice.root)
    back = files.move(item.path, folder)
    for extra in item.path.parent.glob(f"{item.path.stem}.*"):
        files.move(extra, folder)
    return back


def _is_meant(item: Trashed, wanted: str) -> bool:
    return wanted in {item.client, item.name} or item.name.startswith(f"{wanted}-")
