"""The commands of the line, which begin with a slash: what each does, for completion and the help card as well."""

from coachcli.domain.near_names import nearest
from coachcli.domain.value import Value


class CommandWord(Value, frozen=True):
    """One command: how it is typed, what it does, the key that does the same."""

    usage: str
    summary: str
    key: str = ""


COMMANDS: dict[str, CommandWord] = {
    "next": CommandWord("/next", "go to the next question", "Enter"),
    "back": CommandWord("/back", "go back to where you were", "Shift-Tab"),
    "skip": CommandWord("/skip", "leave this unanswered"),
    "go": CommandWord("/go NAME", "jump to stage or question"),
    "map": CommandWord("/map [STAGE]", "stages, or its questions"),
    "probe": CommandWord("/probe [PACK]", "follow-ups, one at a time"),
    "undo": CommandWord("/undo", "take back the last thing"),
    "edit": CommandWord("/edit [TEXT]", "correct the last note here", "Up"),
    "editor": CommandWord("/editor", "write in your editor", "Ctrl-X Ctrl-E"),
    "action": CommandWord("/action TEXT", "an action; your line waits", "F2"),
    "share": CommandWord("/share [WHO]", "who sees the last note"),
    "kind": CommandWord("/kind NAME", "give the last note a kind"),
    "notes": CommandWord("/notes [STAGE]", "all that was noted so far"),
    "find": CommandWord("/find WORD", "find a word in these notes"),
    "topic": CommandWord("/topic TEXT", "set what today is about"),
    "recap": CommandWord("/recap", "ask for their own summary"),
    "switch": CommandWord("/switch NAME", "go on in another framework"),
    "last": CommandWord("/last", "show last time's card"),
    "done": CommandWord("/done WORDS", "tick off what was open"),
    "meet": CommandWord("/meet [WHEN]", "when you meet next"),
    "time": CommandWord("/time [MINUTES]", "time by stage, or set it"),
    "discreet": CommandWord("/discreet", "hide name and notes"),
    "pause": CommandWord("/pause", "save and leave for now", "Ctrl-D"),
    "end": CommandWord("/end", "close the session"),
    "help": CommandWord("/help", "show what can be typed", "F1"),
}


def nearest_command(word: str) -> str | None:
    """The command that a mistyped word most likely means; None where it is like none."""
    beginnings = [name for name in COMMANDS if name.startswith(word)] if word else []
    return beginnings[0] if beginnings else nearest(word, COMMANDS)
