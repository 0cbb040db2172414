"""Encryption by age, to a recovery key or by a passphrase: whatever opens such files opens ours."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple, NoReturn, Protocol

from coachcli.command_line import command
from coachcli.errors import UnreadableError, UsageError
from coachcli.patterns import pattern

if TYPE_CHECKING:
    from pyrage import x25519

_PUBLIC = "age1"
_STANZA = pattern(rb"age-encryption\.org/v1\n-> (?P<kind>\S+)(?: (?P<rest>[^\n]*))?\n")
_SECRET = pattern(r"^[ \t]*(AGE-SECRET-KEY-1[0-9A-Za-z]+)[ \t\r]*$")
# Beyond this, to try a passphrase takes more than a gigabyte of memory. What is made here takes a quarter of one.
_HARDEST = 20
# A passphrase locks what is in the memory as a whole.
_MOST_BY_PASSPHRASE = 512 << 20
Write = Callable[[bytes], object]
Pieces = Iterable[bytes]


class Opener(Protocol):
    """What opens a locked file."""

    def decrypt(self, pieces: Pieces, write: Write) -> None:
        """Write what is in these encrypted bytes; raises UnreadableError where it cannot be opened."""


class Cipher(Opener, Protocol):
    """What locks a file, and opens it again."""

    def encrypt(self, pieces: Pieces, write: Write) -> None:
        """Write these bytes, encrypted."""


class Key(NamedTuple):
    """A recovery key: what locks is public, what opens is secret."""

    public: str
    secret: str


class LockedError(UnreadableError):
    """A backup that cannot be opened: with this key, with this passphrase, or at all."""


def new_key() -> Key:
    """A new recovery key."""
    from pyrage import x25519  # noqa: PLC0415 only where something is locked

    identity = x25519.Identity.generate()
    return Key(str(identity.to_public()), str(identity))


def key_in(text: str) -> str:
    """The secret key in the text of a key's file; raises UsageError where there is none."""
    found = [match[1] for match in map(_SECRET.search, text.split("\n")) if match]
    if not found:
        raise UsageError("There is no recovery key in that file.", "It has a line that begins with AGE-SECRET-KEY-1")
    return found[0]


def needs_passphrase(head: bytes) -> bool:
    """Whether a file that begins so is opened by a passphrase; raises LockedError where it is no such file at all."""
    stanza = _STANZA.match(head)
    if stanza is None:
        raise LockedError("That is no backup: it was not encrypted by age.", "Nothing was written.")
    if stanza["kind"] != b"scrypt":
        return False
    hard = (stanza["rest"] or b"").split(b" ")[-1]
    if not hard.isdigit() or len(hard) > 2 or int(hard) > _HARDEST:
        raise LockedError(
            "That backup cannot be opened here: to try a passphrase takes too much memory.", "Nothing was written."
        )
    return True


class ForKey:
    """To a recovery key that is elsewhere. A second key, which nobody ever sees, opens it until this process ends."""

    def __init__(self, public: str) -> None:
        from pyrage import RecipientError, x25519  # noqa: PLC0415 as above

        try:
            self._recipient = x25519.Recipient.from_str(public.strip())
        except RecipientError:
            raise _no_recipient(public.strip()) from None
        self._passing = x25519.Identity.generate()

    def encrypt(self, pieces: Pieces, write: Write) -> None:
        """Write these bytes, encrypted."""
        import pyrage  # noqa: PLC0415 as above

        source, sink = _Source(pieces), _Sink(write)
        try:
            pyrage.encrypt_io(source, sink, [self._recipient, self._passing.to_public()])
        except (pyrage.EncryptError, OSError):
            _raise_ours(source, sink)
            raise
        _raise_ours(source, sink)

    def decrypt(self, pieces: Pieces, write: Write) -> None:
        """Write what is in these encrypted bytes."""
        _decrypt(pieces, write, self._passing)


