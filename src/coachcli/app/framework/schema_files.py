"""The two schemas beside the coach's frameworks, by which an editor completes and checks what is typed."""

from pathlib import Path

from coachcli.errors import InUseError, NotFoundError, UsageError
from coachcli.render.framework.schema import DERIVED_FILE, PLAIN_FILE, framework_schema, schema_text
from coachcli.store.disk import files
from coachcli.store.paths import Practice

_BEGINNING = b'{\n "$schema"'


def keep_schemas(practice: Practice) -> None:
    """Write them where they are not there, or are those of another version."""
    for name, derived in ((PLAIN_FILE, False), (DERIVED_FILE, True)):
        path, data = practice.frameworks / name, schema_text(framework_schema(derived=derived)).encode()
        try:
            there = files.read_bytes(path)
        except NotFoundError:
            files.replace(path, data, expected=None)
        else:
            if there != data:
                files.replace(path, data, expected=files.digest(there))


def write_schema(target: Path, text: str) -> None:
    """Write a schema where the coach wants it; over an older one, and over nothing else."""
    if not target.parent.is_dir():
        raise UsageError(f"There is no folder {target.parent}.", "Make it first, or name another.")
    seen: str | None = None
    if target.exists():
        there = files.read_bytes(target)
        if not there.startswith(_BEGINNING):
            raise InUseError(f"{target} is there already, and is no schema.", "Nothing was overwritten. Name another.")
        seen = files.digest(there)
    files.replace(target, text.encode(), expected=seen)
