"""Commands and paths within what is said: they are there to be copied, and so are never broken."""

import re

from coachcli.patterns import pattern

# As `command_line` quotes a word.
_QUOTED = r"""(?:"[^"\n]*"|'[^'\n]*')+"""
_COMMAND = rf"coach (?:--practice (?:{_QUOTED}|[^\s\"']+) )?(?:(?:session|framework|action) [a-z]+|prep|where)\b"
_WITH_WORDS = pattern(rf"""{_COMMAND}(?: (?:--?[a-z][\w-]*|{_QUOTED}|[\w.~-]*/[\w./~-]*\w|[A-Z]{{2,}}\b))*""")
_AT_END = pattern(rf"(?P<indent> *)(?P<said>\S.*:) +(?P<copied>{_COMMAND}[^\n]*|(?:~?/|[A-Za-z]:\\)\S[^\n]*)")
# Behind one of these goes on what is said, and a command that is followed by it stands within a sentence.
_GOES_ON = pattern(r"[.,;:?] |\. *$| \(")
# What is shown never has it: `visible` spells it out.
_HELD = "\udfff"


def apart(text: str) -> str:
    """What is said, with a command or a path at the end of a line on one of its own."""
    return "\n".join(_apart(line) for line in text.split("\n"))


def _apart(line: str) -> str:
    found = _AT_END.fullmatch(line)
    if found is None or (found["copied"].startswith("coach ") and _goes_on(found["copied"])):
        return line
    return f"{found['indent']}{found['said']}\n{found['indent']}  {found['copied']}"


def _goes_on(words: str) -> bool:
    """Whether a sentence goes on behind a command; what stands in quotes is a word of the command."""
    return _GOES_ON.search(re.sub(_QUOTED, "QUOTED", words)) is not None


def held(text: str, room: int) -> str:
    """`text` with commands that fit into a row as one word each, for wrapping; `let_go` makes it what it was."""
    return _WITH_WORDS.sub(lambda found: _as_word(found[0]) if len(found[0]) <= room else found[0], text)


def let_go(row: str) -> str:
    """A row of what was held."""
    return row.replace(_HELD, " ")


def _as_word(command: str) -> str:
    return command.replace(" ", _HELD)


def is_copied(line: str) -> bool:
    """Whether a whole line is there to be copied."""
    words = line.strip()
    is_command = re.match(_COMMAND, words) is not None and not _goes_on(words)
    return is_command or re.fullmatch(r"(?:~?/|[A-Za-z]:\\)\S.*", words) is not None
