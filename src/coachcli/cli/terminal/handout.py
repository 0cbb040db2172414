"""What a command hands out: to the screen, into a pipe, or into a file or folder that the coach names."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coachcli.cli.terminal.output import err, out, out_as_is, out_bytes, terminal_width
from coachcli.errors import UsageError

if TYPE_CHECKING:
    from coachcli.app.context import Context
    from coachcli.domain.page.model import Page

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


def refuse_place(name: str, output: str, *, force: bool) -> None:
    """Raise where `hand_out` could not write what it is given: before anybody is asked whether it may leave."""
    refuse_binary(name, output)
    if output != SCREEN:
        from coachcli.app.named_file import refuse_taken, target_of

        refuse_taken(target_of(output, name), force=force)


def show(page: "Page") -> None:
    """Print a page on the screen, in its colours and its width."""
    from coachcli.render.session import console

    if console.shows_colour():
        console.show_page(page)
        return
    from coachcli.render.folded_lines import folded_lines
    from coachcli.render.page.narrow import narrow
    from coachcli.render.page.text import text

    width = terminal_width()
    out(folded_lines(text(narrow(page, width)), width))


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
