"""Second versions of a session's file, which a synchronising program or a person put beside it."""

from contextlib import suppress
from pathlib import Path

from coachcli.errors import CoachError
from coachcli.store.disk import copies
from coachcli.store.disk.primitives import in_words
from coachcli.store.session import records


def copies_of(session_file: Path) -> list[Path]:
    """The other versions of a session: files named after it, and those that say they are the same session."""
    session_id = _id_in(session_file)
    return [path for path in _beside(session_file) if _is_copy(path, session_file, session_id)]


def session_beside(path: Path) -> Path | None:
    """The session's file of which this is another version, or this one itself; None where there is no such file."""
    name = copies.original_of(path.name)
    names, otherwise = (_names_in(path), path) if name is None else ({name}, None)
    return path if path.name in names else next((one for one in _beside(path) if one.name in names), otherwise)


def _beside(path: Path) -> list[Path]:
    """The plain files in the same folder, without links."""
    with in_words(path.parent, "read"):
        there = sorted(path.parent.iterdir())
        return [one for one in there if one != path and one.name[0] != "." and one.is_file() and not one.is_symlink()]


def _is_copy(path: Path, session_file: Path, session_id: str | None) -> bool:
    name = copies.original_of(path.name)
    if name is not None:
        return name == session_file.name
    return path.suffix == ".yaml" and session_id is not None and _id_in(path) == session_id


def _id_in(path: Path) -> str | None:
    with suppress(CoachError):  # whoever opens it is told
        return str(records.read(path).data.get("id"))
    return None


def _names_in(path: Path) -> set[str]:
    """The names that a session's file may have by its own words: one for each framework it was walked along."""
    with suppress(CoachError):
        data = records.read(path).data
        when = str(data.get("id")).rpartition("/")[2]
        frameworks = (data.get("framework"), *(data.get("switched_from") or ()))
        return {f"{when}-{one.get('id')}.yaml" for one in frameworks if isinstance(one, dict)}
    return set()
