"""What a command hands out: to the screen, into a pipe, or into a file or folder that the coach names."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coachcli.cli.terminal.output import err, out_as_is, out_bytes
from coachcli.errors import UsageError

if TYPE_CHECKING:
    from coachcli.app.context import Context

PageForm = Literal["markdown", "text", "html", "pdf"]
ToldForm = Literal[PageForm, "json"]
"""The forms of a page, as coachcli.app.page_forms has them: a command does not load that to tell its options."""
OutputOption = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE|FOLDER|-", help="Where to; - is the screen.")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")]
SCREEN = "-"
_BINARY = (".pdf", ".xlsx", ".zip")


def refuse_binary(name: str, output: str) -> None:
    """Raise where a file of that name would go to a terminal, and is no text."""
    if output == SCREEN and name.endswith(_BINARY) and sys.stdout.isatty():
        ending = name.rpartition(".")[2]
        raise UsageError(f"A .{ending} file is no text for a screen.", f"Name a file for it, or a folder: -o {name}")


def hand_out(
    context: "Context",
    content: bytes,
    name: str,
    output: str,
    *,
    force: bool,
    before: Callable[[], None] | None = None,
) -> None:
    """Write what a command made where the coach wants it; `name` is that of the file where they name a folder.

    What is to be done `before` it leaves is done once nothing stands in the way.
    """
    refuse_binary(name, output)
    if output != SCREEN:
        from coachcli.app.named_file import target_of, write_named

        target = target_of(output, name)
        err(f"Written: {write_named(context, content, target, force=force, before=before)}\n")
        return
    if before is not None:
        before()
    if name.endswith(_BINARY):
        out_bytes(content)
        return
    # Lines of mails and calendars end in CR LF; a terminal writes that by itself, and so does a stream on Windows.
    ends_lines = sys.stdout.isatty() or os.linesep == "\r\n"
    text = content.decode()
    out_as_is(text.replace("\r\n", "\n") if ends_lines else text)
