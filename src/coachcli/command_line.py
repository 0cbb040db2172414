"""A command as it is to be typed: on this practice, and in quotes where a shell would read a word otherwise."""

import shlex
import sys

from coachcli.errors import Saying
from coachcli.patterns import pattern

_BARE = pattern(r"[\w+:./-]+")
# Within double quotes bash, zsh and PowerShell read these; a backslash is what parts the folders of Windows.
_READ_WITHIN = pattern(r'["$`]' if sys.platform == "win32" else r'["$`\\!]')
# A command line has one practice; what prints its commands is far from where it is read.
_on: list[str] = []


def on_practice(folder: str | None) -> None:
    """Have the commands that are printed from now on name this practice, or none."""
    _on[:] = [] if folder is None else ["--practice", folder]


def command(*words: str) -> str:
    """`coach` with these words, for the practice that this command was given."""
    return " ".join(["coach", *map(quoted, [*_on, *words])])


def for_anybody(text: str) -> Saying:
    """What anybody may read, with its commands: where others see the screen these name no practice."""
    return Saying(text, discreet=text.replace(command(), "coach"))


def quoted(word: str) -> str:
    """A word as a shell takes it for one; double quotes do in most shells."""
    if _BARE.fullmatch(word):
        return word
    return shlex.quote(word) if _READ_WITHIN.search(word) else f'"{word}"'
