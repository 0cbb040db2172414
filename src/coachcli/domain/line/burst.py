"""Several lines that came together, where nothing tells whether they were typed or pasted: for the coach alone."""

from coachcli.domain.line.grammar import Understood
from coachcli.domain.line.signs import held_back
from coachcli.domain.session.model import Note
from coachcli.domain.session.moves import Noted
from coachcli.domain.text import clean

_ALONE = "Several lines came at once: one note, for you alone"


def read_burst(text: str) -> Understood:
    """The lines as one note, whatever is asked; where one of them begins with `~`, as an observation."""
    words = clean(text).strip("\n")
    held = held_back(words)
    if held is not None and held.kind == "observation":
        return Understood(Noted(Note(kind="observation", text=words)), f"{_ALONE}.")
    return Understood(Noted(Note(kind="note", text=words)), f"{_ALONE}; /share shares it.")


def is_several_lines(text: str) -> bool:
    """Whether more than one line with words is there: blank ones around it make no burst of a single line."""
    return "\n" in clean(text).strip("\n")
