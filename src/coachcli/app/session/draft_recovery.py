"""The line that was being typed when a session broke off, and whether a session holds anything at all."""

from coachcli.app.call.autosave import has_words
from coachcli.domain.line.signs import CLOSING_QUOTES, SIGNS, line_of
from coachcli.domain.session.model import Session
from coachcli.live.source import Line
from coachcli.store.paths import draft_file
from coachcli.store.session import drafts, rescue
from coachcli.store.session.sessions import Stored

_BEFORE_WORDS = "".join([*SIGNS, CLOSING_QUOTES, "\\/ "])


def draft_left(stored: Stored, session: Session) -> Line | None:
    """The line that was typed and is not in `session`; None where there is none.

    Several lines come back as one burst: nobody knows any more how they were entered.
    """
    draft = rescue.get_line(stored.path, stored.digest) or drafts.read(draft_file(stored.path))
    if draft is None:
        return None
    typed = [line for line in (*draft.before, draft.text) if has_words(line)]
    is_later = draft.base != stored.digest or session is not stored.session
    left = _not_noted(session, typed) if is_later else typed
    if not left:
        return None
    whole = "\n".join(left)
    behind = max(0, len(draft.text) - draft.cursor) if left[-1] == draft.text else 0
    return Line(whole, len(whole) - behind, burst="\n" in whole)


def is_empty(stored: Stored) -> bool:
    """Whether a session has no note, no next date, no line begun, and nothing that the disk refused."""
    session = stored.session
    if any(session.notes) or session.next is not None or rescue.get(stored.path, stored.digest) is not None:
        return False
    return draft_left(stored, session) is None


def _not_noted(session: Session, lines: list[str]) -> list[str]:
    """The lines that are not among the last notes: a process can end after saving a line, before clearing the draft."""
    last = [note for _, note in session.notes][-len(lines) :] if lines else []
    missing = []
    for line in lines:
        noted = next((note for note in last if _bare(line) in {_bare(note.text), _bare(line_of(note))}), None)
        if noted is None:
            missing.append(line)
        else:
            last.remove(noted)
    return missing


def _bare(line: str) -> str:
    """A line without its sign, and without quotation marks, which a note does not keep."""
    return line.strip().strip(_BEFORE_WORDS)
