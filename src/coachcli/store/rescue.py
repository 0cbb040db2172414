"""Where a session goes when the practice cannot take it: a folder on what may be another disk."""

from pathlib import Path

from coachcli.errors import CoachError
from coachcli.store import files


def folder() -> Path:
    """The user's own state folder on this platform."""
    from platformdirs import user_state_path  # noqa: PLC0415 only when things go wrong

    return user_state_path("coachcli", appauthor=False) / "rescue"


def rescue_file(session_file: Path, base: str) -> Path:
    """Where the rescued copy of a session would be; `base` is the digest of the file that could not be replaced."""
    return folder() / f"{session_file.parent.parent.name}--{session_file.stem}.{base[:12]}.yaml"


def put(session_file: Path, base: str, data: bytes) -> Path | None:
    """Keep a session outside the practice; None where that fails as well."""
    path = rescue_file(session_file, base)
    try:
        files.make_folder(path.parent, inside=path.parent.parent)
        seen = files.digest(files.read_bytes(path)) if path.exists() else None
        files.replace(path, data, expected=seen)
    except (CoachError, OSError):
        return None
    return path


def get(session_file: Path, base: str) -> bytes | None:
    """What was rescued when the file could not be replaced, if it is still as it was then."""
    path = rescue_file(session_file, base)
    return files.read_bytes(path) if path.exists() else None


def clear(session_file: Path, base: str) -> None:
    """The session is where it belongs: the copy is not needed any more."""
    files.remove(rescue_file(session_file, base))
