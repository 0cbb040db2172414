"""What a shell is answered when Tab is pressed, and the script by which it asks."""

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

# By these, which are private, typer finds out at which command a line is. Its scripts for shells are not used: they
# break at a blank in a name, and run what stands in one.
from typer._click.shell_completion import CompletionItem, ShellComplete, split_arg_string

from coachcli.cli.terminal.output import err, out

ASKED = "_COACH_COMPLETE"
"""The variable that a shell sets when it asks for words instead of running a command."""
LINE = "_COACH_LINE"
"""The line that is being typed, up to the cursor."""
_CURSOR = "\x1f"

Shell = Literal["bash", "zsh", "fish"]


class _Words(ShellComplete):
    """Writes each word on a line; the shell script puts it in quotes."""

    name = "words"
    source_template = ""

    def source_vars(self) -> dict[str, str]:
        return {}

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the cursor, and the word at the cursor, which may be empty or only begun."""
        words = split_arg_string(f"{os.environ.get(LINE, '')}{_CURSOR}")
        return words[1:-1], words[-1].removesuffix(_CURSOR)

    def format_completion(self, item: CompletionItem) -> str:
        return str(item.value)


def answer(app: typer.Typer) -> None:
    """Write the words with which the line may go on; write nothing where anything goes wrong."""
    try:
        words = _Words(typer.main.get_command(app), {}, "coach", ASKED).complete()
        sys.stdout.buffer.write(f"{words}\n".encode() if words else b"")
    except (Exception, SystemExit):  # noqa: BLE001 an error must not stand on the line being typed
        return


def _show(ctx: typer.Context, shell: Shell | None) -> None:
    if shell is None or ctx.resilient_parsing:
        return
    from coachcli.store.shell_scripts import script

    out(script(shell).decode())
    raise typer.Exit


def _install(ctx: typer.Context, shell: Shell | None) -> None:
    if shell is None or ctx.resilient_parsing:
        return
    from coachcli.store.shell_scripts import install

    for path in install(shell, os.environ, Path.home()):
        err(f"Written: {path}\n")
    err("Open a new terminal, and press Tab there behind: coach session start\n")
    raise typer.Exit


InstallOption = Annotated[
    Shell | None,
    typer.Option(
        "--install-completion",
        callback=_install,
        is_eager=True,
        metavar="SHELL",
        help="Have Tab complete names in bash, zsh or fish.",
    ),
]
ShowOption = Annotated[
    Shell | None,
    typer.Option(
        "--show-completion", callback=_show, is_eager=True, metavar="SHELL", help="Show the script that does it."
    ),
]
