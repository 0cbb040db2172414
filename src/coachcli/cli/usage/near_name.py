"""A name that is nearly somebody's: the coach is asked, and the command goes on with the name they meant."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.output import DISCREET
from coachcli.errors import NearNameError


class ShowCommand(TyperCommand):
    """A command that only shows something. Here Enter alone agrees to a name; elsewhere the coach types yes."""


def meant(app: typer.Typer, arguments: Sequence[str], near: NearNameError) -> list[str] | None:
    """The arguments with the name that was meant; None where nobody can be asked, or the coach says no."""
    command, end = _command(app, arguments)
    places = [at for at in range(end, len(arguments)) if _names(arguments[at], near.typed)]
    if not places or DISCREET in arguments or not _is_at_a_terminal():
        return None
    chooser = somebody_to_ask()
    on_enter = True if isinstance(command, ShowCommand) else None
    if chooser is None or not chooser.agree(f"{near.message} Did you mean {near.meant}?", on_enter=on_enter):
        return None
    at = places[0]
    rest = arguments[at].strip()[len(near.typed) :]
    return [*arguments[:at], f"{near.meant}{rest}", *arguments[at + 1 :]]


def _is_at_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _names(argument: str, typed: str) -> bool:
    """Whether an argument is the name, alone or before a session's date."""
    return argument.strip() == typed or argument.strip().startswith(f"{typed}/")


def _command(app: typer.Typer, arguments: Sequence[str]) -> tuple[Any, int]:
    """The command that these arguments call, and the number of the first argument behind its name."""
    command: Any = typer.main.get_command(app)
    end = 0
    for at in _words(command, arguments):
        if not isinstance(command, TyperGroup) or arguments[at] not in command.commands:
            break
        command, end = command.commands[arguments[at]], at + 1
    return command, end


def _words(program: Any, arguments: Sequence[str]) -> Iterator[int]:
    """The numbers of the arguments that are neither an option nor the value of one."""
    valued = {name for option in program.params if not option.is_flag for name in option.opts}
    for at, word in enumerate(arguments):
        if not word.startswith("-") and (at == 0 or arguments[at - 1] not in valued):
            yield at
