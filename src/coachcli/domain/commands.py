"""The words that begin with a slash: what each does, for the line, its completion and the help card."""

from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class CommandWord:
    """One command: how it is typed, what it does, the key that does the same."""

    usage: str
    summary: str
    key: str = ""


COMMANDS: dict[str, CommandWord] = {
    "next": CommandWord("/next", "go to the next question", "Enter"),
    "back": CommandWord("/back", "go back to where you were", "Shift-Tab"),
    "skip": CommandWord("/skip", "leave this unanswered and go on"),
    "go": CommandWord("/go NAME", "jump to a stage or question by its name"),
    "map": CommandWord("/map", "see all stages, and jump"),
    "probe": CommandWord("/probe [PACK]", "the next follow-up, here or of a topic"),
    "undo": CommandWord("/undo", "take back the last thing written"),
    "edit": CommandWord("/edit [TEXT]", "correct the last note here", "Up"),
    "editor": CommandWord("/editor", "write in your editor", "Ctrl-X Ctrl-E"),
    "action": CommandWord("/action TEXT", "note an action; your line waits", "F2"),
    "share": CommandWord("/share [WHO]", "the last note: client, sponsor or nobody"),
    "time": CommandWord("/time [MINUTES]", "time by stage, or how long the call is"),
    "pause": CommandWord("/pause", "save and leave; resume later", "Ctrl-D"),
    "end": CommandWord("/end", "close the session"),
    "help": CommandWord("/help", "show what can be typed", "F1"),
}


def nearest_command(word: str) -> str | None:
    """The command a slip of the fingers most likely meant."""
    beginnings = [name for name in COMMANDS if name.startswith(word)] if word else []
    close = beginnings or get_close_matches(word, COMMANDS, n=1, cutoff=0.5)
    return close[0] if close else None
