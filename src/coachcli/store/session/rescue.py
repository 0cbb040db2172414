"""The folder for sessions that the practice cannot take; it may be on another disk."""

import os
from contextlib import suppress
from pathlib import Path

from coachcli.errors import CoachError
from coachcli.store.disk import files
from coachcli.store.disk.status import is_file, is_folder, is_there
from coachcli.store.paths import Practice, bounded, draft_file
from coachcli.store.session import drafts
from coachcli.store.session.drafts import Draft
from coachcli.store.session.place import client_of


def folder() -> Path:
    """The user's own state folder on this platform."""
    from platformdirs import user_state_path  # noqa: PLC0415 only when things go wrong

    # The user's own folders may be links. Inside a practice, and from here on, nothing is written through one.
    return Path(os.path.realpath(user_state_path("coachcli", appauthor=False))) / "rescue"


def rescue_file(session_file: Path, base: str) -> Path:
    """The path of the rescued copy of a session; `base` is the digest of the file that could not be replaced."""
    return folder() / f"{bounded(f'{client_of(session_file)}--{session_file.stem}')}.{base[:12]}.yaml"


def copies(practice: Practice) -> list[Path]:
    """All rescued copies of a practice's sessions; those of any practice where this one is gone."""
    kept = sorted(path for path in folder().glob("*--*") if path.suffix in {".yaml", ".draft"} and is_file(path))
    if not kept or not is_folder(practice.root):
        return kept
    there = (*practice.clients.glob("*/sessions/*.yaml"), *practice.own.glob("sessions/*.yaml"))
    names = {rescue_file(path, "").name.removesuffix("..yaml") for path in there}
    return [path for path in kept if path.name.rsplit(".", 2)[0] in names]


def put(session_file: Path, base: str, data: bytes) -> Path | None:
    """Keep a session outside the practice; None where that fails as well."""
    path = rescue_file(session_file, base)
    try:
        _make_folder()
        files.replace(path, data, expected=files.digest_of(path))
    except (CoachError, OSError):
        return None
    return path


def get(session_file: Path, base: str) -> bytes | None:
    """The rescued session, if the file that it could not replace is still as it was."""
    path = rescue_file(session_file, base)
    return files.read_bytes(path) if is_there(path) else None


def put_line(session_file: Path, base: str, draft: Draft) -> Path | None:
    """Keep the line being typed beside the rescued session; None where that fails as well."""
    path = draft_file(rescue_file(session_file, base))
    try:
        _make_folder()
        drafts.write(path, draft)
    except (CoachError, OSError):
        return None
    return path


def get_line(session_file: Path, base: str) -> Draft | None:
    """The line that was being typed when the practice could not take it."""
    return drafts.read(draft_file(rescue_file(session_file, base)))


def clear_line(session_file: Path, base: str) -> None:
    """Remove the copy of the line, which is where it belongs now."""
    with suppress(CoachError):
        files.remove(draft_file(rescue_file(session_file, base)))


def clear(session_file: Path, base: str) -> None:
    """Remove the copies of the session and the line, which are where they belong now."""
    path = rescue_file(session_file, base)
    for copy in (draft_file(path), path):
        files.remove(copy)


def _make_folder() -> None:
    here = folder()
    files.make_folder(here, inside=here.parent)
