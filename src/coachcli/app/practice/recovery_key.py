"""A recovery key: what locks backups is public, what opens them is in one file, to be printed and kept elsewhere."""

from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.practice.place import new_place
from coachcli.store.backup.age import ByKey, key_in, new_key
from coachcli.store.disk import files, reader
from coachcli.store.paths import named_path

_LARGEST = 64 << 10
_PAGE = """# The recovery key of a coaching practice. Whoever has it can read every backup that was locked to it,
# and without it nobody can. Print this page, keep it where your practice is not, and remove this file.
# created: {day}
# public key: {public}
{secret}
"""


def make_key(context: Context, file: Path) -> tuple[Path, str]:
    """Write a new recovery key into a file of its own; returns the file, and what locks."""
    path = new_place(context.practice, file, "recovery-key.txt")
    key = new_key()
    text = _PAGE.format(day=context.clock.now().date(), public=key.public, secret=key.secret)
    files.replace(path, text.encode(), expected=None)
    return path, key.public


def opened_with(file: Path) -> ByKey:
    """What opens backups, from the file of a recovery key."""
    data = reader.read_bytes(named_path(file).resolve(), _LARGEST)
    return ByKey(key_in(data.decode(errors="replace")))