def _no_recipient(public: str) -> UsageError:
    if public.startswith(_PUBLIC):
        return UsageError("That recovery key is not whole.", "Copy it again, every letter of it.")
    make = command("practice", "backup", "--new-key", "recovery-key.txt")
    return UsageError(f"That is no recovery key to lock with: one begins with {_PUBLIC}.", f"Make one: {make}")


class ByKey:
    """With the recovery key itself."""

    def __init__(self, secret: str) -> None:
        from pyrage import IdentityError, x25519  # noqa: PLC0415 as above

        try:
            self._identity = x25519.Identity.from_str(secret)
        except IdentityError:
            raise UsageError("That recovery key is not whole.", "Copy it again, every letter of it.") from None

    def decrypt(self, pieces: Pieces, write: Write) -> None:
        """Write what is in these encrypted bytes."""
        _decrypt(pieces, write, self._identity)


class ByPassphrase:
    """By a passphrase, all of it in the memory: age has no other way with these."""

    def __init__(self, passphrase: str) -> None:
        self._passphrase = passphrase

    def encrypt(self, pieces: Pieces, write: Write) -> None:
        """Write these bytes, encrypted."""
        import pyrage  # noqa: PLC0415 as above

        write(pyrage.passphrase.encrypt(_gathered(pieces), self._passphrase))

    def decrypt(self, pieces: Pieces, write: Write) -> None:
        """Write what is in these encrypted bytes."""
        import pyrage  # noqa: PLC0415 as above

        try:
            data = pyrage.passphrase.decrypt(_gathered(pieces), self._passphrase)
        except (pyrage.DecryptError, OSError) as error:
            _refuse(error)
        write(data)


def _gathered(pieces: Pieces) -> bytes:
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > _MOST_BY_PASSPHRASE:
            how = command("practice", "backup", "--new-key", "recovery-key.txt")
            raise UsageError("That is too much for a passphrase.", f"Lock it to a recovery key instead: {how}")
    return bytes(data)


def _decrypt(pieces: Pieces, write: Write, identity: "x25519.Identity") -> None:
    import pyrage  # noqa: PLC0415 as above

    source, sink = _Source(pieces), _Sink(write)
    try:
        pyrage.decrypt_io(source, sink, [identity])
    except (pyrage.DecryptError, OSError) as error:
        _raise_ours(source, sink)
        _refuse(error)
    _raise_ours(source, sink)


def _refuse(error: Exception) -> NoReturn:
    """Say why a file cannot be opened; the library has words and no kinds for it."""
    words = str(error)
    if "No matching keys" in words:
        raise LockedError("That backup was not made for this key.", "Nothing was written. Try another one.") from None
    if "Decryption failed" in words:
        raise LockedError("That is not the passphrase of this backup.", "Nothing was written. Try again.") from None
    raise LockedError(
        "That backup is damaged, or not whole.", "Nothing was written. Copy it again, or take another one."
    ) from None


class _Source:
    """Bytes that come in pieces of any size, as the library reads them. It keeps what went wrong there."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = iter(pieces)
        self._rest = memoryview(b"")
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most so many; none at the end."""
        try:
            while not self._rest:
                self._rest = memoryview(next(self._pieces))
        except StopIteration:
            return b""
        except BaseException as error:
            self.error = error
            raise
        size = len(self._rest) if size < 0 else size
        piece, self._rest = self._rest[:size], self._rest[size:]
        return bytes(piece)


class _Sink:
    """Where the library writes to. It keeps what went wrong there."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self.error: BaseException | None = None

    def write(self, data: bytes) -> int:
        """Hand the bytes on."""
        try:
            self._write(bytes(data))
        except BaseException as error:
            self.error = error
            raise
        return len(data)

    def flush(self) -> None:
        """Nothing is held back here."""


def _raise_ours(source: _Source, sink: _Sink) -> None:
    """Raise what went wrong on our side of the library: it puts that into words of its own, or forgets it.

    What it held back it writes when it is done, and whatever comes of that it does not say.
    """
    error = source.error or sink.error
    if error is not None:
        raise error from None
