"""Bytes that are meant to be text, in the encoding they are in."""

from typing import Literal, NamedTuple

from coachcli.patterns import pattern

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How a text in UTF-16 begins."""
# Bytes that stand in no text, and those for which Windows-1252 has no sign.
_UNKNOWN = pattern(rb"[\x00-\x08\x81\x8d\x8f\x90\x9d]")


class Letters(NamedTuple):
    """A text, and the encoding it was in."""

    text: str
    encoding: Literal["utf-8", "utf-16", "cp1252"]


class UnknownLettersError(ValueError):
    """Bytes in no encoding that is known; `line` is the first that cannot be read."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


def letters(data: bytes) -> Letters:
    """A whole file as text, without the mark that says how it is written."""
    if data.startswith(UTF_16):
        return Letters(_read(data, "utf-16"), "utf-16")
    if is_windows_1252(data):
        return Letters(data.decode("cp1252"), "cp1252")
    return Letters(_read(data, "utf-8-sig"), "utf-8")


def _read(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnknownLettersError(error.object[: error.start].count(b"\n") + 1) from None


def decoded(line: bytes) -> str:
    """A line as UTF-8, or else as Windows-1252; bytes that are neither are spelled out, so nothing is lost."""
    if is_windows_1252(line):
        return line.decode("cp1252")
    return line.decode("utf-8", "backslashreplace")


def is_windows_1252(line: bytes) -> bool:
    """Whether a line can be read as Windows-1252 and has nothing in it that is UTF-8."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as error:
        is_cut_off = error.end == len(line) and error.end - error.start > 1
        is_mixture = not line.decode("utf-8", "ignore").isascii()
        return not (is_cut_off or is_mixture or _UNKNOWN.search(line))
    return False
