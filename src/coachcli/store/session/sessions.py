"""Sessions on disk: one YAML file each, which is replaced whole, and only if nobody else changed it."""

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

from coachcli.domain.record_data import without_defaults
from coachcli.domain.session.model import Session
from coachcli.domain.value import Value, changed, field
from coachcli.store.disk import copies, files
from coachcli.store.disk.files import ChangedElsewhereError
from coachcli.store.disk.status import is_there
from coachcli.store.paths import Practice, markdown_file
from coachcli.store.session import records
from coachcli.store.session.folder import belongs_to_nobody
from coachcli.store.session.place import Place, agrees, client_of, is_named_as_one, session_when
from coachcli.store.session.records import built
from coachcli.store.session.session_text import SessionText, ended
from coachcli.store.yaml_io import writer


class Stored(Value, frozen=True):
    """A session with its file and the digest of that; these three tell it from another, and not `text` and `size`.

    `void_marks` counts the notes that a file of before marks for others, and that can no longer be shared.
    """

    path: Path
    digest: str
    session: Session
    text: SessionText = field(default_factory=SessionText)
    size: int = 0
    void_marks: int = 0

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Stored):
            return NotImplemented
        return (self.path, self.digest, self.session) == (other.path, other.digest, other.session)

    def __hash__(self) -> int:
        return hash((self.path, self.digest))

    @property
    def fullness(self) -> float:
        """The part of what a session may hold that is in use: 1 is all of it."""
        return records.fullness(self.size, self.text.nodes)


def text_of(session: Session) -> bytes:
    """The text of a session file."""
    data = without_defaults(session)
    return ended(writer.write(data))


def load(path: Path) -> Stored:
    """A session and its file; raises DamagedSessionError with line and reason, never with the words there.

    Raises PassedOverError where the file says another client or another moment than its place.
    """
    stored = read(path)
    if not is_in_place(path, stored.session):
        raise belongs_to_nobody([path], [stored.session.client])
    return stored


def read(path: Path) -> Stored:
    """A session and its file, wherever that lies: for those who look at files that belong to nobody."""
    return validated(records.read(path))


def validated(record: records.Read) -> Stored:
    """A session from data that was read."""
    return Stored(
        record.path,
        files.digest(record.raw),
        built(Session, record),
        size=len(record.raw),
        void_marks=record.void_marks,
    )


def is_in_place(path: Path, session: Session) -> bool:
    """Whether a session says the client and the moment that its place says."""
    frameworks = (session.framework.id, *(one.id for one in session.switched_from))
    return agrees(client_of(path), path.stem, (session.client, session.id), frameworks)


def _as_it_is(session: Session) -> Session:
    return session


def create(practice: Practice, session: Session, begun: Callable[[Session], Session] = _as_it_is) -> Stored:
    """A new session in a file of its own; its id gets a number where the same minute has a session already.

    Once it has its id, `begun` makes of it the session that is written.
    """
    minute = session.id.rpartition("/")[2]
    return put(practice, Place(session.client, minute, session.framework.id), session, begun)


def put(practice: Practice, place: Place, session: Session, begun: Callable[[Session], Session] = _as_it_is) -> Stored:
    """A session in a new file at a place, with the first number that is free there; its words say that place."""
    folder = practice.sessions(place.client)
    files.make_folder(folder, inside=practice.root)
    there = (folder / entry.name for entry in files.entries(folder))
    times = {session_when(path) for path in there if is_named_as_one(path)}
    for when in filter(lambda when: when not in times, map(place.when, count(1))):
        placed = begun(changed(session, client=place.client, id=f"{place.client}/{when}"))
        path = folder / f"{when}-{place.framework}.yaml"
        with suppress(ChangedElsewhereError):
            text = SessionText()
            data = _whole(path, text, placed)
            return Stored(path, files.replace(path, data, expected=None), placed, text, len(data))
    raise AssertionError("numbers do not end")


def save(stored: Stored, session: Session) -> Stored:
    """Replace the file by the session as it is now; raises ChangedElsewhereError if somebody else changed the file."""
    if session == stored.session and is_there(stored.path):
        return stored
    data = _whole(stored.path, stored.text, session)
    digest = files.replace(stored.path, data, expected=stored.digest)
    return changed(stored, digest=digest, session=session, size=len(data))


def _whole(path: Path, text: SessionText, session: Session) -> bytes:
    """The text of a session; raises NotSavedError where it could not be read again."""
    data = text.of(session)
    records.refuse_too_large(path, len(data), text.nodes)
    return data


def write_markdown(stored: Stored, text: str) -> None:
    """Write the derived page beside a session."""
    path = markdown_file(stored.path)
    files.replace(path, text.encode(), expected=files.digest_of(path))


def belongings(path: Path) -> list[Path]:
    """All files of one session, its own file first, then its page, its draft and damaged drafts.

    A second version that a synchronising program left is not among them.
    """
    names = [entry.name for entry in files.entries(path.parent)]
    extras = [name for name in names if name.startswith(f"{path.stem}.") and copies.original_of(name) != path.name]
    return [path, *(path.with_name(name) for name in extras if name != path.name)]
