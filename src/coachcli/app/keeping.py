"""Keeping a session while it happens: each move, the line being typed, and what to do when the disk fails."""

from typing import Protocol

from coachcli.domain.grammar import line_of
from coachcli.domain.session import Session
from coachcli.errors import CoachError
from coachcli.live.source import Line
from coachcli.store import drafts, rescue, sessions
from coachcli.store.drafts import Draft, DraftFile
from coachcli.store.files import ChangedElsewhereError
from coachcli.store.paths import Practice, draft_file
from coachcli.store.sessions import Stored


class Keeper(Protocol):
    """Where a session is kept. `trouble` is what is wrong at the moment, in one sentence."""

    trouble: str

    @property
    def at_risk(self) -> bool:
        """Whether something is in memory alone."""
        ...

    def news(self) -> str:
        """What the coach must be told now."""
        ...

    def save(self, session: Session) -> Session:
        """Keep the session; it comes back with another id if it had to go into another file."""
        ...

    def typing(self, session: Session, line: Line) -> None:
        """The line changed."""
        ...

    def keep_line(self, session: Session, line: Line) -> None:
        """The line is complete: it is on disk when this returns, before anybody looks at it."""
        ...

    def line_done(self) -> None:
        """What the line said is saved, or was given back to nobody."""
        ...

    def close(self) -> None:
        """Nothing more comes."""
        ...


class NoKeeper:
    """A rehearsal: nothing is kept."""

    trouble = ""
    at_risk = False

    def news(self) -> str:
        """Nothing."""
        return ""

    def save(self, session: Session) -> Session:
        """Nothing."""
        return session

    def typing(self, session: Session, line: Line) -> None:
        """Nothing."""

    def keep_line(self, session: Session, line: Line) -> None:
        """Nothing."""

    def line_done(self) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""


class DiskKeeper:
    """The session in its file, and the line being typed in a small one beside it.

    `trouble` is what is wrong at the moment, in one sentence; the session itself is in memory all the while.
    """

    def __init__(self, practice: Practice, stored: Stored, *, rescued: bool = False) -> None:
        self._practice = practice
        self._draft = DraftFile(draft_file(stored.path))
        self._rescued = stored if rescued else None
        self.stored = stored
        self.trouble = ""
        self._told = ""

    @property
    def at_risk(self) -> bool:
        """Whether neither the practice nor the rescue folder took the session."""
        return bool(self.trouble) and self._rescued is None

    def news(self) -> str:
        """What is wrong, for as long as it is; what happened, once."""
        told, self._told = self._told, ""
        return "\n".join(part for part in (self.trouble, told) if part)

    def save(self, session: Session) -> Session:
        """Replace the file. Where somebody else changed it, go on in another; where the disk refuses, rescue."""
        try:
            self.stored = sessions.save(self.stored, session)
        except ChangedElsewhereError:
            return self._save_beside(session)
        except CoachError as error:
            self._rescue(session, error)
            return session
        self._well()
        return session

    def typing(self, session: Session, line: Line) -> None:
        """Hand the line to the thread that writes it."""
        self._draft.note(self._draft_of(session, line))

    def keep_line(self, session: Session, line: Line) -> None:
        """Write the line and wait for the disk."""
        draft = self._draft_of(session, line)
        try:
            self._draft.keep(draft)
        except CoachError as error:
            self.trouble = f"NOT SAVED: {error.message}"
            rescue.put_line(self.stored.path, self.stored.digest, draft)

    def line_done(self) -> None:
        """Take the draft away; while the session itself could not be saved, the draft stays."""
        if self.trouble:
            return
        try:
            self._draft.clear()
        except CoachError as error:
            self.trouble = f"NOT SAVED: {error.message}"

    def close(self) -> None:
        """Let the thread finish."""
        self._draft.close()

    def _draft_of(self, session: Session, line: Line) -> Draft:
        position = session.position
        question, field = (position.question, position.field) if position else (None, None)
        return Draft(line.text, line.cursor, question, field, self.stored.digest)

    def _save_beside(self, session: Session) -> Session:
        theirs = self.stored.path
        try:
            self.stored = sessions.create(self._practice, session)
        except CoachError as error:
            self._rescue(session, error)
            return session
        self._draft.close()
        self._draft = DraftFile(draft_file(self.stored.path))
        self._told = f"Another program changed {theirs.name}. Both are kept; this goes on in {self.stored.path.name}."
        self._well()
        return self.stored.session

    def _rescue(self, session: Session, error: CoachError) -> None:
        kept = rescue.put(self.stored.path, self.stored.digest, sessions.text_of(session))
        self._rescued = self.stored if kept else self._rescued
        where = f"It is kept in {kept}" if kept else "It is only in memory"
        self.trouble = f"NOT SAVED: {error.message} {where}; keep this open."

    def _well(self) -> None:
        if self._rescued:
            rescue.clear(self._rescued.path, self._rescued.digest)
            self._rescued = None
        self.trouble = ""


def draft_left(stored: Stored, session: Session) -> Line | None:
    """The line that was being typed when a session broke off; None if there is none, or `session` has it already."""
    draft = rescue.get_line(stored.path, stored.digest) or drafts.read(draft_file(stored.path))
    if draft is None or not draft.text.strip():
        return None
    is_later = draft.base != stored.digest or session is not stored.session
    if is_later and _is_last_note(session, draft.text):
        return None
    return Line(draft.text, min(draft.cursor, len(draft.text)))


def _is_last_note(session: Session, text: str) -> bool:
    """Whether the process was stopped between saving a line and forgetting its draft."""
    last = [note for _, note in session.notes][-1:]
    return any(_bare(text) in {_bare(note.text), _bare(line_of(note))} for note in last)


def _bare(line: str) -> str:
    """A line without its sign, and without the quotation marks that are not kept."""
    return line.strip().strip('"“„”«»!*>?~\\/ ')
