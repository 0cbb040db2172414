"""A name that is nearly somebody's is a question, and the command then goes on with the name that was meant."""

import sys
from collections.abc import Sequence

from coachcli.cli.output import DISCREET, somebody_to_ask
from coachcli.errors import NearNameError

# What only looks: Enter alone may agree. Wherever something is exported, deleted or written, yes is said.
_LOOKING = {("session", "list"), ("session", "show"), ("action", "list"), ("prep",)}
_GROUPS = {"session", "action", "framework"}
_TAKES_A_VALUE = {"--practice"}


def meant(arguments: Sequence[str], near: NearNameError) -> list[str] | None:
    """The command with the name that was meant; None where nobody can be asked, or somebody else is wanted."""
    command = _command(arguments)
    given = [at for at in range(command[-1] + 1, len(arguments)) if _names(arguments[at], near.typed)]
    if not given or DISCREET in arguments or not _is_at_a_terminal():
        return None

    chooser, words = somebody_to_ask(), tuple(arguments[at] for at in command)
    on_enter = True if words in _LOOKING else None
    if chooser is None or not chooser.agree(f"{near.message} Did you mean {near.meant}?", on_enter=on_enter):
        return None
    at = given[0]
    rest = arguments[at].strip()[len(near.typed) :]
    return [*arguments[:at], f"{near.meant}{rest}", *arguments[at + 1 :]]


def _is_at_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _names(argument: str, typed: str) -> bool:
    """Whether an argument is that name, alone or before a session's date."""
    return argument.strip() == typed or argument.strip().startswith(f"{typed}/")


def _command(arguments: Sequence[str]) -> list[int]:
    """Where the words of the command itself stand."""
    plain = [
        at
        for at, word in enumerate(arguments)
        if not word.startswith("-") and (at == 0 or arguments[at - 1] not in _TAKES_A_VALUE)
    ]
    return plain[: 2 if plain and arguments[plain[0]] in _GROUPS else 1]
