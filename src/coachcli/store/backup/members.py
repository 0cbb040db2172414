"""The files in a backup, one after another: nothing is believed of them, and nothing is held but a piece of one."""

import sys
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Queue
from threading import Thread
from typing import NamedTuple, NoReturn

from coachcli.domain.practice.archive_names import Names
from coachcli.domain.text import one_line, visible
from coachcli.errors import UnreadableError
from coachcli.store.backup.age import LockedError, Write
from coachcli.store.backup.tarball import TOP

_PIECE = 64 << 10
_WAITING = 16
_GZIP = 31
# What stands before a file, its long name say, is read as a whole.
_LARGEST_HEAD = 1 << 20
_SHOWN = 60
_DAMAGED = "That backup is damaged, or not whole."
_NOTHING = "Nothing was written."


class Member(NamedTuple):
    """A file or a folder in a backup: its name below the practice, its size, when it was changed, and its bytes."""

    name: str
    is_folder: bool
    size: int
    modified: int
    pieces: Iterator[bytes]


@contextmanager
def members_in(decrypt: Callable[[Write], object]) -> Iterator[Iterator[Member]]:
    """The members of what `decrypt` writes; raises UnreadableError at the first that no backup of ours has."""
    stream = _Stream(decrypt)
    try:
        yield _members(stream)
    finally:
        stream.close()


def _members(stream: "_Stream") -> Iterator[Member]:
    names = Names(for_windows=sys.platform == "win32")
    try:
        with tarfile.TarFile(fileobj=stream) as tar:  # type: ignore[arg-type]  # it reads, tells and seeks forward
            while (info := tar.next()) is not None:
                tar.members.clear()  # type: ignore[attr-defined]  # it would keep them all
                member = _member(info, stream, names)
                if member is not None:
                    yield member
        stream.drain()
    except (tarfile.TarError, RecursionError, ValueError) as error:
        raise stream.why_it_ended() from error


def _member(info: tarfile.TarInfo, stream: "_Stream", names: Names) -> Member | None:
    """The member that a header says; None for the folder that holds all of them."""
    name, is_folder = info.name, info.type == tarfile.DIRTYPE
    if name == TOP and is_folder:
        return None
    if info.type not in {tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.DIRTYPE} or info.sparse:
        _refuse(name, "it is no plain file")
    if info.size < 0 or (is_folder and info.size):
        _refuse(name, "its size cannot be right")
    if not name.startswith(f"{TOP}/"):
        _refuse(name, "it is not in the folder of a practice")
    name = name.removeprefix(f"{TOP}/")
    if why := names.refusal(name, is_folder=is_folder):
        _refuse(name, why)
    modified = info.mtime if isinstance(info.mtime, int) and 0 <= info.mtime < 1 << 40 else 0
    return Member(name, is_folder, info.size, modified, stream.pieces(info.offset_data, info.size))


def _refuse(name: str, why: str) -> NoReturn:
    shown = one_line(visible(name))[:_SHOWN]
    raise UnreadableError(f"That is no backup of a practice: {shown} is in it, and {why}.", _NOTHING)


class _OverError(Exception):
    """Nobody reads any more."""


class _Stream:
    """The decrypted and decompressed bytes, to be read forward: another thread decrypts a few pieces ahead."""

    def __init__(self, decrypt: Callable[[Write], object]) -> None:
        self._queue: Queue[bytes | None] = Queue(_WAITING)
        self._press = zlib.decompressobj(wbits=_GZIP)
        self._raw = self._held = b""
        self._at = 0
        self._is_over = self._is_ended = False
        self._error: BaseException | None = None
        self._thread = Thread(target=self._pour, args=(decrypt,), daemon=True)
        self._thread.start()

    def _pour(self, decrypt: Callable[[Write], object]) -> None:
        try:
            decrypt(self._put)
        except BaseException as error:  # noqa: BLE001 whoever reads is told
            self._error = error
        self._queue.put(None)

    def _put(self, data: bytes) -> None:
        for start in range(0, len(data), _PIECE):
            if self._is_over:
                raise _OverError
            self._queue.put(data[start : start + _PIECE])

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at

    def seek(self, place: int) -> None:
        """Go forward to a place."""
        if place < self._at:
            raise ValueError("this goes forward alone")
        while self._at < place and self._next(min(place - self._at, _PIECE)):
            pass

    def read(self, size: int = -1) -> bytes:
        """So many bytes, or all there are before the end."""
        if not 0 <= size <= _LARGEST_HEAD:
            raise ValueError("so much is never asked for")
        data = b""
        while len(data) < size and (piece := self._next(size - len(data))):
            data += piece
        return data

    def pieces(self, start: int, size: int) -> Iterator[bytes]:
        """The bytes of a member, in pieces."""
        self.seek(start)
        while size:
            piece = self._next(min(size, _PIECE))
            if not piece:
                raise self.why_it_ended()
            size -= len(piece)
            yield piece

    def drain(self) -> None:
        """Read to the end: what is encrypted is known to be whole only there."""
        while self._next(_PIECE):
            pass
        if self._error is not None or not self._press.eof:
            raise self.why_it_ended()

    def why_it_ended(self) -> BaseException:
        """What stopped the decryption, if that is why the bytes ended; else they are not those of a backup."""
        if self._is_ended and self._error is not None:
            return self._error
        return LockedError(_DAMAGED, f"{_NOTHING} Copy it again, or take another one.")

    def close(self) -> None:
        """Stop the other thread, wherever it is."""
        self._is_over = True
        while not self._is_ended:
            self._is_ended = self._queue.get() is None
        self._thread.join()

    def _next(self, most: int) -> bytes:
        """Some bytes, at most so many; none at the end."""
        while not self._held:
            if not self._raw and not self._is_ended:
                piece = self._queue.get()
                self._is_ended = piece is None
                self._raw = piece or b""
            if not self._raw or self._press.eof:
                if self._is_ended:
                    return b""
                self._raw = b""
                continue
            try:
                self._held = self._press.decompress(self._raw, _PIECE)
            except zlib.error as error:
                raise self.why_it_ended() from error
            self._raw = self._press.unconsumed_tail
        piece, self._held = self._held[:most], self._held[most:]
        self._at += len(piece)
        return piece
