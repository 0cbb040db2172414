"""A text of another program: its letters, or why it is none."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachcli.errors import CoachError, NotFoundError, UnreadableError
from coachcli.store.foreign.text_file import ForeignText, NoTextError, read_text

assert sys.platform != "win32"

WORDS = "Größe – “so”\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "notes.md"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (WORDS.encode(), ()),
        (b"\xef\xbb\xbf" + WORDS.encode(), ()),
        (WORDS.encode("utf-16"), ("It is in UTF-16.",)),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), ("It is in UTF-16.",)),
        (WORDS.encode("cp1252"), ("It is no UTF-8; its letters are read as Windows-1252.",)),
    ],
)
def test_it_is_read_in_the_encoding_that_it_is_in(file: Path, data: bytes, told: tuple[str, ...]) -> None:
    file.write_bytes(data)

    assert read_text(file, 1000) == ForeignText(WORDS, told)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"one\nt\x00o", "this is no text"),
        (b"one\ntwo \xff\xc3\xa4", "line 2 has letters in an encoding that is not known"),
        (b"\xff\xfea", "line 1 has letters in an encoding that is not known"),
    ],
)
def test_what_is_no_text_is_refused(file: Path, data: bytes, why: str) -> None:
    file.write_bytes(data)

    with pytest.raises(NoTextError, match=why) as caught:
        read_text(file, 1000)
    assert caught.value.discreet == "The file cannot be read as a text."


def test_only_a_plain_file_is_read_and_nothing_is_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    (tmp_path / "large").write_bytes(b"x" * 11)
    for name, error in {"pipe": UnreadableError, "folder": UnreadableError, "link": UnreadableError,
                        "large": UnreadableError, "nothing": NotFoundError}.items():  # fmt: skip
        with pytest.raises(error):
            read_text(tmp_path / name, 10)
    with pytest.raises(UnreadableError):
        read_text(Path("/dev/zero"), 10)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary())
def test_any_bytes_are_a_text_or_refused_in_our_words(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    with suppress(CoachError):
        assert "\0" not in read_text(file, 1000).text
