"""Commands and paths in a text for the coach: they are there to be copied, so no line end breaks them."""

import re

from coachcli.patterns import pattern

# As `command_line` quotes a word.
_QUOTED = r"""(?:"[^"\n]*"|'[^'\n]*')+"""
_GROUPS = "session|framework|action|client|engagement|goal|practice"
_ALONE = "prep|where|progress|report|hours|find|themes"
_COMMAND = rf"coach (?:--practice (?:{_QUOTED}|[^\s\"']+) )?(?:(?:{_GROUPS}) [a-z]+|{_ALONE})\b"
_WITH_WORDS = pattern(rf"""{_COMMAND}(?: (?:--?[a-z][\w-]*|{_QUOTED}|[\w.~-]*/[\w./~-]*\w|[A-Z]{{2,}}\b))*""")
_AT_END = pattern(rf"(?P<indent> *)(?P<said>\S.*:) +(?P<copied>{_COMMAND}[^\n]*|(?:~?/|[A-Za-z]:\\)\S[^\n]*)")
# Behind one of these a sentence goes on: a command that it follows stands within a sentence.
_GOES_ON = pattern(r"[.,;:?] |\. *$| \(")
# No text that is shown has this in it: `visible` spells it out.
_HELD = "\udfff"


def apart(text: str) -> str:
    """The text, with a command or a path at the end of a line moved to a line of its own."""
    return "\n".join(_apart(line) for line in text.split("\n"))


def _apart(line: str) -> str:
    match = _AT_END.fullmatch(line)
    if match is None or (match["copied"].startswith("coach ") and _goes_on(match["copied"])):
        return line
    return f"{match['indent']}{match['said']}\n{match['indent']}  {match['copied']}"


def _goes_on(words: str) -> bool:
    """Whether a sentence goes on behind a command; words in quotes are part of the command."""
    return _GOES_ON.search(re.sub(_QUOTED, "QUOTED", words)) is not None


def held(text: str, room: int) -> str:
    """`text` for wrapping: each command that fits into a row is one word. `let_go` undoes this for a row."""
    return _WITH_WORDS.sub(lambda match: _as_word(match[0]) if len(match[0]) <= room else match[0], text)


def let_go(row: str) -> str:
    """A row of a text that `held` made, as it is to be shown."""
    return row.replace(_HELD, " ")


def _as_word(command: str) -> str:
    return command.replace(" ", _HELD)


def is_copied(line: str) -> bool:
    """Whether a whole line is there to be copied."""
    words = line.strip()
    is_command = re.match(_COMMAND, words) is not None and not _goes_on(words)
    return is_command or re.fullmatch(r"(?:- )?(?:~?/|[A-Za-z]:\\)\S.*", words) is not None
