"""Second versions of a session's file, which a synchronising program or a hand has put beside it."""

from contextlib import suppress
from pathlib import Path

from coachcli.errors import CoachError
from coachcli.store.disk import copies
from coachcli.store.session import records


def copies_of(session_file: Path) -> list[Path]:
    """The other versions of a session: files named after it, and those that say they are the same session."""
    session_id = _id_in(session_file)
    beside = (path for path in sorted(session_file.parent.iterdir()) if path != session_file and _is_plain(path))
    return [path for path in beside if _is_copy(path, session_file, session_id)]


def session_beside(path: Path) -> Path | None:
    """The session's file of which this is another version, or itself; None where it is a version of nothing there."""
    name = copies.original_of(path.name)
    if name is not None:
        return path.with_name(name) if _is_plain(path.with_name(name)) else None
    names = [f"{stem}.yaml" for stem in _stems(path)]
    other = () if path.name in names else filter(_is_plain, map(path.with_name, names))
    return next(iter(other), path)


def _is_copy(path: Path, session_file: Path, session_id: str | None) -> bool:
    name = copies.original_of(path.name)
    if name is not None:
        return name == session_file.name
    return path.suffix == ".yaml" and session_id is not None and _id_in(path) == session_id


def _is_plain(path: Path) -> bool:
    return not path.name.startswith(".") and path.is_file() and not path.is_symlink()


def _id_in(path: Path) -> str | None:
    with suppress(CoachError):  # told of where it is opened
        return str(records.read(path).data.get("id"))
    return None


def _stems(path: Path) -> list[str]:
    """The names of the session that this file says it is, by each framework it was walked along."""
    with suppress(CoachError):
        said = records.read(path).data
        when = str(said.get("id")).rpartition("/")[2]
        frameworks = (said.get("framework"), *(said.get("switched_from") or ()))
        return [f"{when}-{one.get('id')}" for one in frameworks if isinstance(one, dict)]
    return []
