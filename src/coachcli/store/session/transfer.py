"""Settles whose a session is: puts it where it belongs, makes it say so, and moves the old file into the trash."""

from contextlib import suppress
from pathlib import Path

from coachcli.domain.session.model import NO_ENGAGEMENT, Session, started_on
from coachcli.domain.value import changed
from coachcli.errors import CoachError
from coachcli.store.disk import files
from coachcli.store.disk.status import is_there
from coachcli.store.paths import Practice, draft_file, markdown_file
from coachcli.store.session import drafts, sessions, trash
from coachcli.store.session.folder import session_files
from coachcli.store.session.place import UNKNOWN, Place, client_of, is_named_as_one, place_beside, session_when
from coachcli.store.session.sessions import Stored


def transfer(practice: Practice, path: Path, client_id: str) -> Stored:
    """Make the session at `path` one of this client's: at its place, if that is in their folder, else moved there."""
    stored = sessions.read(path)
    place = _place(path, client_id, stored.session)
    beside = [other for other in session_files(practice, client_id).paths if other != path]
    is_free = session_when(path) not in map(session_when, beside)
    if is_free and client_of(path) == client_id and path.stem == f"{session_when(path)}-{place.framework}":
        return _corrected(practice, stored, session_when(path))
    is_theirs = client_id in {client_of(path), stored.session.client}
    session = stored.session if is_theirs else _without_engagement(stored.session)
    moved = _moved_before(practice, place, session) or sessions.put(practice, place, session)
    for draft in drafts.files_of(draft_file(path)):
        if is_there(draft):
            files.move_to(draft, moved.path.with_name(f"{moved.path.stem}{draft.name.removeprefix(path.stem)}"))
    files.remove(markdown_file(path))
    trash.take_away(practice, path, path, "before-move")
    return moved


def _without_engagement(session: Session) -> Session:
    """The session without the engagement of the client it was with: another client's may be called the same."""
    return session if session.engagement == NO_ENGAGEMENT else changed(session, engagement=None)


def _moved_before(practice: Practice, place: Place, session: Session) -> Stored | None:
    """The same session at its new place, if it was put there before and the rest of the transfer failed."""
    for path in session_files(practice, place.client).paths:
        if path.stem.startswith(place.minute):
            with suppress(CoachError):
                there = sessions.load(path)
                if there.session == changed(session, client=place.client, id=there.session.id):
                    return there
    return None


def _corrected(practice: Practice, stored: Stored, when: str) -> Stored:
    """The session with the client and the id that its place says."""
    path = stored.path
    client = client_of(path)
    corrected = changed(stored.session, client=client, id=f"{client}/{when}")
    trash.keep_version(practice, path, files.read_bytes(path), "before-move")
    return Stored(path, files.replace(path, sessions.text_of(corrected), expected=stored.digest), corrected)


def _place(path: Path, client_id: str, session: Session) -> Place:
    """The place for a session, by its name. Of its own words only the time is used, and that as a time."""
    frameworks = {session.framework.id, *(one.id for one in session.switched_from)}
    beside = place_beside(path)
    framework = beside.framework if beside.framework in frameworks else UNKNOWN
    minute = beside.minute if is_named_as_one(path) else started_on(session.started)
    return Place(client_id, minute, framework)
