"""The file of a backup: written beside its place, read back, and only then given its name."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from coachcli.errors import CoachError, NotSavedError
from coachcli.store.backup.age import Cipher, Opener, Write, needs_passphrase
from coachcli.store.backup.members import Member, members_in
from coachcli.store.backup.tarball import Tarball
from coachcli.store.disk import files, primitives, reader, temp_files
from coachcli.store.index.census import watch
from coachcli.store.paths import Practice

_HEAD = 4096


class Written(NamedTuple):
    """A backup: its file and its size, how many files are in it, and errors for what is not."""

    path: Path
    size: int
    files: int
    left_out: tuple[CoachError, ...]


def write(practice: Practice, target: Path, cipher: Cipher) -> Written:
    """Write a backup to a free place; raises NotSavedError where what is read back is not what was read."""
    temp_files.sweep(target.parent)
    temp, ball = files.temp_beside(target), Tarball(practice)
    try:
        with primitives.in_words(target), primitives.new_file(temp) as put:
            cipher.encrypt(ball.pieces(), put)
        _read_back(temp, ball, cipher)
        size = temp.stat().st_size
        files.put_new(temp, target)
    finally:
        with suppress(OSError):
            temp.unlink(missing_ok=True)
    return Written(target, size, len(ball.digests), tuple(ball.left_out.values()))


def _read_back(path: Path, ball: Tarball, cipher: Cipher) -> None:
    """Read the whole file as a restore does, and compare every file in it with what was read of the practice."""
    digests, folders = dict[str, str](), set[str]()
    try:
        with reading(path, cipher) as members:
            for member in members:
                if member.is_folder:
                    folders.add(member.name)
                else:
                    digests[member.name] = _digest(member)
    except CoachError as error:
        raise _differs(path) from error
    if (digests, folders) != (ball.digests, ball.folders):
        raise _differs(path)


def _digest(member: Member) -> str:
    digest = hashlib.sha256()
    for piece in member.pieces:
        digest.update(piece)
    watch.get()()
    return digest.hexdigest()


def _differs(path: Path) -> NotSavedError:
    return NotSavedError(
        f"The backup in {path.parent} was read back, and is not what was written; it was not kept.",
        "The disk may be failing: back up to another one.",
    )


@contextmanager
def reading(path: Path, opener: Opener) -> Iterator[Iterator[Member]]:
    """The members of a backup, decrypted and read once."""

    def decrypt(write: Write) -> None:
        with reader.opened(path) as file:
            opener.decrypt(file.pieces, write)

    with members_in(decrypt) as members:
        yield members


def asks_for_passphrase(path: Path) -> bool:
    """Whether a backup is opened by a passphrase and not by a key; raises where it is no backup."""
    return needs_passphrase(reader.read_ends(path, _HEAD)[:_HEAD])
