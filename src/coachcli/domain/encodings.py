"""Bytes that are meant to be text, in the encoding they are in."""

from coachcli.patterns import pattern

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How a text in UTF-16 begins."""
# What stands in no text, and what Windows-1252 has no sign for.
_UNKNOWN = pattern(rb"[\x00-\x08\x81\x8d\x8f\x90\x9d]")


def decoded(line: bytes) -> str:
    """A line as UTF-8, or else as Windows-1252; what is neither is spelled out, not lost."""
    if is_windows_1252(line):
        return line.decode("cp1252")
    return line.decode("utf-8", "backslashreplace")


def is_windows_1252(line: bytes) -> bool:
    """Whether a line is no UTF-8, nor a mixture with it, and all of it can be read as Windows-1252."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as error:
        is_cut_off = error.end == len(line) and error.end - error.start > 1
        is_mixture = not line.decode("utf-8", "ignore").isascii()
        return not (is_cut_off or is_mixture or _UNKNOWN.search(line))
    return False
