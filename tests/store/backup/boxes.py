"""A tar as somebody else may have made it, and a lock that locks nothing."""

import gzip
import io
import tarfile
from collections.abc import Callable, Iterable

from coachcli.store.backup.age import Write

Put = Callable[[tarfile.TarFile], None]


class Open:
    """It opens what was never locked."""

    def encrypt(self, pieces: Iterable[bytes], write: Write) -> None:
        for piece in pieces:
            write(piece)

    def decrypt(self, pieces: Iterable[bytes], write: Write) -> None:
        for piece in pieces:
            write(piece)


def box(*puts: Put, form: int = tarfile.PAX_FORMAT) -> bytes:
    """A compressed tar of these."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=form) as tar:
        for put in puts:
            put(tar)
    return gzip.compress(made.getvalue(), mtime=0)


def file(name: str, data: bytes = b"x", **more: object) -> Put:
    """A file, or what says in its header that it is something else."""

    def put(tar: tarfile.TarFile) -> None:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        for part, value in more.items():
            setattr(info, part, value)
        tar.addfile(info, io.BytesIO(data))

    return put


def folder(name: str) -> Put:
    """A folder."""
    return file(name, b"", type=tarfile.DIRTYPE)
