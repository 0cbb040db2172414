"""A backup of the practice: one encrypted file, read back before anybody says that it is there."""

from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.erase import unfinished
from coachcli.app.practice.passphrase import chosen
from coachcli.app.practice.place import new_place
from coachcli.errors import NotFoundError, NotSavedError
from coachcli.store.backup import backup_file
from coachcli.store.backup.age import ByPassphrase, Cipher, ForKey
from coachcli.store.backup.backup_file import Written
from coachcli.store.backup.contents import contents_of
from coachcli.store.disk.status import is_folder
from coachcli.store.paths import Practice


def place_of(context: Context, file: Path) -> Path:
    """Where a backup goes; in a folder its name says the practice and the day. Raises where none can be made."""
    practice = context.practice
    if not is_folder(practice.root):
        raise NotFoundError(f"There is no practice in {practice.root}.", "Your first session makes it.")
    for begun in unfinished.told_of(context):
        raise NotSavedError(f"{begun.message} A backup would keep what is left of them.", begun.hint)
    return new_place(practice, file, f"{practice.root.name}-{context.clock.now():%Y-%m-%d-%H%M}.age")


def lock_of(recipient: str | None, passphrase_file: Path | None) -> Cipher:
    """What locks it: a recovery key, or else a passphrase."""
    return ForKey(recipient) if recipient is not None else ByPassphrase(chosen(passphrase_file))


def back_up(context: Context, place: Path, lock: Cipher) -> Written:
    """Write the backup."""
    return backup_file.write(context.practice, place, lock)


def number_of_steps(practice: Practice) -> int:
    """How many files are to be read: each from the practice, and back from the backup."""
    return 2 * contents_of(practice).files
