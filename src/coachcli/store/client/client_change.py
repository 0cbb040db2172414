"""Changes single lines of a client's file; the rest of it, comments too, stays as it was written."""

from coachcli.command_line import command
from coachcli.domain.client.model import Client
from coachcli.errors import UnreadableError
from coachcli.store.client import client_file
from coachcli.store.client.client_file import Fields
from coachcli.store.client.folders import refuse_linked
from coachcli.store.disk import files
from coachcli.store.disk.status import is_there
from coachcli.store.paths import Practice
from coachcli.store.yaml_io import strict_reader, writer
from coachcli.store.yaml_io.edits import NotEditableError


def change(practice: Practice, client: Client, fields: Fields) -> bool:
    """Give the client's file these lines; returns whether that changed anything.

    Raises DamagedClientError where the file cannot be read, and UnreadableError where a line cannot be changed.
    """
    refuse_linked(practice, client)
    path = practice.client_file(client.id)
    before = files.read_bytes(path, strict_reader.RECORD.bytes) if is_there(path) else None
    raw = before or writer.write({"format": 1, "id": client.id, "name": client.name}).encode()
    client_file.examined(path, raw)
    try:
        after = client_file.with_fields(raw, fields)
    except NotEditableError:
        hint = f"Change it in an editor: {command('client', 'edit', client.id)}"
        raise UnreadableError(f"{path} is written in a way of its own, and was left as it is.", hint) from None
    if after == before:
        return False
    files.replace(path, after, expected=files.digest(before) if before is not None else None)
    return True
