"""The first page of help: commands, by what a coach is about to do."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import StringIO
from typing import Any

import typer

# What typer raises where a command line does not make sense has no public name.
from typer._click.exceptions import ClickException
from typer.core import TyperGroup

from coachcli.cli.terminal.output import DISCREET, err

_TASKS = {
    "Before a call": (
        ('coach prep "Jane Doe"', "where things stand, on one screen"),
        ("coach session start --rehearse", "try it out; nothing is kept"),
    ),
    "During it": (
        ("coach session start", "pick a client and a framework, and begin"),
        ('coach session start "Jane Doe" -f grow', "begin at once"),
        ("coach session resume", "go on where you left"),
    ),
    "After it": (
        ("coach session after", "next date, summary, mail, calendar"),
        ("coach session export --for client", "the summary to send"),
        ("coach session show", "read it again, with all that was noted"),
        ("coach session amend", "add what came to you later"),
    ),
    "Between sessions": (
        ("coach", "what is unfinished, and what is due"),
        ("coach action list", "what your clients have chosen to do"),
        ('coach action done "Jane Doe"', "mark what was done"),
        ("coach goal list", "what the work is for, and how near"),
        ('coach progress "Jane Doe"', "what has moved over months"),
        ('coach report "Jane Doe"', "the work so far, for each reader"),
        ('coach themes "Jane Doe"', "what others said about them"),
        ('coach session list "Jane Doe"', "the sessions you have had"),
        ("coach hours", "what you held, and what a credential asks"),
        ("coach find budget", "what was said of it, in any session"),
    ),
    "Frameworks": (
        ("coach framework list", "those there are"),
        ("coach framework new mine --from grow", "one of your own"),
    ),
    "All that you keep": (
        ("coach practice backup /media/stick", "one encrypted file, read back"),
        ("coach practice check", "whether every file can be read"),
        ('coach client export "Jane Doe"', "what you hold about them"),
    ),
}
_NARROW = 60
_FIRST = 9


class HelpByTask(TyperGroup):
    """The group of all commands. In a narrow window, what a command does stands below it."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:  # noqa: ARG002
        """Begin to read a command line; its help is as wide as this terminal, and always says `coach`."""
        with _told_safely():
            return super().make_context("coach", args, parent, **{"terminal_width": _width(), **extra})

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        with _told_safely():
            return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        formatter.write_dl = partial(formatter.write_dl, col_max=_FIRST if formatter.width < _NARROW else 40)
        super().format_help(ctx, formatter)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 its signature
        """Write the examples."""
        formatter.write_paragraph()
        formatter.write_text("Examples, by what you are about to do")
        for task, rows in _TASKS.items():
            with formatter.section(task):
                formatter.write_dl(rows)


def keep_examples_whole(app: typer.Typer) -> None:
    """Mark all examples so that a narrow window breaks none: a command is there to be copied."""
    for command in app.registered_commands:
        command.epilog = _unbroken(command.epilog)
    for group in app.registered_groups:
        if group.typer_instance is not None:
            group.typer_instance.info.epilog = _unbroken(group.typer_instance.info.epilog)
            keep_examples_whole(group.typer_instance)


def _unbroken(epilog: str | None) -> str | None:
    """Examples, each behind the sign by which click leaves a line unbroken."""
    if not isinstance(epilog, str) or "\b" in epilog:
        return epilog
    return epilog.replace("\n\n  coach ", "\n\n\b\ncoach ")


@contextmanager
def _told_safely() -> Iterator[None]:
    """Print what is wrong with a command line through `err`, which makes its words harmless: typer would not."""
    try:
        yield
    except ClickException as error:
        message = StringIO()
        if DISCREET in sys.argv:
            message.write(
                "Something in this command line was not understood; coach session start --help shows it all.\n"
            )
        else:
            error.show(message)
        err(message.getvalue())
        raise SystemExit(error.exit_code) from None


def _width() -> int | None:
    """The width of help on a narrow terminal, where typer would take at least 50; None on a wider one."""
    import shutil

    columns = shutil.get_terminal_size().columns
    return max(columns - 1, 20) if columns < _NARROW else None
