"""A session's file in the coach's own editor."""

from contextlib import suppress
from pathlib import Path

from coachcli.app import left_copies
from coachcli.app.context import Context
from coachcli.app.editor_copy import awaited, lay_out
from coachcli.app.reading import refresh_page
from coachcli.errors import CancelledError, CoachError, UnreadableError
from coachcli.live.opening import Talk
from coachcli.live.shortlist import Option
from coachcli.store import edited_copies
from coachcli.store.disk import files, locks
from coachcli.store.paths import Practice
from coachcli.store.session import lookup, records, sessions, trash
from coachcli.store.session.records import DamagedSessionError


def edit_session(context: Context, wanted: str | None, talk: Talk) -> str:
    """Open a session's file in the editor; what cannot be wholly read never takes its place."""
    path = _meant(context.practice, wanted)
    files.make_folder(context.practice.locks, inside=context.practice.root)
    with locks.held(context.practice.lock_file(path)):
        before = files.read_bytes(path)
        copy = _laid_out(context.practice, path, before, talk)
        while True:
            try:
                seen = awaited(talk.chooser, copy, context.clock)
            except CancelledError:
                return _left_open(copy)
            after, refusal = seen.text, _refusal(path, before, seen.text)
            if seen.is_open:
                return _left_open(copy)
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
    return left or lay_out(practice, before, edited_copies.path_for_session(practice, path, base))


def _left_open(copy: Path) -> str:
    return f"The editor came back at once, and the session is as it was. What you save there is in {copy}"


def _take(context: Context, path: Path, before: bytes, copy: Path, after: bytes) -> str:
    """The edited text takes the place of the session, which goes into the trash as it was."""
    try:
        earlier = trash.keep_version(context.practice, path, before, "before-edit")
        files.replace(path, after, expected=files.digest(before))
    except CoachError as error:
        error.hint = f"{error.hint} Your text is in {copy}"
        raise
    # From here on it is saved, whatever else the disk refuses; a copy that stays is mentioned by `coach`.
    with suppress(CoachError):
        files.remove(copy)
    return f"Saved. The version before is {earlier}{_without_page(context, path)}"


def _without_page(context: Context, path: Path) -> str:
    """What to say where the page beside the session could not be made anew."""
    try:
        refresh_page(context, path)
    except CoachError as error:
        return f"\n{error.message}"
    return ""


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
