"""Session files as plain data: read strictly, in the present format, and refused with line and reason otherwise."""

from pathlib import Path
from typing import Any

from coachcli.domain.value import Value
from coachcli.errors import NotSavedError, Saying, UnreadableError, harmless
from coachcli.store.disk import files
from coachcli.store.session.migrations import NewerFormatError, UnknownFormatError, migrate
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Mapping, plain
from coachcli.store.yaml_io.parser_errors import way_out

# YAML's own mark for the end of a document. A file that lost its last lines would otherwise pass for a shorter one.
END = b"\n..."

_MEND = "The file was left as it is: mend it in an editor, or restore a copy."
_NO_MORE = "What was saved before is intact. Go on in a new session."
_UPDATE = "The file was left as it is: install the newest coachcli to open it."


class DamagedSessionError(UnreadableError):
    """A session file that cannot be wholly read. It says where and why, and never what is written there."""

    def __init__(self, path: Path, line: int, reason: str, hint: str = _MEND) -> None:
        said = Saying(f"{path}:{line}: {reason}.", discreet=f"Line {line} of the session cannot be read.")
        super().__init__(said, harmless(hint))
        self.path = path
        self.line = line
        self.reason = reason


class Read(Value, frozen=True):
    """A session file: its bytes, its tree with places, its data with every scalar a text."""

    path: Path
    raw: bytes
    tree: Mapping
    data: dict[str, Any]


def read(path: Path) -> Read:
    """A session file as data; raises DamagedSessionError."""
    return parsed(path, files.read_bytes(path, strict_reader.RECORD.bytes))


def refuse_too_large(path: Path, size: int, nodes: int) -> None:
    """Raise where what is to be written could not be read again."""
    if fullness(size, nodes) > 1:
        why = "it would be larger than can be read again"
        said = Saying(f"{path} was not saved: {why}.", discreet=f"It was not saved: {why}.")
        raise NotSavedError(said, harmless(_NO_MORE))


def fullness(size: int, nodes: int) -> float:
    """How much of what one file may hold there is in so many bytes, with so many names and values: 1 is all."""
    return max(size / strict_reader.RECORD.bytes, nodes / strict_reader.RECORD.nodes)


def parsed(path: Path, raw: bytes) -> Read:
    """The same from bytes at hand; `path` is what errors name."""
    try:
        tree = strict_reader.read(raw, strict_reader.RECORD)
    except strict_reader.YamlProblemError as error:
        problem = error.problem
        raise DamagedSessionError(path, problem.line, problem.text, way_out(problem, _MEND)) from None
    data = plain(tree)
    if not isinstance(tree, Mapping) or not isinstance(data, dict):
        raise DamagedSessionError(path, 1, "this is not a session")
    try:
        record = Read(path, raw, tree, migrate(data))
    except UnknownFormatError as error:
        line = tree.entries["format"].key.line if "format" in tree.entries else 1
        hint = _UPDATE if isinstance(error, NewerFormatError) else _MEND
        raise DamagedSessionError(path, line, str(error), hint) from None
    if not raw.rstrip().endswith(END):
        last = raw.rstrip().count(b"\n") + 1
        raise DamagedSessionError(path, last, "the end of the file is missing, which is a line of three dots")
    return record
