"""Reads session files strictly, as plain data in the present format, or refuses them with line and reason."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from coachcli.domain.record import Record
from coachcli.domain.record_data import NotQuickError, checked, names_in, quick
from coachcli.domain.room import ROOMS, may_share
from coachcli.domain.terms import Room
from coachcli.domain.value import Value
from coachcli.domain.version.before import dated, is_from_before
from coachcli.errors import NotSavedError, Saying, UnreadableError, harmless
from coachcli.store.disk import files
from coachcli.store.session.place import frameworks_beside
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Mapping, Scalar, node_at, plain
from coachcli.store.yaml_io.parser_errors import way_out

# YAML's own mark for the end of a document. Without it a file that lost its last lines would pass for a shorter one.
END = b"\n..."

_MEND = "The file was left as it is: mend it in an editor, or restore a copy."
_NO_MORE = "What was saved before is intact. Go on in a new session."
_UNMARK = "The file was left as it is: take share_with out of this line in an editor."
_ROOMS: dict[str, Room] = {room: room for room in ROOMS}
_UPDATE = "The file was left as it is: install the newest coachcli to open it."


class DamagedSessionError(UnreadableError):
    """A session file that cannot be wholly read. It says where and why, and never what is written there."""

    def __init__(self, path: Path, line: int, reason: str, hint: str = _MEND) -> None:
        message = Saying(f"{path}:{line}: {reason}.", discreet=f"Line {line} of the session cannot be read.")
        super().__init__(message, harmless(hint))
        self.path = path
        self.line = line
        self.reason = reason


class Read(Value, frozen=True):
    """A session file: its bytes, its tree with places, its data with every scalar a text.

    `void_marks` counts the notes that a file of before marks for others, and that can no longer be shared.
    """

    path: Path
    raw: bytes
    tree: Mapping
    data: dict[str, Any]
    void_marks: int = 0


def read(path: Path) -> Read:
    """A session file as data; raises DamagedSessionError."""
    return parsed(path, files.read_bytes(path, strict_reader.RECORD.bytes))


def refuse_too_large(path: Path, size: int, nodes: int) -> None:
    """Raise NotSavedError where a file of this size, with so many nodes, could not be read again."""
    if fullness(size, nodes) > 1:
        why = "it would be larger than can be read again"
        message = Saying(f"{path} was not saved: {why}.", discreet=f"It was not saved: {why}.")
        raise NotSavedError(message, harmless(_NO_MORE))


def fullness(size: int, nodes: int) -> float:
    """The part of what one file may hold that so many bytes, or so many names and values, take: 1 is all of it."""
    return max(size / strict_reader.RECORD.bytes, nodes / strict_reader.RECORD.nodes)


def parsed(path: Path, raw: bytes) -> Read:
    """A session file as data from its bytes; errors name `path`."""
    try:
        tree = strict_reader.read(raw, strict_reader.RECORD)
    except strict_reader.YamlProblemError as error:
        problem = error.problem
        raise DamagedSessionError(path, problem.line, problem.text, way_out(problem, _MEND)) from None
    data = plain(tree)
    if not isinstance(tree, Mapping) or not isinstance(data, dict):
        raise DamagedSessionError(path, 1, "this is not a session")
    try:
        record = Read(path, raw, tree, *dated_at(path, migrate(data)))
    except UnknownFormatError as error:
        line = tree.entries["format"].key.line if "format" in tree.entries else 1
        hint = _UPDATE if isinstance(error, NewerFormatError) else _MEND
        raise DamagedSessionError(path, line, str(error), hint) from None
    if not raw.rstrip().endswith(END):
        last = raw.rstrip().count(b"\n") + 1
        raise DamagedSessionError(path, last, "the end of the file is missing, which is a line of three dots")
    return record


FORMAT = 1

# STEPS[n] turns a record of format n into one of format n + 1.
STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


class UnknownFormatError(Exception):
    """A record of an unknown format; the message says which."""


class NewerFormatError(UnknownFormatError):
    """A record of a format that is newer than this program."""


def migrate(record: dict[str, Any]) -> dict[str, Any]:
    """`record` in the present format; the original is not touched."""
    text = record.get("format")
    if not isinstance(text, str) or not text.isascii() or not text.isdecimal() or len(text) > 6:
        raise UnknownFormatError("it does not say its format (its first line should be  format: 1)")
    number = int(text)
    if number > FORMAT:
        raise NewerFormatError(f"it has format {number}, made by a newer coachcli; this one reads up to {FORMAT}")
    if number < 1:
        raise UnknownFormatError(f"there is no format {number}")
    for step in range(number, FORMAT):
        record = {**STEPS[step](record), "format": str(step + 1)}
    return record


def dated_at(path: Path, data: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """The data of a file at a place in the words of today, and how many of its marks are void."""
    if not is_from_before(data):
        return data, 0
    from coachcli.store.session.rooms_before import rooms_in  # noqa: PLC0415 only for files of before

    return dated(data, rooms_in(frameworks_beside(path)))


if TYPE_CHECKING:
    from pydantic import ValidationError

Built = TypeVar("Built", bound=Record)

# Within { } a text ends at a comma, and what follows is read as a name of its own.
_HALF_A_TEXT = "a text with a comma in it needs quotes around all of it"


def built(kind: type[Built], record: Read) -> Built:
    """The record in a file; raises DamagedSessionError with line and reason."""
    try:
        return quick(kind, record.data)
    except NotQuickError:
        return _checked(kind, record)


def _checked(kind: type[Built], record: Read) -> Built:
    """The record in a file that people edited, or that is damaged."""
    from pydantic import ValidationError  # noqa: PLC0415 what the program wrote needs no check

    try:
        return checked(kind, record.data)
    except ValidationError as error:
        raise _damage(kind, record, error) from None


def _damage(kind: type[Record], record: Read, error: "ValidationError") -> DamagedSessionError:
    forbidden = _forbidden_mark(record)
    if forbidden is not None:
        return forbidden
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    node, key = node_at(record.tree, first["loc"])
    line = key.line if key is not None else node.line
    is_half_a_text = first["type"] == "extra_forbidden" and isinstance(node, Scalar) and not node.text
    reason = _HALF_A_TEXT if is_half_a_text else _reason(first["loc"], first["type"], names_in(kind))
    return DamagedSessionError(record.path, line, reason)


def _forbidden_mark(record: Read) -> DamagedSessionError | None:
    """The error for the first mark that the room of its turn forbids, if there is one."""
    turns = record.data.get("turns")
    for number, turn in enumerate(turns if isinstance(turns, list) else ()):
        room = _ROOMS.get(str(turn.get("with"))) if isinstance(turn, dict) else None
        notes = turn.get("notes") if room is not None and not may_share(room) else None
        for place, note in enumerate(notes if isinstance(notes, list) else ()):
            if room is not None and isinstance(note, dict) and note.get("share_with", "nobody") != "nobody":
                _, key = node_at(record.tree, ("turns", number, "notes", place, "share_with"))
                reason = f"what was noted here can be shared with nobody: it is {ROOMS[room].who}"
                return DamagedSessionError(record.path, key.line if key else record.tree.line, reason, _UNMARK)
    return None


def _reason(where: tuple[str | int, ...], kind: str, field_names: frozenset[str]) -> str:
    """The reason in words. It repeats only names of the format: any other name in a file is somebody's words."""
    names = [step for step in where if step in field_names]
    if kind == "missing":
        return f"{names[-1]} is missing"
    if kind == "extra_forbidden":
        return "a setting is not known here"
    return f"{names[-1]} cannot be read" if names else "its parts do not fit together"
