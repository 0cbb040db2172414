"""Several lines that came at once, and perhaps were pasted and perhaps typed: one note, for the coach alone."""

from coachcli.domain.line.grammar import Understood
from coachcli.domain.line.signs import held_back
from coachcli.domain.session.model import Note
from coachcli.domain.session.moves import Noted
from coachcli.domain.text import clean

_ALONE = "Several lines came at once: one note, for you alone"


def read_burst(text: str) -> Understood:
    """The lines as one note, whatever is asked; as an observation where one of them begins with `~`."""
    words = clean(text).strip("\n")
    private = held_back(words)
    if private is not None and private.kind == "observation":
        return Understood(Noted(Note(kind="observation", text=words)), f"{_ALONE}.")
    return Understood(Noted(Note(kind="note", text=words)), f"{_ALONE}; /share shares it.")


def is_several_lines(text: str) -> bool:
    """Whether a text has several lines; blank lines around a single one do not count."""
    return "\n" in clean(text).strip("\n")
