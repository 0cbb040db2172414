"""What is locked here is opened by its key or its passphrase alone, and a bit that was flipped is noticed."""

import base64
import io
from collections.abc import Iterator

import pyrage
import pytest

from coachcli.errors import UnreadableError, UsageError
from coachcli.store.backup import age
from coachcli.store.backup.age import (
    ByKey,
    ByPassphrase,
    Cipher,
    ForKey,
    LockedError,
    Opener,
    key_in,
    needs_passphrase,
    new_key,
)

WORDS = b"words " * 40_000
EASY = (
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBUdHVNcU04QmRSSnpxTk0vYmovQ0tnIDQKTFY2bE5tN2Nib3Q2Q3E1Z25Y"
    "Q2t1ekgwRVlkSUg5cUM1QnBaTFlKV09BRQotLS0gZlovbk8ybzlkN0lDNkZIQ3FtSGN2Q2F2R3lvMXYrQU1vYUdyL1VVbW1QZwoY"
    "NRh2/iXktWBu7EGJvXO7mPGPDyZYdbajlzLVBJfQYPvWHwaX"
)
"""`words`, locked with the least work: what is locked here takes a second to try a passphrase."""


def locked(cipher: Cipher, data: bytes = WORDS) -> bytes:
    out = bytearray()
    cipher.encrypt([data[:10], b"", data[10:]], out.extend)
    return bytes(out)


def opened(opener: Opener, data: bytes) -> bytes:
    out = bytearray()
    opener.decrypt((data[at : at + 70_001] for at in range(0, len(data), 70_001)), out.extend)
    return bytes(out)


def test_what_is_locked_to_a_key_is_opened_by_it_here_and_by_any_program_of_age() -> None:
    key = new_key()
    data = locked(ForKey(f" {key.public}\n"))

    assert opened(ByKey(key.secret), data) == WORDS
    out = io.BytesIO()
    pyrage.decrypt_io(io.BytesIO(data), out, [pyrage.x25519.Identity.from_str(key.secret)])
    assert out.getvalue() == WORDS
    assert b"words" not in data


def test_it_can_be_read_back_where_it_was_made_without_the_secret_and_nowhere_else() -> None:
    key = new_key()
    maker, other = ForKey(key.public), ForKey(key.public)
    data = locked(maker)

    assert opened(maker, data) == WORDS
    with pytest.raises(LockedError, match="was not made for this key"):
        opened(other, data)


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(LockedError, match="was not made for this key"):
        opened(ByKey(new_key().secret), locked(ForKey(new_key().public)))


@pytest.mark.slow
def test_a_passphrase_opens_what_it_locked() -> None:
    data = locked(ByPassphrase("correct horse battery"), b"words")

    assert opened(ByPassphrase("correct horse battery"), data) == b"words"


def test_another_passphrase_does_not_open_it() -> None:
    data = base64.b64decode(EASY)

    assert opened(ByPassphrase("correct horse battery"), data) == b"words"
    with pytest.raises(LockedError, match="That is not the passphrase"):
        opened(ByPassphrase("correct horse batterie"), data)


def test_each_bit_counts() -> None:
    key = new_key()
    data = locked(ForKey(key.public))
    for at in (*range(0, 400, 13), *range(400, len(data), 20_011), len(data) - 1):
        wrong = bytearray(data)
        wrong[at] ^= 4
        with pytest.raises(UnreadableError):
            opened(ByKey(key.secret), bytes(wrong))
    for end in (0, 10, 200, 65_000, len(data) - 1):
        with pytest.raises(UnreadableError):
            opened(ByKey(key.secret), data[:end])
    with pytest.raises(UnreadableError):
        opened(ByKey(key.secret), data + b"x")


def test_what_goes_wrong_on_our_side_comes_through_as_it_is() -> None:
    def failing() -> Iterator[bytes]:
        yield b"x"
        raise KeyboardInterrupt

    def full(_: bytes) -> None:
        raise OSError(28, "full")

    key = new_key()
    with pytest.raises(KeyboardInterrupt):
        ForKey(key.public).encrypt(failing(), lambda _: None)
    with pytest.raises(OSError, match="full") as told:
        ForKey(key.public).encrypt([WORDS], full)
    assert told.value.errno == 28
    with pytest.raises(OSError, match="full"):
        ByKey(key.secret).decrypt([locked(ForKey(key.public))], full)


@pytest.mark.parametrize("size", [10, 70_000, 300_000])
def test_nor_is_it_forgotten_at_the_very_end(size: int) -> None:
    """The library writes the last of it when it is done, and would not say what came of that."""
    key, out = new_key(), list[bytes]()
    ForKey(key.public).encrypt([bytes(size)], out.append)
    for number in range(1, len(out) + 1):
        left = iter([None] * (number - 1))

        def full(_: bytes, left: Iterator[None] = left) -> None:
            if next(left, True):
                raise OSError(28, "full")

        with pytest.raises(OSError, match="full"):
            ForKey(key.public).encrypt([bytes(size)], full)


def test_what_is_no_key_is_told_in_words() -> None:
    for words in ("", "age", "ssh-ed25519 AAAA", new_key().secret):
        with pytest.raises(UsageError, match=r"no recovery key to lock with: one begins with age1\."):
            ForKey(words)
    with pytest.raises(UsageError, match="not whole"):
        ForKey("age1nothing")
    with pytest.raises(UsageError, match="not whole"):
        ByKey("AGE-SECRET-KEY-1XYZ")


def test_a_key_is_found_in_its_file_however_it_was_copied() -> None:
    secret = new_key().secret

    assert key_in(f"# created\n# public key: age1x\n{secret}\n") == secret
    assert key_in(f"\r\n  {secret} \r\n") == secret
    for text in ("", "# AGE-SECRET-KEY-1AAA", "age1x"):
        with pytest.raises(UsageError, match="no recovery key in that file"):
            key_in(text)


def test_a_head_tells_what_opens_it() -> None:
    assert needs_passphrase(b"age-encryption.org/v1\n-> scrypt c2FsdA 18\nbody") is True
    assert needs_passphrase(b"age-encryption.org/v1\n-> X25519 abc\nbody") is False


@pytest.mark.parametrize(
    "data", [b"", b"age-encryption.org/v2\n-> X25519 a\n", b"PK\x03\x04", b"age-encryption.org/v1\n"]
)
def test_what_is_no_age_is_no_backup(data: bytes) -> None:
    with pytest.raises(LockedError, match="That is no backup"):
        needs_passphrase(data)


@pytest.mark.parametrize("hard", [b"21", b"30", b"999", b"", b"x"])
def test_a_passphrase_that_would_take_all_the_memory_is_not_tried(hard: bytes) -> None:
    with pytest.raises(LockedError, match="takes too much memory"):
        needs_passphrase(b"age-encryption.org/v1\n-> scrypt c2FsdA " + hard + b"\n")


def test_more_than_the_memory_should_hold_asks_for_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age, "_MOST_BY_PASSPHRASE", 1000)

    with pytest.raises(UsageError, match="too much for a passphrase") as told:
        locked(ByPassphrase("correct horse battery"))

    assert "--new-key" in told.value.hint
