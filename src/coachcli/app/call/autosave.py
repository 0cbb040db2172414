"""The keeper of a session while it happens: it saves each move and the line being typed, also when the disk fails."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from coachcli.domain.session.model import Session
from coachcli.domain.value import Value, changed
from coachcli.errors import CoachError, Saying, harmless, in_public, joined
from coachcli.live.source import Line
from coachcli.store.disk.background import Writer, nothing
from coachcli.store.disk.files import ChangedElsewhereError
from coachcli.store.paths import Practice, draft_file
from coachcli.store.session import rescue, sessions
from coachcli.store.session.draft_writer import DraftFile
from coachcli.store.session.drafts import Draft
from coachcli.store.session.place import place_beside
from coachcli.store.session.records import fullness
from coachcli.store.session.session_text import NODES_OF_A_LINE, room_for
from coachcli.store.session.sessions import Stored

if TYPE_CHECKING:
    from collections.abc import Callable

_NEARLY = 0.9
# So many seconds the next question has to be drawn before a session is written. Its words are in the draft meanwhile.
_BREATH = 0.015
_NEARLY_FULL = harmless("This session is nearly full. /end closes it; go on in a new one.")


class _Entered(Value, frozen=True):
    """A complete line, and how many sessions had been handed over when it came, or when it was done with."""

    text: str
    number: int


class Unsaved:
    """The lines that no saved session holds yet. Sessions are numbered as they are handed over to be saved.

    A later session holds all that an earlier one holds. `base` is the digest of the file that lacks all these lines.
    """

    def __init__(self, base: str) -> None:
        self._base = base
        self._handed = self._saved = 0
        self._line: Draft | None = None
        self._entered_at: int | None = None
        self._before: list[_Entered] = []

    def typed(self, line: Draft) -> None:
        """Remember the line at hand as it is now."""
        self.done()
        self._line = line._replace(base=self._base) if line.text else None

    def entered(self, line: Draft) -> None:
        """Remember the line at hand as a complete one."""
        self.typed(line)
        self._entered_at = self._handed

    def done(self) -> None:
        """Forget the line at hand; a complete one is remembered until a session that holds it is saved."""
        entered = self._line.text if self._line is not None and self._entered_at is not None else ""
        if has_words(entered) and self._saved < self._handed != self._entered_at:
            self._before.append(_Entered(entered, self._handed))
        self._line = self._entered_at = None

    def handed_over(self) -> int:
        """Count a session that goes to the disk, and return its number."""
        self._handed += 1
        return self._handed

    def saved(self, number: int, base: str) -> None:
        """Forget what a saved session holds: every line that was entered before the session was handed over."""
        self._saved, self._base = number, base
        self._before = [line for line in self._before if line.number > number]
        # The line at hand may be in this session: it keeps the base of the file that lacked it.
        is_in = self._entered_at is not None and self._entered_at < number
        if self._line is not None and not is_in:
            self._line = self._line._replace(base=base)

    def draft(self) -> Draft | None:
        """All that is unsaved, as one draft; None where everything is saved."""
        before = tuple(line.text for line in self._before)
        if self._line is not None:
            return self._line._replace(before=before)
        return Draft("", 0, None, None, self._base, before) if before else None


def has_words(line: str) -> bool:
    """Whether a line has words that must not be lost: a command alone has none."""
    words = line.split()
    is_command = len(words) == 1 and words[0].startswith("/") and not words[0].startswith("//")
    return bool(words) and not is_command


class DiskKeeper:
    """Keeps the session in its file, and what is typed in a small file beside it, the draft.

    One thread saves the sessions, in order. The draft has threads of its own, so that typing is kept while a slow disk
    is busy with a session. Until that session is saved, the draft also holds the lines entered since.
    """

    def __init__(self, practice: Practice, stored: Stored, *, rescued: bool = False) -> None:
        self._practice = practice
        self._rescued = stored if rescued else None
        self._line_rescued: Stored | None = None
        self._is_at_risk = self._was_warned = False
        self.stored = stored
        self.changed: Callable[[], None] = nothing
        self._refused = self._line_refused = self._news = ""
        self._writer = Writer("session", self._write, self._report, breath=_BREATH)
        self._lock = threading.Lock()  # guards the lines, and is never held while the disk is at work
        self._unsaved = Unsaved(stored.digest)
        self._draft = self._draft_beside(stored)

    @property
    def trouble(self) -> str:
        """Why the session, or the line being typed, is not on disk."""
        return self._refused or self._line_refused

    @property
    def pending(self) -> bool:
        """Whether a session is on its way to the disk."""
        return self._writer.pending

    @property
    def at_risk(self) -> bool:
        """Whether neither the practice nor the rescue folder took the session."""
        return self._is_at_risk

    @property
    def is_full(self) -> bool:
        """Whether the file has no room for the lines that are not in it yet."""
        with self._lock:
            draft, stored = self._unsaved.draft(), self.stored
        lines = (*draft.before, draft.text) if draft is not None else ()
        size = stored.size + sum(map(room_for, lines))
        return fullness(size, stored.text.nodes + NODES_OF_A_LINE * len(lines)) > 1

    def news(self) -> str:
        """What happened since the last call of this."""
        with self._lock:
            news, self._news = self._news, ""
        return news

    def save(self, session: Session) -> None:
        """Hand the session to the thread that saves. Only the newest is saved: it holds all that earlier ones hold."""
        with self._lock:
            number = self._unsaved.handed_over()
        self._writer.give((number, session))

    def typing(self, session: Session, line: Line) -> None:
        """Hand over the line as it is now; a thread writes it into the draft."""
        with self._lock:
            self._unsaved.typed(_draft_of(session, line))
            self._note()

    def keep_line(self, session: Session, line: Line) -> None:
        """Hand over a complete line, which stays in the draft until a saved session holds it."""
        with self._lock:
            self._unsaved.entered(_draft_of(session, line))
            self._note()

    def line_done(self) -> None:
        """Take the line at hand out of the draft; complete lines stay there until they are saved."""
        with self._lock:
            self._unsaved.done()
            self._note()

    def settle(self) -> None:
        """Wait until the disk has everything."""
        self._writer.settle()
        self._draft.settle()

    def named(self, session: Session) -> Session:
        """The session under the id of its file."""
        kept_as = self.stored.session.id
        return session if session.id == kept_as else changed(session, id=kept_as)

    def close(self) -> None:
        """Let the threads finish."""
        self._writer.close()
        self._draft.close()

    def _note(self) -> None:
        """Hand all that is unsaved to the draft; call this with the lock, so that no draft overtakes a later one."""
        self._draft.note(self._unsaved.draft())

    def _report(self) -> None:
        self.changed()

    def _write(self, handed: tuple[int, Session]) -> None:
        number, session = handed
        try:
            self._save(number, self.named(session))
        except CoachError as error:
            self._rescue(session, Saying(error.message, discreet=error.discreet))
        except Exception as error:
            kind = type(error).__name__
            self._rescue(session, Saying(f"{self.stored.path.name} met with {kind}.", discreet=f"It met with {kind}."))
            raise

    def _save(self, number: int, session: Session) -> None:
        """Replace the file; where another program changed it, go on in another file."""
        try:
            stored = sessions.save(self.stored, session)
        except ChangedElsewhereError:
            self._go_on_beside(number, sessions.put(self._practice, place_beside(self.stored.path), session))
        else:
            self._saved(number, stored)
        self._clear_rescued()

    def _saved(self, number: int, stored: Stored) -> None:
        with self._lock:
            self.stored, self._refused, self._is_at_risk = stored, "", False
            self._unsaved.saved(number, stored.digest)
            self._note()
            if stored.fullness > _NEARLY and not self._was_warned:
                self._was_warned = True
                self._news = joined(self._news, _NEARLY_FULL)

    def _go_on_beside(self, number: int, ours: Stored) -> None:
        theirs, their_draft = self.stored.path.name, self._draft
        with self._lock:
            self._draft = self._draft_beside(ours)
            self._news = Saying(
                f"Another program changed {theirs}. Both are kept; this goes on in {ours.path.name}.",
                discreet="Another program changed this session. Both are kept; this goes on in a file of its own.",
            )
        self._saved(number, ours)
        self._draft.settle()
        their_draft.note(None)
        their_draft.close()

    def _rescue(self, session: Session, why: Saying) -> None:
        copy = None
        try:
            copy = rescue.put(self.stored.path, self.stored.digest, sessions.text_of(self.named(session)))
        finally:
            self._rescued, self._is_at_risk = self.stored if copy else self._rescued, copy is None
            self._refused = _not_saved(why, copy)

    def _clear_rescued(self) -> None:
        """Remove the copies that were kept elsewhere, once the draft of the line is on disk too."""
        if self._rescued is None:
            return
        self._draft.settle()
        rescue.clear(self._rescued.path, self._rescued.digest)
        self._rescued = None

    def _draft_beside(self, stored: Stored) -> DraftFile:
        return DraftFile(draft_file(stored.path), self._line_written)

    def _line_written(self) -> None:
        """See to a draft that was written, or refused: while the practice does not take it, it is kept elsewhere."""
        failed, draft, before = self._draft.failed, self._draft.latest, self._line_rescued
        self._line_rescued, copy = None, None
        if failed and draft is not None:
            self._line_rescued = self.stored
            copy = rescue.put_line(self.stored.path, self.stored.digest, draft)
        self._line_refused = _not_saved(failed, copy) if failed else ""
        if before is not None and before is not self._line_rescued:
            rescue.clear_line(before.path, before.digest)
        self.changed()


def _not_saved(why: Saying, copy: Path | None) -> Saying:
    """What is wrong, and where what was not saved is kept instead."""
    where = f"kept in {copy}" if copy else "only in memory"
    discreet = "kept elsewhere on this machine" if copy else "only in memory"
    return Saying(
        f"NOT SAVED: {why} It is {where}; keep this open.",
        discreet=f"NOT SAVED: {in_public(why)} It is {discreet}; keep this open.",
    )


def _draft_of(session: Session, line: Line) -> Draft:
    position = session.position
    question, field = (position.question, position.field) if position else (None, None)
    return Draft(line.text, line.cursor, question, field, "")
