"""What becomes of the notes of a file beside the sessions that are there, and beside the files that go before it."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from coachcli.app.context import Context
from coachcli.domain.foreign.notes_file import NotesFile
from coachcli.domain.session.model import Session, started_on
from coachcli.domain.value import changed
from coachcli.errors import CoachError
from coachcli.store.session import records, sessions
from coachcli.store.session.folder import session_files
from coachcli.store.session.place import session_name, session_when
from coachcli.store.session.session_text import SessionText

_DAY = len("2026-11-20")
_FIRST_MINUTE = "-0000"


class Shelf:
    """The sessions that are there, each looked into once, however many files are held against them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._paths: dict[str, tuple[Path, ...]] = {}
        self._words: dict[Path, list[tuple[str, str]] | None] = {}

    def beside(self, one: NotesFile) -> NotesFile:
        """The file with its fate beside the sessions of its client: it may be one of them, or of the minute of one."""
        session = one.session
        if session is None or not one.client:
            return one
        if there := self._same(one.client, session):
            return changed(one, fate="there", why=(f"it is {there}",))
        minute = started_on(session.started)
        if same_minute := self._at(one.client, minute):
            there = session_name(same_minute[0])
            why = _clash(minute, f"there is another session at that minute: {there}", there)
            return changed(one, fate="clash", why=(why,))
        if same_day := self._at(one.client, minute[:_DAY]):
            told = f"There is another session on that day: {', '.join(map(session_name, same_day[:3]))}."
            return changed(one, told=(*one.told, told))
        return one

    def _of(self, client: str) -> tuple[Path, ...]:
        if client not in self._paths:
            self._paths[client] = session_files(self._context.practice, client).paths
        return self._paths[client]

    def _at(self, client: str, when: str) -> list[Path]:
        return [path for path in self._of(client) if session_when(path).startswith(when)]

    def _same(self, client: str, session: Session) -> str:
        """The name of a session of this client with the very same notes, at that minute or along that framework."""
        minute, end, words = started_on(session.started), f"-{session.framework.id}", _words(session)
        for path in self._of(client):
            is_like_it = session_when(path).startswith(minute) or path.stem.endswith(end)
            if is_like_it and self._words_of(path) == words:
                return session_name(path)
        return ""

    def _words_of(self, path: Path) -> list[tuple[str, str]] | None:
        """The notes of a session; None where it cannot be read, of which lists say why."""
        if path not in self._words:
            self._words[path] = None
            with suppress(CoachError):
                self._words[path] = _words(sessions.load(path).session)
        return self._words[path]


def beside_files(one: NotesFile, before: Sequence[NotesFile]) -> NotesFile:
    """The file with its fate beside those before it: two of them may be the same, or of the same minute."""
    if one.session is None or one.fate != "new":
        return one
    minute, words = started_on(one.session.started), _words(one.session)
    theirs = (other for other in before if (other.client, other.name) == (one.client, one.name))
    for other in theirs:
        if other.session is None or other.fate != "new":
            continue
        if _words(other.session) == words:
            return changed(one, fate="twice", why=(f"it says the same as {other.file}",))
        if started_on(other.session.started) == minute:
            why = _clash(minute, f"it is of the same minute as {other.file}", other.file)
            return changed(one, fate="clash", why=(why,))
    return one


def _clash(minute: str, at_that_minute: str, other: str) -> str:
    """Why a session cannot be of its minute; what says no time of day is of the first one."""
    is_first = minute.endswith(_FIRST_MINUTE)
    why = f"it says no time of day, and neither does {other}" if is_first else at_that_minute
    return f"{why}; give its time with --on"


def sessions_at(context: Context, client: str, when: str) -> list[Path]:
    """The sessions of a client at a minute, or on a day."""
    return [path for path in session_files(context.practice, client).paths if session_when(path).startswith(when)]


def is_too_large(session: Session) -> bool:
    """Whether a session is more than one file can hold."""
    text = SessionText()
    return records.fullness(len(text.of(session)), text.nodes) > 1


def _words(session: Session) -> list[tuple[str, str]]:
    return [(turn.asked, note.text) for turn, note in session.notes]
