"""Makes a client's folder and the file in it for somebody new, and reads that file."""

import os
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import NamedTuple

from coachcli.command_line import command
from coachcli.domain.client.cadence import EXAMPLE, read_cadence
from coachcli.domain.client.model import (
    LISTED,
    Client,
    ClientRecord,
    DamagedClientError,
    head_count,
    is_address,
    is_archive_mark,
)
from coachcli.domain.languages import language_code
from coachcli.domain.text import clean, folded, one_line
from coachcli.errors import NotFoundError, UnreadableError, UsageError, harmless
from coachcli.store.client.letters import letters
from coachcli.store.disk import files, primitives
from coachcli.store.disk.status import is_link
from coachcli.store.index.by_stamp import Facts
from coachcli.store.paths import Practice
from coachcli.store.session.place import OWN
from coachcli.store.yaml_io import edits, strict_reader, writer
from coachcli.store.yaml_io.nodes import Mapping as MappingNode
from coachcli.store.yaml_io.nodes import Node, Scalar
from coachcli.store.yaml_io.parser_errors import way_out

_RESERVED = {OWN, "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_LONGEST = 60
_SHOWN = 40


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
    "language": _Check(
        lambda words: not words or bool(language_code(words)), "this is no language", "Write it like  language: de"
    ),
    "people": _Check(
        lambda words: not words or head_count(words) is not None,
        "this is no number of people",
        "Write it like  people: 6  where the client is a team; leave the line out where they are one person.",
    ),
    "archived": _Check(
        is_archive_mark,
        "this does not say whether they are archived",
        "Write the day, like  archived: 2026-11-20, or yes; leave the line out where they are not.",
    ),
    "id": _Check(lambda _: True, "this id cannot be read", "It is the name of the client's folder."),
}
"""The checks of fields where not any words on one line will do."""
_MEND = "The file was left as it is: mend it in an editor, or restore a copy."


ORDER = ("format", "id", "name", "email", "organisation", "role", "cadence", "language", "people", "archived")
"""The names in a client's file, in the order in which they are written."""
Fields = Mapping[str, str | None]
"""Fields of a client's file with what they are to be; None takes a line out."""


def add(practice: Practice, name: str, fields: Fields | None = None) -> Client:
    """A new client with a folder of their own, whatever the name looks like; `newcomer` holds the lock."""
    name = full_name(name)
    files.make_folder(practice.clients, inside=practice.root)
    client = Client(free_id(practice, slug(name)), name)
    _lay_out(practice, client, fields or {})
    return client


def full_name(typed: str) -> str:
    """A name as it is kept; raises UsageError where it can be no client's."""
    name = one_line(clean(typed))
    if not name:
        raise UsageError("A client needs a name.", f"Give one: {command('session', 'start', 'Jane Doe')}")
    if folded(name) == OWN:
        raise UsageError(
            harmless("No client can be called own: it stands for your own work."),
            harmless("Give a name that says more."),
        )
    return name


def _lay_out(practice: Practice, client: Client, fields: Fields) -> None:
    """Make the client's folder, under a hidden name at first: no list meets a folder that does not say whose it is."""
    hidden, folder = practice.clients / ".new", practice.clients / client.id
    files.make_folder(hidden / "sessions", inside=practice.root)
    files.remove(hidden / "client.yaml")  # left by a process that was killed here
    record = {"format": 1, "id": client.id, "name": client.name}
    text = with_fields(writer.write(record).encode(), fields)
    files.replace(hidden / "client.yaml", text, expected=None)
    with primitives.in_words(folder, "made"):
        primitives.rename(hidden, folder)
        primitives.flush_folder(practice.clients)


def read(folder: Path) -> ClientRecord:
    """The fields in the file of a client's folder; raises NotFoundError, or DamagedClientError."""
    try:
        return parsed(folder / "client.yaml", files.read_bytes(folder / "client.yaml", strict_reader.RECORD.bytes))
    except DamagedClientError:
        raise
    except UnreadableError as error:
        raise DamagedClientError(folder.name, error.message, error.hint) from None


def parsed(path: Path, raw: bytes) -> ClientRecord:
    """The fields in these bytes of a client's file; raises DamagedClientError with the first that is wrong."""
    record, wrong = examined(path, raw)
    if wrong:
        raise wrong[0]
    return record


def examined(path: Path, raw: bytes) -> tuple[ClientRecord, list[DamagedClientError]]:
    """The fields in these bytes, and everything that is wrong with them; raises where they are no file of a client."""
    try:
        tree = strict_reader.read(raw, strict_reader.RECORD)
    except strict_reader.YamlProblemError as error:
        raise _damaged(path, error.problem.line, error.problem.text, way_out(error.problem, _MEND)) from None
    entries = tree.entries if isinstance(tree, MappingNode) else {}
    record = ClientRecord(**{field: _words(entries[field].value) for field in ClientRecord._fields if field in entries})
    wrong: list[DamagedClientError] = []
    for field, words in record._asdict().items():
        entry, check = entries.get(field), _CHECKS.get(field) or _words_alone(field)
        if not check.is_sound(words) or (entry and not isinstance(entry.value, Scalar)):
            line = entry.key.line if entry else tree.line
            wrong.append(_damaged(path, line, check.reason, check.hint, record))
    return record, wrong


def _refuse_misfit(field: str, words: str) -> None:
    """Raise UsageError where a field cannot have these words."""
    check = _CHECKS.get(field) or _words_alone(field)
    if not check.is_sound(words):
        raise UsageError(f"{check.reason[0].upper()}{check.reason[1:]}: {words[:_SHOWN]}", check.hint)


def checked(fields: Fields) -> dict[str, str | None]:
    """Fields as a client's file has them; raises UsageError where one cannot have its words. Empty words are None."""
    given = {field: " ".join(words.split()) if words else words for field, words in fields.items()}
    for field, words in given.items():
        if words:
            _refuse_misfit(field, words)
    if language := given.get("language"):
        given["language"] = language_code(language)
    return {field: words or None for field, words in given.items()}


def with_fields(raw: bytes, fields: Fields) -> bytes:
    """The text of a client's file with these fields; all else stays as it was written."""
    return edits.with_values(raw, fields, ORDER, strict_reader.RECORD)


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


def slug(name: str) -> str:
    """The name of a folder that is made from a client's name."""
    folder = letters(name)[:_LONGEST].strip("-")
    return f"{folder}-client".lstrip("-") if not folder or folder in _RESERVED else folder


def free_id(practice: Practice, like: str) -> str:
    """The first free id like this."""
    for number in count(1):
        client_id = like if number == 1 else f"{like}-{number}"
        folder = practice.clients / client_id
        if os.path.lexists(practice.erasing / client_id):  # to go on with that would take whoever has its id
            continue
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
