"""Reads a text that another program wrote: its letters, in the encoding that they are in, or why it is no text."""

from pathlib import Path
from typing import NamedTuple

from coachcli.domain.encodings import UnknownLettersError, letters
from coachcli.errors import Saying, UnreadableError, harmless
from coachcli.store.disk import reader

_TOLD = {
    "utf-16": ("It is in UTF-16.",),
    "cp1252": ("It is no UTF-8; its letters are read as Windows-1252.",),
}
_SAVE_AS_TEXT = harmless("Save it as plain text or Markdown, in UTF-8, and take that.")


class NoTextError(UnreadableError):
    """A file that cannot be read as a text. It says why, and never what is written there."""

    in_general = "The file cannot be read as a text."


class ForeignText(NamedTuple):
    """The letters of a file; `told` is what is to be said of how they were read."""

    text: str
    told: tuple[str, ...] = ()


def read_text(path: Path, largest: int) -> ForeignText:
    """The text in a file; raises NoTextError, and where there is no plain file the errors of its reader."""
    found = _decoded(path, reader.read_bytes(path, largest))
    if "\0" in found.text:
        raise _refused(path, "this is no text")
    return found


def _decoded(path: Path, data: bytes) -> ForeignText:
    try:
        text, encoding = letters(data)
    except UnknownLettersError as error:
        raise _refused(path, f"line {error.line} has letters in an encoding that is not known") from None
    return ForeignText(text, _TOLD.get(encoding, ()))


def _refused(path: Path, why: str) -> NoTextError:
    return NoTextError(Saying(f"{path}: {why}.", discreet=NoTextError.in_general), _SAVE_AS_TEXT)
