"""A call's transcript, read where it lies: nothing of it is kept, and neither is its place."""

from typing import NamedTuple

from coachcli.domain.find.query import sought_in
from coachcli.domain.foreign.transcript import Saying, from_second, holding, lines_in, pieces, seconds_in
from coachcli.errors import Saying as Message
from coachcli.errors import UnreadableError, UsageError, harmless
from coachcli.store.foreign.text_file import read_text
from coachcli.store.paths import named_path

LARGEST = 4 << 20
"""The most bytes of a file: four hours with a time at each word have less."""


class Passages(NamedTuple):
    """What is to be shown; `told` is what is to be said of how the file was read."""

    said: tuple[Saying, ...]
    told: tuple[str, ...]


def passages(file: str, words: str | None = None, since: str | None = None) -> Passages:
    """What was said in a call: all of it, or what has these words in it, or what was said from a time on."""
    second = _second(since) if since is not None else 0
    path = named_path(file)
    found = read_text(path, LARGEST)
    lines = lines_in(found.text)
    if not lines:
        raise UnreadableError(Message(f"There is nothing in {path}.", discreet="There is nothing in it."), _EXPORT)
    lines = from_second(lines, second) if second else lines
    return Passages(holding(lines, sought_in([words])) if words is not None else pieces(lines), found.told)


_EXPORT = harmless("Take the transcript out of the program that made it once more: as VTT, SRT or text.")


def _second(words: str) -> int:
    second = seconds_in(words)
    if second is None:
        raise UsageError(harmless("From when in the call?"), harmless("Say it like this: --from 12:00, or 1:12:00"))
    return second
