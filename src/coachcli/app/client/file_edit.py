"""A client's file, changed line by line or in an editor: what cannot be wholly read never takes its place."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.editor import Place
from coachcli.app.editor_copy import awaited, lay_out
from coachcli.app.session import left_copies
from coachcli.domain.client.model import Client, DamagedClientError
from coachcli.domain.value import Value
from coachcli.errors import CancelledError, CoachError, InUseError, UnreadableError
from coachcli.live.choice.shortlist import Option
from coachcli.live.conversation import Conversation
from coachcli.patterns import pattern
from coachcli.store import edited_copies
from coachcli.store.client import client_change, client_file, clients
from coachcli.store.client.client_file import Fields
from coachcli.store.client.folders import refuse_linked
from coachcli.store.disk import files, locks
from coachcli.store.paths import Practice
from coachcli.store.session import trash
from coachcli.store.yaml_io import strict_reader

_LINE = pattern(r":(\d+): ")


class _Sheet(Value, frozen=True):
    """A client's file that is being edited: whose it is, its text before, and the copy that the editor opens."""

    client: Client
    path: Path
    before: bytes
    copy: Path


def edit_fields(context: Context, name: str, fields: Fields) -> tuple[Client, bool]:
    """Give the client of this name other fields; returns the client, and whether that changed anything."""
    client = clients.existing(name, *clients.known(context.practice))
    return client, client_change.change(context.practice, client, client_file.checked(fields))


def edit_file(context: Context, name: str, conversation: Conversation) -> str:
    """Open the file of the client of this name, also where it is damaged; returns what came of it."""
    client = clients.existing(name, *clients.known(context.practice))
    refuse_linked(context.practice, client)
    path = context.practice.client_file(client.id)
    with _alone(context.practice, client):
        before = files.read_bytes(path, strict_reader.RECORD.bytes)
        base = files.digest(before)
        left = left_copies.taken_up_of_client(context.practice, client.id, base, conversation)
        new = edited_copies.path_for_client(context.practice, client.id, base)
        copy = left or lay_out(context.practice, before, new)
        return _in_the_editor(context, _Sheet(client, path, before, copy), conversation)


@contextmanager
def _alone(practice: Practice, client: Client) -> Iterator[None]:
    """Hold a lock, so that nobody else edits this file meanwhile."""
    files.make_folder(practice.locks, inside=practice.root)
    text = f"The file of {client.name} is being edited in another terminal."
    refusal = InUseError(text, "Finish there first; nothing was changed.")
    with locks.held(practice.locks / f"{client.id}--client", refusal=refusal):
        yield


def _in_the_editor(context: Context, sheet: _Sheet, conversation: Conversation) -> str:
    """Edit until the coach is done. What they wrote is then in the file, or in a copy that they were told of."""
    place = None
    while True:
        try:
            visit = awaited(conversation.chooser, sheet.copy, context.clock, place)
        except CancelledError:
            return _left_open(sheet)
        if visit.is_open:
            return _left_open(sheet)
        if visit.text == sheet.before:
            files.remove(sheet.copy)
            return "Nothing was changed."
        wrong = _mistakes(sheet, visit.text)
        if not wrong:
            return _take(context, sheet, visit.text)
        line = _LINE.search(wrong[0])
        place = Place(int(line[1]), 1) if line else None
        if not _again(conversation, sheet, wrong):
            return "The file is as it was."


def _mistakes(sheet: _Sheet, text: bytes) -> list[str]:
    """Everything for which the edited text cannot be the client's file, each with its line and what to write."""
    try:
        record, wrong = client_file.examined(sheet.path, text)
    except DamagedClientError as error:
        return [f"{error.message} {error.hint}"]
    if record.id not in {"", _id_before(sheet)}:
        return [f"{sheet.path}: the id must stay as it was: it is the name of the folder."]
    return [f"{error.message} {error.hint}" for error in wrong]


def _id_before(sheet: _Sheet) -> str:
    with suppress(DamagedClientError):
        return client_file.examined(sheet.path, sheet.before)[0].id or sheet.client.id
    return sheet.client.id


def _left_open(sheet: _Sheet) -> str:
    return f"The editor came back at once, and the file is as it was. What you save there is in {sheet.copy}"


def _take(context: Context, sheet: _Sheet, text: bytes) -> str:
    """Put the edited text in the place of the file; the file as it was goes into the trash."""
    kept_as = context.practice.sessions(sheet.client.id) / sheet.path.name
    try:
        earlier = trash.keep_version(context.practice, kept_as, sheet.before, "before-edit")
        files.replace(sheet.path, text, expected=files.digest(sheet.before))
    except CoachError as error:
        error.hint = f"{error.hint} Your text is in {sheet.copy}"
        raise
    # The text is saved by now, whatever else the disk refuses; `coach` mentions a copy that stays.
    with suppress(CoachError):
        files.remove(sheet.copy)
    return f"Saved. The version before is {earlier}"


def _again(conversation: Conversation, sheet: _Sheet, wrong: list[str]) -> bool:
    """Whether the coach goes back to the editor; if not, the copy is kept or dropped, as they say."""
    if conversation.chooser is None:
        raise UnreadableError("\n".join(wrong), f"The file is as it was; your text is in {sheet.copy}")
    conversation.say(*(f" {reason}" for reason in wrong))
    options = [
        Option("again", "edit it again"),
        Option("keep", "leave the file as it was, keep my text"),
        Option("drop", "leave the file as it was, drop my text"),
    ]
    try:
        chosen = conversation.chooser.pick("This cannot be the client's file. What now?", options)
    except CancelledError:
        chosen = "keep"
    if chosen == "drop":
        files.remove(sheet.copy)
    if chosen == "keep":
        conversation.say(f" Your text is in {sheet.copy}")
    return chosen == "again"
