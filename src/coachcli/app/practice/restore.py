"""A practice from a backup, into a folder where nothing is yet."""

from pathlib import Path
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.app.practice.check import check
from coachcli.app.practice.passphrase import given
from coachcli.app.practice.recovery_key import opened_with
from coachcli.domain.practice.examination import Examination
from coachcli.errors import UsageError
from coachcli.store.backup import extraction
from coachcli.store.backup.age import ByPassphrase, Opener
from coachcli.store.paths import Practice, named_path, real_target


class Restored(NamedTuple):
    """Where the practice is now, how many files it has, and what a check of it found."""

    practice: Practice
    files: int
    found: Examination


def folder_for(context: Context, into: Path | None) -> Path:
    """Where it goes, by its real path; raises where something is there."""
    wanted = context.practice.root if into is None else named_path(into)
    target = wanted if wanted.parent == wanted else real_target(Practice(wanted), wanted.absolute())
    extraction.refuse_what_is_there(target)
    return target


def opener_of(*, by_passphrase: bool, identity: Path | None, passphrase_file: Path | None) -> Opener:
    """What opens a backup, asked for where it is a passphrase that was not given."""
    if by_passphrase:
        if identity is not None:
            raise UsageError("That backup was locked by a passphrase, and not to a key.", "Leave out --identity.")
        return ByPassphrase(given(passphrase_file))
    if identity is None:
        raise UsageError("That backup was locked to a recovery key.", "Name the file that has it:  --identity FILE")
    return opened_with(identity)


def restore(context: Context, backup: Path, target: Path, opener: Opener) -> Restored:
    """Put it back, and check all of it."""
    count = extraction.restore(backup, target, opener)
    practice = Practice(target)
    return Restored(practice, count, check(context._replace(practice=practice)))
