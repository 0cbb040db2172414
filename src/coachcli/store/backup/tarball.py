"""A practice as one stream of bytes: a compressed tar, in one order, as any program of that name reads it."""

import hashlib
import tarfile
import zlib
from collections.abc import Iterator

from coachcli.errors import CoachError, NotFoundError, PassedOverError, UnreadableError
from coachcli.store.backup.contents import contents_of
from coachcli.store.disk import reader
from coachcli.store.disk.tree import Found
from coachcli.store.index.census import watch
from coachcli.store.paths import Practice

TOP = "practice"
"""The folder in the tar that holds everything."""
_GZIP = 31
_SECOND = 10**9
_ROUNDS = 5
_LARGEST = 2 << 30
"""Nothing that coachcli writes comes near it; a recording that lies about would hold up every backup."""


class Tarball:
    """The practice, read as its pieces are asked for. Then `digests` has what was read of each file."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self.digests: dict[str, str] = {}
        self.folders: set[str] = set()
        self.left_out: dict[str, CoachError] = {}
        self._met: set[str] = set()
        self._begun: set[str] = set()

    def pieces(self) -> Iterator[bytes]:
        """The bytes, compressed."""
        press = zlib.compressobj(wbits=_GZIP)
        for piece in self._tar():
            if out := press.compress(piece):
                yield out
        yield press.flush()

    def _tar(self) -> Iterator[bytes]:
        yield _head(TOP, is_folder=True)
        for _ in range(_ROUNDS):
            # What was moved meanwhile may lie where was looked before: nobody's words may be in neither place.
            new = self._new()
            if not new:
                break
            for found in new:
                yield from self._member(found)
        yield bytes(2 * tarfile.BLOCKSIZE)

    def _new(self) -> list[Found]:
        there = contents_of(self._practice)
        self.left_out |= {error.message: error for error in there.left_out}
        return [one for one in there.found if one.name not in self._met]

    def _member(self, found: Found) -> Iterator[bytes]:
        self._met.add(found.name)
        if found.is_folder:
            self.folders.add(found.name)
            yield _head(f"{TOP}/{found.name}", is_folder=True)
            return
        try:
            with reader.opened(found.path) as file:
                if file.size > _LARGEST:
                    too_large = f"{found.path} is larger than 2 GB, and is not in the backup."
                    self.left_out[too_large] = PassedOverError(too_large, "Keep a copy of it by itself.")
                    return
                yield from self._file(found.name, file)
        except NotFoundError:  # gone since its folder was listed
            return
        except UnreadableError as error:
            if found.name in self._begun:
                raise
            self.left_out[error.message] = error

    def _file(self, name: str, file: reader.Opened) -> Iterator[bytes]:
        self._begun.add(name)
        yield _head(f"{TOP}/{name}", size=file.size, modified=file.modified // _SECOND)
        digest = hashlib.sha256()
        for piece in file.pieces:
            digest.update(piece)
            yield piece
        yield bytes(-file.size % tarfile.BLOCKSIZE)
        self.digests[name] = digest.hexdigest()
        watch.get()()


def _head(name: str, *, size: int = 0, modified: int = 0, is_folder: bool = False) -> bytes:
    """The blocks before a file: nothing in them says who made it, or when."""
    info = tarfile.TarInfo(name)
    info.type = tarfile.DIRTYPE if is_folder else tarfile.REGTYPE
    info.size, info.mtime, info.mode = size, modified, 0o700 if is_folder else 0o600
    return info.tobuf(tarfile.PAX_FORMAT)
