"""The line being typed, on disk in a small file of its own."""

import json
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from coachcli.errors import CoachError, NotFoundError
from coachcli.store.disk import files

_FORMAT = 1
# A string of JSON, or as much of it as a torn file still has.
_STRING = r'"{key}": ?"((?:[^"\\\x00-\x1f]++|\\(?:u[0-9a-f]{{4}}|[^u\x00-\x1f]))*+)'


class Draft(NamedTuple):
    """The words on the line and the place of the cursor, with the question or field and the session file they are for.

    `base` is the digest of that file. `before` are the lines entered earlier that are not in the file either.
    """

    text: str
    cursor: int
    question: str | None
    field: str | None
    base: str
    before: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Draft({len(self.text)} characters)"


def typing_path(path: Path) -> Path:
    """The file beside the draft `path` with the line as it was typed since its last flush."""
    return path.with_name(f"{path.name}.typing")


def flushing_path(path: Path) -> Path:
    """The file beside the draft `path` with the line that is on its way to the disk."""
    return path.with_name(f"{path.name}.flushing")


def files_of(path: Path) -> tuple[Path, ...]:
    """The files in which the draft at `path` may be, the newest first."""
    return typing_path(path), flushing_path(path), path


def read(path: Path) -> Draft | None:
    """The draft kept at `path`, or what can be rescued of it; a damaged file is moved aside, never deleted."""
    parts = [_look(each) for each in files_of(path)]
    newest_first = *(each.whole for each in parts), *(each.rescued for each in parts)
    return next((draft for draft in newest_first if draft is not None), None)


def is_whole(data: bytes) -> bool:
    """Whether these bytes are a draft; nothing is moved aside where they are not."""
    try:
        _from_bytes(data)
    except (ValueError, TypeError, RecursionError):
        return False
    return True


def write(path: Path, draft: Draft) -> None:
    """Write `draft` to `path`, on disk when this returns; raises NotSavedError."""
    put(path, draft)
    files.settle(typing_path(path), path)


def put(path: Path, draft: Draft) -> None:
    """Hand `draft` to the system, where it outlives this process."""
    files.put(typing_path(path), _to_bytes(draft))


class _Found(NamedTuple):
    """The draft in one file, whole or as far as it could be rescued."""

    whole: Draft | None = None
    rescued: Draft | None = None


def _look(path: Path) -> _Found:
    """Read one file; one that is not wholly a draft is moved aside."""
    data = b""
    try:
        data = files.read_bytes(path)
        if not data:
            return _Found()
        return _Found(whole=_from_bytes(data))
    except NotFoundError:
        return _Found()
    except (CoachError, ValueError, TypeError, RecursionError):
        with suppress(CoachError):
            files.move_to(path, path.with_name(f"{path.name}.damaged"))
        return _Found(rescued=_rescued(data))


def _to_bytes(draft: Draft) -> bytes:
    """`draft` as JSON in plain ASCII, which keeps half characters; the text is last, in case the file is torn."""
    fields = {"format": _FORMAT, "base": draft.base, "question": draft.question, "field": draft.field}
    before = {"before": draft.before} if draft.before else {}
    return json.dumps({**fields, **before, "cursor": draft.cursor, "text": draft.text}).encode("ascii")


def _from_bytes(data: bytes) -> Draft:
    """The draft in `data`; ValueError or TypeError if it is not wholly one."""
    fields = json.loads(data)
    if not isinstance(fields, dict):
        raise TypeError("no draft")
    text, cursor, base = fields.get("text"), fields.get("cursor"), fields.get("base")
    question, field = fields.get("question"), fields.get("field")
    if not (isinstance(text, str) and isinstance(cursor, int) and isinstance(base, str)):
        raise TypeError("no draft")
    if not (isinstance(question, str | None) and isinstance(field, str | None)):
        raise TypeError("no draft")
    before = fields.get("before", [])
    if not (isinstance(before, list) and all(isinstance(line, str) for line in before)):
        raise TypeError("no draft")
    return Draft(text, min(max(cursor, 0), len(text)), question, field, base, tuple(before))


def _rescued(data: bytes) -> Draft | None:
    """As much of a draft as `data` still has; None where it has no text."""
    raw = data.decode("utf-8", "replace")
    text = _string(raw, "text")
    if not text:
        return None
    return Draft(text, len(text), _string(raw, "question"), _string(raw, "field"), _string(raw, "base") or "")


def _string(raw: str, key: str) -> str | None:
    """What is left of the string called `key` in damaged JSON."""
    match = re.search(_STRING.format(key=key), raw)
    if match is None:
        return None
    with suppress(ValueError):
        value: str = json.loads(f'"{match[1]}"')
        return value
    return None
