"""A client's file, changed line by line or in an editor: what cannot be wholly read never takes its place."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from coachcli.app.context import Context
from coachcli.app.edited_file import EditedFile
from coachcli.app.editor import Place
from coachcli.app.editor_copy import awaited, lay_out
from coachcli.app.session import left_copies
from coachcli.domain.client.model import Client, DamagedClientError
from coachcli.errors import CancelledError, InUseError
from coachcli.live.conversation import Conversation
from coachcli.patterns import pattern
from coachcli.store import edited_copies
from coachcli.store.client import client_change, client_file, clients
from coachcli.store.client.client_file import Fields
from coachcli.store.client.folders import refuse_linked
from coachcli.store.disk import files, locks
from coachcli.store.paths import Practice
from coachcli.store.yaml_io import strict_reader

_LINE = pattern(r":(\d+): ")


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
        edited = EditedFile(path, before, copy, "file", "the client's file")
        return _in_the_editor(context, client, edited, conversation)


@contextmanager
def _alone(practice: Practice, client: Client) -> Iterator[None]:
    """Hold a lock, so that nobody else edits this file meanwhile."""
    files.make_folder(practice.locks, inside=practice.root)
    text = f"The file of {client.name} is being edited in another terminal."
    refusal = InUseError(text, "Finish there first; nothing was changed.")
    with locks.held(practice.locks / f"{client.id}--client", refusal=refusal):
        yield


def _in_the_editor(context: Context, client: Client, edited: EditedFile, conversation: Conversation) -> str:
    """Edit until the coach is done. What they wrote is then in the file, or in a copy that they were told of."""
    place = None
    while True:
        try:
            visit = awaited(conversation.chooser, edited.copy, context.clock, place)
        except CancelledError:
            return edited.left_open
        if visit.is_open:
            return edited.left_open
        if visit.text == edited.before:
            files.remove(edited.copy)
            return "Nothing was changed."
        wrong = _mistakes(client, edited, visit.text)
        if not wrong:
            return edited.take(context.practice, context.practice.sessions(client.id) / edited.path.name, visit.text)
        line = _LINE.search(wrong[0])
        place = Place(int(line[1]), 1) if line else None
        if not edited.goes_back(conversation, wrong):
            return "The file is as it was."


def _mistakes(client: Client, edited: EditedFile, text: bytes) -> list[str]:
    """Everything for which the edited text cannot be the client's file, each with its line and what to write."""
    try:
        record, wrong = client_file.examined(edited.path, text)
    except DamagedClientError as error:
        return [f"{error.message} {error.hint}"]
    if record.id not in {"", _id_before(client, edited)}:
        return [f"{edited.path}: the id must stay as it was: it is the name of the folder."]
    return [f"{error.message} {error.hint}" for error in wrong]


def _id_before(client: Client, edited: EditedFile) -> str:
    with suppress(DamagedClientError):
        return client_file.examined(edited.path, edited.before)[0].id or client.id
    return client.id
