"""Editing in the coach's own editor: a line of the call, or a session's file."""

from collections.abc import Callable
from pathlib import Path

from coachcli.app import left_copies
from coachcli.app.context import Context
from coachcli.app.editor import open_in_editor
from coachcli.app.reading import refresh_page
from coachcli.domain.text import clean
from coachcli.errors import CoachError, UnreadableError, UsageError
from coachcli.live.hush import lent
from coachcli.live.opening import Talk
from coachcli.live.pickers import CancelledError, Option
from coachcli.store import edited_copies
from coachcli.store.disk import files, locks
from coachcli.store.paths import Practice
from coachcli.store.session import lookup, records, sessions, trash
from coachcli.store.session.records import DamagedSessionError


def line_editor(practice: Practice) -> Callable[[str], str]:
    """What takes a line to the editor and brings it back; raises CoachError, with the text kept, where it cannot."""

    def write(text: str) -> str:
        path = _copy(practice, text.encode("utf-8", "replace"), edited_copies.path_for_line(practice))
        with lent():
            open_in_editor(path)
        written = files.read_bytes(path)
        files.remove(path)
        return clean(written.decode("utf-8", "backslashreplace")).rstrip("\n")

    return write


def edit_session(context: Context, wanted: str | None, talk: Talk) -> str:
    """Open a session's file in the editor; what cannot be wholly read never takes its place."""
    path = _meant(context.practice, wanted)
    files.make_folder(context.practice.locks, inside=context.practice.root)
    with locks.held(context.practice.lock_file(path)):
        before = files.read_bytes(path)
        copy = _laid_out(context.practice, path, before, talk)
        while True:
            open_in_editor(copy)
            after = files.read_bytes(copy)
            refusal = _refusal(path, before, after)
            if after == before:
                files.remove(copy)
                return "Nothing was changed." if refusal is None else f"Nothing was changed; {refusal.message}"
            if refusal is None:
                return _take(context, path, before, copy, after)
            if not _again(talk, refusal, copy):
                return "The session is as it was."


def _meant(practice: Practice, wanted: str | None) -> Path:
    """The session's file, also where it is damaged: it is to be mended."""
    try:
        return lookup.find(practice, wanted)
    except DamagedSessionError as error:
        return error.path


def _laid_out(practice: Practice, path: Path, before: bytes, talk: Talk) -> Path:
    """What the editor opens: the session as it is, or what an editor that was stopped left of it."""
    base = files.digest(before)
    left = left_copies.taken_up(practice, path, base, talk)
    return left or _copy(practice, before, edited_copies.path_for_session(practice, path, base))


def _take(context: Context, path: Path, before: bytes, copy: Path, after: bytes) -> str:
    """The edited text takes the place of the session, which goes into the trash as it was."""
    try:
        earlier = trash.keep_version(context.practice, path, before, "before-edit")
        files.replace(path, after, expected=files.digest(before))
    except CoachError as error:
        error.hint = f"{error.hint} Your text is in {copy}"
        raise
    files.remove(copy)
    refresh_page(context, path)
    return f"Saved. The version before is {earlier}"


def _refusal(path: Path, before: bytes, after: bytes) -> CoachError | None:
    """Why the edited text cannot be the session, if it cannot."""
    try:
        changed = sessions.validated(records.parsed(path, after)).session
    except UnreadableError as error:
        return error
    try:
        earlier = sessions.validated(records.parsed(path, before)).session
    except UnreadableError:
        return None
    if (changed.id, changed.client) != (earlier.id, earlier.client):
        return UnreadableError(f"{path}: id and client must stay as they were.", "Everything else may be changed.")
    if sessions.is_in_place(path, earlier) and not sessions.is_in_place(path, changed):
        return UnreadableError(f"{path}: the id of the framework must stay as it was.", "The rest may be changed.")
    return None


def _again(talk: Talk, refusal: CoachError, copy: Path) -> bool:
    """Whether to go back to the editor; otherwise the copy is kept or dropped as the coach says."""
    if talk.chooser is None:
        raise UnreadableError(refusal.message, f"The session is as it was; your text is in {copy}")
    talk.say(f" {refusal.message}")
    options = [
        Option("again", "edit it again"),
        Option("keep", "leave the session as it was, keep my text"),
        Option("drop", "leave the session as it was, drop my text"),
    ]
    try:
        chosen = talk.chooser.pick("This cannot be the session. What now?", options)
    except CancelledError:
        chosen = "keep"
    if chosen == "drop":
        files.remove(copy)
    if chosen == "keep":
        talk.say(f" Your text is in {copy}")
    return chosen == "again"


def _copy(practice: Practice, data: bytes, path: Path) -> Path:
    """A copy inside the practice, for its owner alone: the system's temporary folder is others' as well."""
    if not practice.root.is_dir():
        raise UsageError("There is no practice yet.", "coach session start makes one.")
    files.make_folder(practice.editing, inside=practice.root)
    files.replace(path, data, expected=None)
    return path
