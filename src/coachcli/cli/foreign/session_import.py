"""`coach session import`: notes that a coach already has, understood line by line before they are taken in."""

from typing import TYPE_CHECKING, Annotated

import typer

from coachcli.cli.session_compare import app
from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.output import DISCREET, context_for, err, out, terminal_width
from coachcli.cli.usage import completion
from coachcli.command_line import command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coachcli.app.context import Context
    from coachcli.app.foreign.import_request import ImportRequest
    from coachcli.domain.foreign.notes_file import NotesFile

__all__ = ["app"]


@app.command(
    "import",
    epilog='Examples:\n\n  coach session import "2024-03-12 Jane Doe.md"\n\n'
    "  coach session import notes/*.md --client jane --write\n\n"
    '  coach session import talk.txt --client jane --on "12 March 2024 14:00" --signs\n\n'
    "Without --write nothing is written, unless you say so when asked. The answer is 1 where a file is not understood.",
)
def import_(
    ctx: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Notes in Markdown or plain text, one file a session.")
    ],
    client: Annotated[
        str | None,
        typer.Option(
            "--client",
            metavar="NAME",
            help="Whose they all are.",
            autocompletion=completion.clients,
            show_default=False,
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="When it was, with the time if you know it: of one file.")
    ] = None,
    framework: completion.FrameworkOption = None,
    signs: Annotated[
        bool, typer.Option("--signs", help='Read the signs of the line in them: "words, !insight, *action by friday.')
    ] = False,
    new: Annotated[bool, typer.Option("--new", help="Make a client of somebody who is none yet.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Take in what is understood, without being asked.")] = False,
    discreet: Annotated[bool, typer.Option(DISCREET, help="Others see the screen: counts alone.")] = False,
) -> None:
    """Take in notes that you already have, for you alone.

    First see what is understood, then write it.
    """
    from coachcli.app.call.presence import naming_nobody
    from coachcli.app.foreign.import_request import ImportRequest
    from coachcli.app.foreign.notes_import import read

    context = context_for(ctx)
    with naming_nobody(lambda: discreet):
        request = ImportRequest(tuple(files), client, on, framework, signs, new)
        found = read(context, request)
        _show(found, discreet=discreet)
        if any(one.fate == "new" for one in found):
            _take_in(context, request, found, write=write)
    if any(one.fate in {"not understood", "clash"} for one in found):
        raise typer.Exit(1)


def _show(found: "Sequence[NotesFile]", *, discreet: bool) -> None:
    from coachcli.render.folded_lines import folded_lines
    from coachcli.render.foreign.notes_rows import counted, notes_text

    width = terminal_width()
    text = "".join(f"{line}\n" for line in counted(found)) if discreet else notes_text(found, width)
    out(folded_lines(text, width))


def _take_in(context: "Context", request: "ImportRequest", found: "Sequence[NotesFile]", *, write: bool) -> None:
    """Write the sessions where that was said, or is said now."""
    from coachcli.app.foreign.notes_import import write as written

    count = sum(one.fate == "new" for one in found)
    them = f"{count} session{'' if count == 1 else 's'}"
    chooser = None if write else somebody_to_ask()
    if write or (chooser is not None and chooser.agree(f"Take in {them}, for you alone?", on_enter=None)):
        for number, _ in enumerate(written(context, found, request.framework), 1):
            if number == count:
                they = "It is" if count == 1 else "They are"
                err(f"Taken in: {them}. {they} with the others: {command('session', 'list')}\n")
    else:
        err(f"Nothing was written. The same with --write takes in {them}.\n")
