"""A session in the coach's own editor: its notes as a form, or its whole file."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.edited_file import EditedFile
from coachcli.app.editor import Place
from coachcli.app.editor_copy import awaited, lay_out
from coachcli.app.session import left_copies
from coachcli.app.session.export import Opened, name_of, refresh_page, whose
from coachcli.command_line import command
from coachcli.domain.day.reader import DateReader
from coachcli.domain.line.edit_form import form_of
from coachcli.domain.line.edit_form_reader import Slip, read_edit_form
from coachcli.domain.line.note_changes import OF_WORDS
from coachcli.domain.session.model import Session
from coachcli.domain.value import Value
from coachcli.errors import CancelledError, CoachError, NotFoundError, UnreadableError
from coachcli.live.conversation import Conversation
from coachcli.store import edited_copies, settings
from coachcli.store.disk import files, locks
from coachcli.store.paths import Practice
from coachcli.store.session import lookup, records, sessions
from coachcli.store.session.records import DamagedSessionError


class NotTakenError(UnreadableError):
    """An edited text that cannot be the session: each reason in its own line, and the place of the first."""

    def __init__(self, reasons: list[str], place: Place | None = None) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons
        self.place = place


class Taken(Value, frozen=True):
    """The session file that an edited text makes."""

    data: bytes


class Sheet(Value, frozen=True):
    """What the editor opens, and the function that reads it afterwards; `read` raises NotTakenError."""

    text: bytes
    ending: str
    read: Callable[[bytes], Taken]


def edit_session(context: Context, wanted: str | None, conversation: Conversation) -> str:
    """Open the notes of a session as a form; one that is damaged opens whole, to be mended."""
    return _edited(context, wanted, conversation, _form)


def edit_file(context: Context, wanted: str | None, conversation: Conversation) -> str:
    """Open the whole file of a session; a text that cannot be wholly read never takes its place."""
    return _edited(context, wanted, conversation, _whole)


_Laying = Callable[[Context, Path, bytes, Conversation], Sheet]


def _edited(context: Context, wanted: str | None, conversation: Conversation, sheet_of: _Laying) -> str:
    path = _meant(context.practice, wanted)
    files.make_folder(context.practice.locks, inside=context.practice.root)
    with locks.held(context.practice.lock_file(path)):
        before = files.read_bytes(path)
        return _in_the_editor(context, path, before, sheet_of(context, path, before, conversation), conversation)


def _in_the_editor(context: Context, path: Path, before: bytes, sheet: Sheet, conversation: Conversation) -> str:
    """Edit until the coach is done. What they wrote is then in the session, or in a copy that they were told of."""
    copy, place = _laid_out(context.practice, path, sheet, conversation), None
    edited = EditedFile(path, before, copy, "session", "the session")
    while True:
        try:
            visit = awaited(conversation.chooser, copy, context.clock, place)
        except CancelledError:
            return edited.left_open
        if visit.is_open:
            return edited.left_open
        taken = _taken(sheet, visit.text)
        if visit.text == sheet.text or (isinstance(taken, Taken) and taken.data == before):
            files.remove(copy)
            return "Nothing was changed." if isinstance(taken, Taken) else f"Nothing was changed; {taken.message}"
        if isinstance(taken, Taken):
            return "\n".join([edited.take(context.practice, path, taken.data), *_without_page(context, path)])
        place = taken.place
        if not edited.goes_back(conversation, taken.reasons):
            return "The session is as it was."


def _taken(sheet: Sheet, text: bytes) -> Taken | NotTakenError:
    try:
        return sheet.read(text)
    except NotTakenError as refusal:
        return refusal


def _meant(practice: Practice, wanted: str | None) -> Path:
    """The session's file, a damaged one included: it can be mended here."""
    try:
        return lookup.find(practice, wanted)
    except DamagedSessionError as error:
        return error.path


def _form(context: Context, path: Path, before: bytes, conversation: Conversation) -> Sheet:
    """The notes of a session as a form; where the session cannot be read, its whole file."""
    try:
        session = _session_in(path, before)
    except UnreadableError as error:
        conversation.say(f" {error.message}", " Its whole file opens, to be mended.")
        return _whole(context, path, before, conversation)
    form = form_of(session, _title(context, session, path), OF_WORDS)
    if not form.entries:
        raise NotFoundError(
            f"Nothing was noted in {session.id}.", f"Its file: {command('session', 'edit', '--raw', session.id)}"
        )
    order = settings.load(context.practice).date_order
    text = form.text.encode()

    def read(edited: bytes) -> Taken:
        found = read_edit_form(form, _decoded(edited), DateReader(session.started.date(), order))
        if found.slips:
            first = found.slips[0]
            raise NotTakenError([_told(slip) for slip in found.slips], Place(first.line, first.column))
        data = before if found.session == session else sessions.text_of(found.session)
        _refuse(path, before, data)
        return Taken(data)

    return Sheet(text, "md", read)


def _title(context: Context, session: Session, path: Path) -> str:
    name = session.client
    with suppress(CoachError):
        name = name_of(context, path)
    return whose(Opened(session, name, path))


def _whole(_context: Context, path: Path, before: bytes, _conversation: Conversation) -> Sheet:
    """The whole file of a session, unchanged."""

    def read(edited: bytes) -> Taken:
        _refuse(path, before, edited)
        return Taken(edited)

    return Sheet(before, "yaml", read)


def _decoded(edited: bytes) -> str:
    try:
        return edited.decode()
    except UnicodeDecodeError as error:
        line = edited[: error.start].count(b"\n") + 1
        raise NotTakenError([f"line {line}: this is not UTF-8, the way text is saved."], Place(line, 1)) from None


def _told(slip: Slip) -> str:
    return f"line {slip.line}, column {slip.column}: {slip.text}."


def _laid_out(practice: Practice, path: Path, sheet: Sheet, conversation: Conversation) -> Path:
    """What the editor opens: the sheet as it is, or what an editor that was stopped left of it."""
    base = files.digest(sheet.text)
    left = left_copies.taken_up(practice, path, base, conversation)
    return left or lay_out(practice, sheet.text, edited_copies.path_for_session(practice, path, base, sheet.ending))


def _without_page(context: Context, path: Path) -> list[str]:
    """Make the page beside the session anew; the answer is what to say where that failed."""
    try:
        refresh_page(context, path)
    except CoachError as error:
        return [error.message]
    return []


def _session_in(path: Path, data: bytes) -> Session:
    return sessions.validated(records.parsed(path, data)).session


def _refuse(path: Path, before: bytes, after: bytes) -> None:
    """Raise where the edited text cannot be the session."""
    try:
        changed = _session_in(path, after)
    except UnreadableError as error:
        raise NotTakenError([error.message]) from None
    try:
        earlier = _session_in(path, before)
    except UnreadableError:
        return
    if (changed.id, changed.client) != (earlier.id, earlier.client):
        raise NotTakenError([f"{path}: id and client must stay as they were."])
    if sessions.is_in_place(path, earlier) and not sessions.is_in_place(path, changed):
        raise NotTakenError([f"{path}: the id of the framework must stay as it was."])
