"""Sessions on disk: one YAML file each, replaced whole, and never when it is not what was last seen."""

from dataclasses import dataclass, field, replace
from glob import escape
from pathlib import Path

from coachcli.domain.session.model import Session, file_stem
from coachcli.store import yaml_text
from coachcli.store.disk import files, temp_files
from coachcli.store.disk.files import ChangedElsewhereError
from coachcli.store.paths import Practice, markdown_file
from coachcli.store.session import records
from coachcli.store.session.building import built
from coachcli.store.session.session_text import SessionText, ended


@dataclass(frozen=True, slots=True)
class Stored:
    """A session with the file it is in and the digest of what is there."""

    path: Path
    digest: str
    session: Session
    text: SessionText = field(default_factory=SessionText, repr=False, compare=False)


def text_of(session: Session) -> bytes:
    """The text of a session file."""
    data = session.model_dump(mode="python", by_alias=True, exclude_defaults=True)
    return ended(yaml_text.write(data))


def load(path: Path) -> Stored:
    """A session and its file; raises DamagedSessionError with line and reason, never with what is written there."""
    return validated(records.read(path))


def validated(record: records.Read) -> Stored:
    """A session from data that was read."""
    return Stored(record.path, files.digest(record.raw), built(Session, record))


def create(practice: Practice, session: Session) -> Stored:
    """A new session in a file of its own; its id gets a number where the same minute has a session already."""
    folder = practice.sessions(session.client)
    files.make_folder(folder, inside=practice.root)
    temp_files.sweep(folder)
    wanted, number = session.id, 1
    while True:
        stem = file_stem(session)
        taken = any(path.stem.startswith(f"{session.id.rpartition('/')[2]}-") for path in _of_minute(folder, session))
        if not taken:
            try:
                path = practice.session_file(session.client, stem)
                return Stored(path, files.replace(path, text_of(session), expected=None), session)
            except ChangedElsewhereError:
                pass
        number += 1
        session = session.model_copy(update={"id": f"{wanted}-{number}"})


def save(stored: Stored, session: Session) -> Stored:
    """The file replaced by the session as it is now; raises ChangedElsewhereError if somebody else changed it."""
    if session == stored.session and stored.path.exists():
        return stored
    written = files.replace(stored.path, stored.text.of(session), expected=stored.digest)
    return replace(stored, digest=written, session=session)


def write_markdown(stored: Stored, text: str) -> None:
    """The derived page beside a session."""
    path = markdown_file(stored.path)
    seen = files.digest(files.read_bytes(path)) if path.exists() else None
    files.replace(path, text.encode(), expected=seen)


def belongings(path: Path) -> list[Path]:
    """All files of one session, itself first: its page, its draft, and what is left of damaged ones."""
    return [path, *sorted(extra for extra in path.parent.glob(f"{escape(path.stem)}.*") if extra != path)]


def _of_minute(folder: Path, session: Session) -> list[Path]:
    """Sessions of this client that began in the same minute, whatever their framework."""
    when = session.id.rpartition("/")[2]
    return [path for path in folder.glob(f"{when}-*.yaml") if not _numbered_otherwise(path, when)]


def _numbered_otherwise(path: Path, when: str) -> bool:
    """Whether a file belongs to a later session of the same minute: its number follows the time."""
    following = path.stem.removeprefix(f"{when}-").split("-", 1)[0]
    return following.isdecimal()
