"""Makes a client's folder and the file in it for somebody new, and reads that file."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import NamedTuple

from coachcli.command_line import command
from coachcli.domain.client.cadence import EXAMPLE, read_cadence
from coachcli.domain.client.model import LISTED, Client, ClientRecord, DamagedClientError, is_address
from coachcli.domain.text import clean, one_line
from coachcli.errors import NotFoundError, UnreadableError, UsageError
from coachcli.store.client.letters import letters
from coachcli.store.disk import files, primitives
from coachcli.store.disk.status import is_link
from coachcli.store.index.by_stamp import Facts
from coachcli.store.paths import Practice
from coachcli.store.yaml_io import strict_reader, writer
from coachcli.store.yaml_io.nodes import Mapping, Node, Scalar
from coachcli.store.yaml_io.parser_errors import way_out

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_LONGEST = 60


class _Check(NamedTuple):
    """The check of a field's words, and the reason and hint of the error where they are not sound."""

    is_sound: Callable[[str], bool]
    reason: str
    hint: str


_CHECKS = {
    "name": _Check(bool, "there is no name here", "Write it like  name: Jane Doe"),
    "cadence": _Check(
        lambda words: not words or read_cadence(words) is not None,
        "this cadence cannot be read",
        f"Write it like  {EXAMPLE}  (or days, or months; none where it does not matter).",
    ),
    "email": _Check(
        lambda words: not words or is_address(words),
        "a mail draft cannot have this address",
        "Write it like  email: jane@example.com",
    ),
    "id": _Check(lambda _: True, "this id cannot be read", "It is the name of the client's folder."),
}
"""The checks of fields where not any words on one line will do."""
_MEND = "The file was left as it is: mend it in an editor, or restore a copy."


def add(practice: Practice, name: str) -> Client:
    """A new client with a folder of their own, whatever the name looks like; `newcomer` holds the lock."""
    full_name = one_line(clean(name))
    if not full_name:
        raise UsageError("A client needs a name.", f"Give one: {command('session', 'start', 'Jane Doe')}")
    files.make_folder(practice.clients, inside=practice.root)
    client = Client(_free_id(practice, _slug(full_name)), full_name)
    _lay_out(practice, client)
    return client


def _lay_out(practice: Practice, client: Client) -> None:
    """Make the client's folder, under a hidden name at first: no list meets a folder that does not say whose it is."""
    hidden, folder = practice.clients / ".new", practice.clients / client.id
    files.make_folder(hidden / "sessions", inside=practice.root)
    files.remove(hidden / "client.yaml")  # left by a process that was killed here
    record = {"format": 1, "id": client.id, "name": client.name}
    files.replace(hidden / "client.yaml", writer.write(record).encode(), expected=None)
    with primitives.in_words(folder, "made"):
        primitives.rename(hidden, folder)
        primitives.flush_folder(practice.clients)


def read(folder: Path) -> ClientRecord:
    """The fields in the file of a client's folder; raises NotFoundError, or DamagedClientError."""
    path = folder / "client.yaml"
    try:
        tree = strict_reader.read(files.read_bytes(path, strict_reader.RECORD.bytes), strict_reader.RECORD)
    except UnreadableError as error:
        raise DamagedClientError(folder.name, error.message, error.hint) from None
    except strict_reader.YamlProblemError as error:
        raise _damaged(path, error.problem.line, error.problem.text, way_out(error.problem, _MEND)) from None
    entries = tree.entries if isinstance(tree, Mapping) else {}
    record = ClientRecord(**{field: _words(entries[field].value) for field in ClientRecord._fields if field in entries})
    for field, words in record._asdict().items():
        entry, check = entries.get(field), _CHECKS.get(field) or _words_alone(field)
        if not check.is_sound(words) or (entry and not isinstance(entry.value, Scalar)):
            raise _damaged(path, entry.key.line if entry else tree.line, check.reason, check.hint, record)
    return record


def _words_alone(field: str) -> _Check:
    return _Check(lambda _: True, f"{field} cannot be read", f"Write it on one line, like  {field}: words")


def _damaged(path: Path, line: int, reason: str, hint: str, record: ClientRecord | None = None) -> DamagedClientError:
    return DamagedClientError(path.parent.name, f"{path}:{line}: {reason}.", hint, record)


def facts(path: Path) -> Facts:
    """The fields of a client's file that lists need; raises as `read` does."""
    record = read(path.parent)
    return {field: getattr(record, field) for field in LISTED}


def _words(node: Node) -> str:
    """The words of a value; empty for a list or a group."""
    return one_line(clean(node.text)) if isinstance(node, Scalar) else ""


def _slug(name: str) -> str:
    slug = letters(name)[:_LONGEST].strip("-")
    if not slug or slug in _RESERVED:
        return f"{slug}-client".lstrip("-")
    return slug


def _free_id(practice: Practice, slug: str) -> str:
    """The first free id like this."""
    for number in count(1):
        client_id = slug if number == 1 else f"{slug}-{number}"
        folder = practice.clients / client_id
        if not os.path.lexists(folder):
            break
        _refuse_where_nobody_knows_whose(folder)
    return client_id


def _refuse_where_nobody_knows_whose(folder: Path) -> None:
    """Raise where a folder may be the client's own already, because its file, which would say so, cannot be read."""
    if is_link(folder):
        hint = "Put what it leads to into coach.yaml, below  linked:  to have it read, or give the link another name."
        raise UnreadableError(f"{folder} is a link, and nobody knows whose it is.", hint)
    try:
        read(folder)
    except DamagedClientError as error:
        if not error.known.name:
            begin = command("session", "start", folder.name)
            hint = f"If that is this client, begin with  {begin}  or mend the file first."
            raise UnreadableError(error.message, hint) from None
    except NotFoundError:
        return
